package ru.garnitura.desktop.link.recordings;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.garnitura.desktop.link.rest.Answer;
import ru.garnitura.desktop.link.rest.Ask;
import ru.garnitura.desktop.link.rest.Failure;
import ru.garnitura.desktop.link.rest.Json;
import ru.garnitura.desktop.link.rest.LinkFault;
import ru.garnitura.desktop.link.rest.RestClient;
import ru.garnitura.desktop.link.rest.Upload;
import ru.garnitura.desktop.outbox.ActionResult;
import ru.garnitura.desktop.outbox.H2Outbox;
import ru.garnitura.desktop.outbox.Settled;
import ru.garnitura.kb.sync.Pace;
import ru.garnitura.softphone.call.MediaException;

/// Brings kept recordings to the back office: first `call.recording` through the outbox under the key the file carries,
/// so that whatever is cut short is done again without a second effect; when that is answered, the sound. The file goes
/// when the sound has arrived. Runs [#run] on a thread of its own.
public final class RecordingSender implements Runnable, AutoCloseable {

    /// What an ordinary line at home spares beside a voice, bytes a second.
    public static final long IN_A_CALL = 128 << 10;

    private static final String ACTION = "call.recording";
    private static final Logger log = LoggerFactory.getLogger(RecordingSender.class);
    private static final Ask NOTHING = Ask.get("/");
    /// Beside the time its bytes take.
    private static final Duration GRACE = Duration.ofMinutes(5);
    private static final Duration RETRY = Duration.ofSeconds(30);
    private static final Duration IDLE = Duration.ofMinutes(10);

    private static final int NOT_FOUND = 404;

    /// STOP: nothing can be sent now.
    private enum Step { DONE, LATER, STOP }

    private final RecordingSpool spool;
    private final RestClient client;
    private final H2Outbox outbox;
    private final Duration grace;
    private final Semaphore wakeUps = new Semaphore(0);
    private final Pace pace = Pace.unlimited();
    /// Keys of those the back office took the news of, and not the sound.
    private final Set<String> refused = new HashSet<>();
    /// Keys of those told once more since the start.
    private final Set<String> toldAgain = new HashSet<>();
    private volatile Ask sending = NOTHING;
    private volatile boolean closed;

    public RecordingSender(RecordingSpool spool, RestClient client, H2Outbox outbox) {
        this(spool, client, outbox, GRACE);
    }

    /// @param grace for an upload, beside the time its bytes take
    RecordingSender(RecordingSpool spool, RestClient client, H2Outbox outbox, Duration grace) {
        this.spool = spool;
        this.client = client;
        this.outbox = outbox;
        this.grace = grace;
        spool.onKept(this::wake);
    }

    /// There is another recording, or the back office can be reached again.
    public void wake() {
        wakeUps.release();
    }

    /// Sends no faster from now on; 0 for no limit. Any thread.
    public void limitTo(long bytesPerSecond) {
        pace.limitTo(bytesPerSecond);
    }

    /// What became of an action.
    public void settled(Settled settled) {
        if (settled.action().type().equals(ACTION) && settled.result() instanceof ActionResult.Applied) {
            wake();
        }
    }

    @Override
    public void run() {
        while (!closed) {
            pause(round());
        }
    }

    private Duration round() {
        try {
            boolean whole = true;
            for (KeptRecording kept : spool.waiting()) {
                Step step = closed ? Step.STOP : step(kept);
                if (step == Step.STOP) {
                    return RETRY;
                }
                whole &= step == Step.DONE;
            }
            return whole ? IDLE : RETRY;
        } catch (IOException e) {
            log.error("Recordings wait: their folder can't be read", e);
            return RETRY;
        }
    }

    /// One that can't be sent, for whatever reason, keeps no other back.
    private Step step(KeptRecording kept) {
        try {
            return send(kept);
        } catch (IOException | RuntimeException e) {
            log.error("A recording waits: {}", kept.file().getFileName(), e);
            return Step.LATER;
        }
    }

