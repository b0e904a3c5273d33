package ru.garnitura.desktop.link.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.garnitura.desktop.endtoend.Await.until;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.spec.SecretKeySpec;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.garnitura.desktop.link.rest.Answer;
import ru.garnitura.desktop.link.rest.Failure;
import ru.garnitura.desktop.link.rest.RestClient;
import ru.garnitura.desktop.link.rest.ServerClock;
import ru.garnitura.desktop.link.rest.TokenPair;
import ru.garnitura.desktop.link.rest.Tokens;
import ru.garnitura.desktop.outbox.Action;
import ru.garnitura.desktop.outbox.ActionResult;
import ru.garnitura.desktop.outbox.H2Outbox;
import ru.garnitura.desktop.outbox.OutboxDatabase;
import ru.garnitura.softphone.audio.AudioFrame;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.Recording;
import ru.garnitura.softphone.media.record.CallRecorder;

@SuppressWarnings("NullAway.Init")
class RecordingSenderTest {

    private static final Duration ENOUGH = Duration.ofSeconds(5);

    @TempDir
    Path folder;
    private final InstantSource clock = InstantSource.system();
    private final CountDownLatch answering = new CountDownLatch(1);
    private final ConcurrentLinkedQueue<String> received = new ConcurrentLinkedQueue<>();
    private final MockWebServer server = new MockWebServer();
    private final AtomicInteger bugs = new AtomicInteger();
    private volatile boolean silent;
    /// Paths that hold it are answered 404, or, the second, not at all.
    private volatile String forgotten = "nothing";
    private volatile String slow = "nothing";
    private OutboxDatabase database;
    private H2Outbox outbox;
    private RestClient client;
    private RecordingSpool spool;
    private RecordingSender sender;
    private Thread lane;

