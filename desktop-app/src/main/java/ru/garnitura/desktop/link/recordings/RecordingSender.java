package ru.garnitura.desktop.link.recordings;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.garnitura.desktop.link.rest.Answer;
import ru.garnitura.desktop.link.rest.Ask;
import ru.garnitura.desktop.link.rest.Failure;
import ru.garnitura.desktop.link.rest.Json;
import ru.garnitura.desktop.link.rest.RestClient;
import ru.garnitura.desktop.link.rest.Upload;
import ru.garnitura.desktop.outbox.ActionResult;
import ru.garnitura.desktop.outbox.H2Outbox;
import ru.garnitura.desktop.outbox.OutboxException;
import ru.garnitura.desktop.outbox.Settled;
import ru.garnitura.softphone.call.MediaException;

/// Brings kept recordings to the back office: first the sound as a blob, then `call.recording` through the outbox under
/// the key the file carries, so that whatever is cut short is done again without a second effect. The file goes when the
/// action is answered. Runs [#run] on a virtual thread of its own.
public final class RecordingSender implements Runnable, AutoCloseable {

    private static final String ACTION = "call.recording";
    private static final Logger log = LoggerFactory.getLogger(RecordingSender.class);
    private static final Ask NOTHING = Ask.get("/");
    private static final Duration LONGEST_UPLOAD = Duration.ofMinutes(30);
    private static final Duration RETRY = Duration.ofSeconds(30);
    private static final Duration IDLE = Duration.ofMinutes(10);

    private final RecordingSpool spool;
    private final RestClient client;
    private final H2Outbox outbox;
    private final Semaphore wakeUps = new Semaphore(0);
    private volatile Ask sending = NOTHING;
    private volatile boolean closed;

    public RecordingSender(RecordingSpool spool, RestClient client, H2Outbox outbox) {
        this.spool = spool;
        this.client = client;
        this.outbox = outbox;
        spool.onKept(this::wake);
    }

    /// There is another recording, or the back office can be reached again.
    public void wake() {
        wakeUps.release();
    }

    /// What became of an action.
    public void settled(Settled settled) {
        if (settled.action().type().equals(ACTION) && settled.result() instanceof ActionResult.Applied) {
            forget(settled.action().key());
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
            for (KeptRecording kept : spool.waiting()) {
                if (!closed && !send(kept)) {
                    return RETRY;
                }
            }
            return IDLE;
        } catch (IOException | OutboxException e) {
            log.error("Recordings wait", e);
            return RETRY;
        }
    }

    /// @return whether the next one may be tried
    private boolean send(KeptRecording kept) throws IOException {
        return switch (outbox.standing(kept.key())) {
            case QUEUED, REFUSED -> true;
            case APPLIED -> {
                forget(kept.key());
                yield true;
            }
            case UNKNOWN -> sendUnknown(kept);
        };
    }

    private boolean sendUnknown(KeptRecording kept) throws IOException {
        try {
            return upload(kept, RecordedSound.of(kept.file(), spool.key()));
        } catch (MediaException unreadable) {
            log.error("A recording can't be unsealed and is set aside: {}", kept.file().getFileName(), unreadable);
            spool.setAside(kept);
            return true;
        }
    }

    /// A blob the back office refuses is told all the same: it refuses the action then, and the operator sees it among
    /// what was refused.
    private boolean upload(KeptRecording kept, RecordedSound sound) {
        Ask ask = Ask.put("/v1/blobs/sha256/" + sound.sha256()).within(LONGEST_UPLOAD);
        sending = ask;
        return switch (client.upload(ask, unlessClosed(sound.upload()), stored -> true)) {
            case Answer.Received<Boolean> _, Answer.NotModified<Boolean> _ -> queue(kept, sound);
            case Answer.Failed<Boolean>(Failure.Refused refused) -> {
                log.error("The back office refuses a recording of {} s: {}", sound.seconds(), refused.detail());
                yield queue(kept, sound);
            }
            case Answer.Failed<Boolean>(Failure failure) -> {
                log.info("Recordings wait: {}", failure.detail());
                yield false;
            }
        };
    }

    /// An upload that begins while [#close] looks for it is not found there, and stops here.
    private Upload unlessClosed(Upload upload) {
        return new Upload(upload.type(), upload.bytes(), out -> {
            if (closed) {
                throw new IOException("the desk is closed");
            }
            upload.writer().writeTo(out);
        });
    }

    private boolean queue(KeptRecording kept, RecordedSound sound) {
        outbox.enqueue(kept.key(), ACTION, kept.interaction(), Json.object().put("sha256", sound.sha256())
                .put("seconds", sound.seconds()).put("startedAt", kept.started().toString())
                .put("whole", sound.whole()).toString());
        return true;
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
        client.cancel(sending);
        wake();
    }
}
