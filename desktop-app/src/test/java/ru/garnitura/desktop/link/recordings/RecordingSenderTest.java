package ru.garnitura.desktop.link.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.garnitura.desktop.endtoend.Await.until;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import javax.crypto.spec.SecretKeySpec;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.garnitura.desktop.link.rest.Answer;
import ru.garnitura.desktop.link.rest.Failure;
import ru.garnitura.desktop.link.rest.RestClient;
import ru.garnitura.desktop.link.rest.ServerClock;
import ru.garnitura.desktop.link.rest.TokenPair;
import ru.garnitura.desktop.link.rest.Tokens;
import ru.garnitura.desktop.outbox.H2Outbox;
import ru.garnitura.desktop.outbox.OutboxDatabase;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.Recording;
import ru.garnitura.softphone.media.record.CallRecorder;

class RecordingSenderTest {

    @TempDir
    Path folder;

    @Test
    void closingCutsAnUploadShortAndKeepsTheFile() throws Exception {
        var never = new CountDownLatch(1);
        var clock = InstantSource.system();
        var tokens = new Tokens(stale -> new Answer.Failed<>(new Failure.NotSignedIn("no")), code -> { });
        tokens.put(new TokenPair("a", "r"));
        try (var server = new MockWebServer(); var database = new OutboxDatabase(folder.resolve("outbox"))) {
            server.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                    never.await();
                    return new MockResponse.Builder().build();
                }
            });
            server.start();
            var spool = new RecordingSpool(folder.resolve("recordings"), new SecretKeySpec(new byte[32], "AES"), clock, key -> false);
            record(spool);
            var outbox = new H2Outbox(database, clock, () -> { });
            try (var client = new RestClient(URI.create("http://127.0.0.1:" + server.getPort()),
                    new ServerClock(clock, System::nanoTime), tokens)) {
                var sender = new RecordingSender(spool, client, outbox);
                Thread lane = Thread.ofVirtual().start(sender);
                until("the upload is on its way", () -> server.getRequestCount() == 1);

                sender.close();

                assertThat(lane.join(Duration.ofSeconds(3))).isTrue();
                assertThat(spool.waiting()).hasSize(1);
                assertThat(outbox.waiting()).isZero();
            } finally {
                never.countDown();
            }
        }
    }

    private static void record(RecordingSpool spool) throws Exception {
        Recording recording = spool.next(new CallId("c-1"));
        var ended = new CountDownLatch(1);
        new CallRecorder(new Recording(recording.file(), recording.key(), whole -> {
            recording.ended().ended(whole);
            ended.countDown();
        }), task -> Thread.ofVirtual().start(task)).close();
        ended.await();
        assertThat(Files.exists(recording.file())).isFalse();
    }
}