    @BeforeEach
    void begin() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                if (silent) {
                    answering.await();
                }
                String path = request.getUrl().encodedPath();
                if (path.contains(slow)) {
                    answering.await();
                } else if (path.contains(forgotten)) {
                    forgotten = "nothing";
                    return new MockResponse.Builder().code(404).body("{\"code\":\"not_found\"}").build();
                }
                received.add(request.getMethod() + " " + request.getUrl().encodedPath());
                return new MockResponse.Builder().code(201).body("{}").build();
            }
        });
        server.start();
        var tokens = new Tokens(stale -> new Answer.Failed<>(new Failure.NotSignedIn("no")), code -> { });
        tokens.put(new TokenPair("a", "r"));
        database = new OutboxDatabase(folder.resolve("outbox"));
        outbox = new H2Outbox(database, clock, () -> {
            if (bugs.getAndDecrement() > 0) {
                throw new IllegalStateException("a bug");
            }
        });
        client = new RestClient(URI.create("http://127.0.0.1:" + server.getPort()), new ServerClock(clock, System::nanoTime), tokens);
        spool = new RecordingSpool(folder.resolve("recordings"), new SecretKeySpec(new byte[32], "AES"), clock, key -> false);
        sender = new RecordingSender(spool, client, outbox);
    }

    @AfterEach
    void end() throws InterruptedException {
        answering.countDown();
        sender.close();
        assertThat(lane.join(ENOUGH)).as("the loop ends").isTrue();
        client.close();
        database.close();
        server.close();
    }

    private void start() {
        lane = Thread.ofPlatform().start(sender);
    }

    /// The back office takes the news of all that was told.
    private void takeNews(int count) throws Exception {
        until("it is told", () -> outbox.waiting() == count);
        List<Action> told = outbox.head(100, 1 << 20);
        List<ActionResult> taken = told.stream().<ActionResult>map(action -> new ActionResult.Applied(action.key(), "", false)).toList();
        outbox.settle(told, taken).forEach(sender::settled);
    }

    private void record(String call, int seconds) throws Exception {
        Recording recording = spool.next(new CallId(call));
        var ended = new CountDownLatch(1);
        var recorder = new CallRecorder(new Recording(recording.file(), recording.key(), whole -> {
            recording.ended().ended(whole);
            ended.countDown();
        }), task -> Thread.ofPlatform().start(task));
        for (int i = 0; i < seconds * 100; i++) {
            recorder.received(AudioFrame.silence());
            recorder.sent(AudioFrame.silence());
        }
        recorder.close();
        assertThat(ended.await(ENOUGH.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(Files.exists(recording.file())).isFalse();
    }

    @Test
    void theNewsGoesFirstAndTheSoundFollowsWhenItWasTaken() throws Exception {
        record("c-1", 1);
        start();
        until("it is told", () -> outbox.waiting() == 1);
        assertThat(outbox.head(1, 1 << 20).getFirst().payload()).contains("\"bytes\":64044");
        assertThat(received).as("no sound before its news").isEmpty();
        takeNews(1);
        until("the desk let go of it", () -> spool.waiting().isEmpty());
        assertThat(received).hasSize(1).allMatch(line -> line.startsWith("PUT /v1/interactions/i-c-1/recordings/"));
    }

    @Test
    void closingCutsAnUploadShortAndKeepsTheFile() throws Exception {
        silent = true;
        record("c-1", 0);
        start();
        takeNews(1);
        until("the upload is on its way", () -> server.getRequestCount() == 1);
        sender.close();
        assertThat(lane.join(Duration.ofSeconds(3))).isTrue();
        assertThat(spool.waiting()).hasSize(1);
    }

    @Test
    void whileACallStandsItIsSentNoFasterThanTheLineSpares() throws Exception {
        record("c-1", 5);
        sender.limitTo(128 << 10);
        start();
        takeNews(1);
        long began = System.nanoTime();
        until("the desk let go of it", () -> spool.waiting().isEmpty());
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        assertThat(took).as("320 kB at 128 KiB/s, one second's worth at once").isGreaterThan(Duration.ofMillis(1_200));
    }

    @Test
    void oneTheBackOfficeHasForgottenIsToldOnceMoreUnderAnotherKey() throws Exception {
        forgotten = "i-c-1";
        record("c-1", 0);
        String first = spool.waiting().getFirst().key();
        start();
        takeNews(1);
        until("it is told again", () -> outbox.waiting() == 1);
        assertThat(outbox.head(1, 1 << 20).getFirst().key()).isNotEqualTo(first).isEqualTo(spool.waiting().getFirst().key());
        takeNews(1);
        until("the desk let go of it", () -> spool.waiting().isEmpty());
        assertThat(received).hasSize(1);
    }

    @Test
    void twoHoursHaveTimeBesideCallsAndOneThatTakesTooLongKeepsNoOtherBack() throws Exception {
        long twoHours = 2 * 3600 * 64_000L;
        assertThat(RecordingSender.deadline(twoHours, Duration.ofMinutes(5)).toSeconds())
                .isGreaterThan(2 * twoHours / RecordingSender.IN_A_CALL);
        sender.close();
        sender = new RecordingSender(spool, client, outbox, Duration.ofMillis(500));
        slow = "i-c-1";
        record("c-1", 0);
        record("c-2", 0);
        start();
        takeNews(2);
        until("the other has gone", () -> spool.waiting().size() == 1);
        assertThat(received).allMatch(line -> line.contains("i-c-2"));
    }

    @Test
    void aBugInOneEndsNotTheLoop() throws Exception {
        bugs.set(1);
        record("c-1", 0);
        record("c-2", 0);
        start();
        takeNews(2);
        until("both have gone", () -> spool.waiting().isEmpty());
    }

    @Test
    void oneThatCantBeReadKeepsNoOtherBack() throws Exception {
        Path broken = folder.resolve("recordings").resolve("1_i-c-0_" + "0".repeat(36) + ".sealed");
        Files.createDirectories(broken);
        record("c-1", 1);
        start();
        takeNews(1);
        until("the sound one has gone", () -> spool.waiting().size() == 1);
        assertThat(received).hasSize(1);
        assertThat(lane.isAlive()).isTrue();
    }
}