    private Step send(KeptRecording kept) throws IOException {
        return switch (outbox.standing(kept.key())) {
            case QUEUED, REFUSED -> Step.DONE;
            case APPLIED -> refused.contains(kept.key()) ? Step.DONE : unsealed(kept, this::upload);
            case UNKNOWN -> unsealed(kept, this::tell);
        };
    }

    private Step unsealed(KeptRecording kept, Use use) throws IOException {
        try {
            return use.of(kept, RecordedSound.of(kept.file(), spool.key()));
        } catch (MediaException unreadable) {
            log.error("A recording can't be unsealed and is set aside: {}", kept.file().getFileName(), unreadable);
            spool.setAside(kept);
            return Step.DONE;
        }
    }

    @FunctionalInterface
    private interface Use {

        Step of(KeptRecording kept, RecordedSound sound) throws IOException;
    }

    /// So long that calls, beside which it goes slowly, do not cut it: it would begin anew.
    static Duration deadline(long bytes, Duration grace) {
        return Duration.ofSeconds(2 * bytes / IN_A_CALL).plus(grace);
    }

    /// What the back office refuses now it may take at the next sign-in. A line too slow for one may do for the others.
    private Step upload(KeptRecording kept, RecordedSound sound) throws IOException {
        Ask ask = Ask.put(HttpRecordedCalls.place(kept.interaction(), sound.sha256()))
                .within(deadline(sound.upload().bytes(), grace));
        sending = ask;
        return switch (client.upload(ask, unlessClosed(sound.upload()), stored -> true)) {
            case Answer.Received<Boolean> _, Answer.NotModified<Boolean> _ -> {
                forget(kept.key());
                yield Step.DONE;
            }
            case Answer.Failed<Boolean>(Failure.Refused no) when no.status() == NOT_FOUND && !toldAgain.contains(kept.key()) -> {
                log.warn("The back office has forgotten a recording of {} s: it is told once more", sound.seconds());
                KeptRecording anew = spool.anew(kept);
                toldAgain.add(anew.key());
                yield tell(anew, sound);
            }
            case Answer.Failed<Boolean>(Failure.Refused no) -> {
                log.error("The back office refuses a recording of {} s: {}", sound.seconds(), no.detail());
                refused.add(kept.key());
                yield Step.DONE;
            }
            case Answer.Failed<Boolean>(Failure failure) -> {
                log.info("Recordings wait: {}", failure.detail());
                yield failure.fault() == LinkFault.TIMED_OUT || failure.fault() == LinkFault.BUSY ? Step.LATER : Step.STOP;
            }
        };
    }

    /// An upload that begins while [#close] looks for it is not found there, and stops here.
    private Upload unlessClosed(Upload upload) {
        return new Upload(upload.type(), upload.bytes(), out -> {
            if (closed) {
                throw new IOException("the desk is closed");
            }
            upload.writer().writeTo(pace.through(out));
        });
    }

    private Step tell(KeptRecording kept, RecordedSound sound) {
        outbox.enqueue(kept.key(), ACTION, kept.interaction(), Json.object().put("sha256", sound.sha256())
                .put("seconds", sound.seconds()).put("bytes", sound.upload().bytes()).put("startedAt", kept.started().toString())
                .put("whole", sound.whole()).toString());
        return Step.DONE;
    }

    private void forget(String key) {
        try {
            spool.forget(key);
        } catch (IOException e) {
            log.warn("A recording the back office has can't be removed yet", e);
        }
    }

    private void pause(Duration most) {
        try {
            if (wakeUps.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
                wakeUps.drainPermits();
            }
        } catch (InterruptedException _) {
            closed = true;
        }
    }

    /// Cuts an upload short rather than wait for it: it is done again at the next sign-in.
    @Override
    public void close() {
        closed = true;
        pace.stop();
        client.cancel(sending);
        wake();
    }
}
