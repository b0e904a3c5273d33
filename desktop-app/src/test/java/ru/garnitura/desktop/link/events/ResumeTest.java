package ru.garnitura.desktop.link.events;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.garnitura.desktop.endtoend.Await.until;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.garnitura.desktop.link.rest.Answer;
import ru.garnitura.desktop.link.rest.Failure;
import ru.garnitura.desktop.link.rest.Json;
import ru.garnitura.desktop.link.rest.RestClient;
import ru.garnitura.desktop.link.rest.ServerClock;
import ru.garnitura.desktop.link.rest.TokenPair;
import ru.garnitura.desktop.link.rest.Tokens;
import tools.jackson.databind.JsonNode;

/// Connections that break after a few frames, repeat and shuffle them: at rest the desk has each message, and nothing it
/// promised to have was ever missing.
class ResumeTest {

    private static final long LAST = 120;

    private final SortedMap<Long, String> safe = new ConcurrentSkipListMap<>();
    private final List<String> brokenPromises = new CopyOnWriteArrayList<>();
    private final List<Long> repeated = new CopyOnWriteArrayList<>();

    /// Sends what comes after the desk's promise, badly, and hangs up.
    private final class BadLine extends WebSocketListener {

        private final Random random;

        BadLine(long seed) {
            random = new Random(seed);
        }

        @Override
        public void onMessage(WebSocket webSocket, String text) {
            JsonNode frame = Json.read(text);
            long promised = frame.path("seq").path("s-5").asLong(0);
            if (Json.text(frame, "t").equals("ack")) {
                check(promised);
                return;
            }
            long after = frame.path("resume").path("seq").path("s-5").asLong(0);
            check(after);
            webSocket.send("""
                    {"t":"welcome","token":"rt","ttl":300,"mode":"resumed","now":"2026-11-22T11:03:41.000Z","inbox":0,
                     "operator":{"state":"ready","since":"2026-11-22T10:50:57.000Z"},"sessions":[]}""");
            batch(after).forEach(seq -> webSocket.send("""
                    {"t":"msg","s":"s-5","seq":%d,"id":"m-%d","from":"customer","text":"text %d",\
                    "at":"2026-11-22T11:01:10.120Z"}""".formatted(seq, seq, seq)));
            if (after < LAST) {
                webSocket.close(1001, null);
            }
        }

        private List<Long> batch(long after) {
            long upTo = Math.min(LAST, after + 1 + random.nextInt(30));
            List<Long> seqs = new ArrayList<>(LongStream.rangeClosed(after + 1, upTo).boxed().toList());
            seqs.addAll(seqs.subList(0, random.nextInt(seqs.size() + 1)));
            Collections.shuffle(seqs, random);
            return seqs;
        }

        private void check(long promised) {
            for (long seq = 1; seq <= promised; seq++) {
                if (!safe.containsKey(seq)) {
                    brokenPromises.add("promised up to " + promised + " without " + seq);
                }
            }
        }

        @Override
        public void onClosing(WebSocket webSocket, int code, String reason) {
            webSocket.close(1000, null);
        }
    }

    private void serveBadly(long seed) throws IOException, InterruptedException {
        var random = new Random(seed);
        var tokens = new Tokens(stale -> new Answer.Failed<>(new Failure.NotSignedIn("")), code -> { });
        tokens.put(new TokenPair("access", "refresh"));
        var clock = new ServerClock(InstantSource.system(), System::nanoTime);
        try (var server = new MockWebServer()) {
            server.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) {
                    return new MockResponse.Builder().webSocketUpgrade(new BadLine(random.nextLong())).build();
                }
            });
            server.start();
            EventSocket[] socket = new EventSocket[1];
            try (var client = new RestClient(URI.create("http://127.0.0.1:" + server.getPort()), clock, tokens,
                    Duration.ofSeconds(10))) {
                socket[0] = new EventSocket(client, "d-81",
                        new EventSocket.Time(clock, InstantSource.system(), System::nanoTime),
                        new EventSocket.Ears(frame -> keep(frame, socket[0]), state -> hurry(state, socket[0])), random);
                Thread thread = Thread.ofVirtual().start(socket[0]);
                until("everything is here", () -> safe.size() == LAST);
                socket[0].close();
                thread.join();
            }
        }
        assertThat(safe.keySet()).containsExactlyElementsOf(LongStream.rangeClosed(1, LAST).boxed().toList());
        assertThat(safe).allSatisfy((seq, text) -> assertThat(text).isEqualTo("text " + seq));
        assertThat(brokenPromises).isEmpty();
        assertThat(repeated).isNotEmpty();
    }

    private void keep(ServerFrame frame, EventSocket socket) {
        if (frame instanceof ServerFrame.Message message) {
            long seq = message.place().seq();
            if (safe.putIfAbsent(seq, message.text()) != null) {
                repeated.add(seq);
            }
            long gapless = 0;
            while (safe.containsKey(gapless + 1)) {
                gapless++;
            }
            socket.acknowledge("s-5", gapless);
        }
    }

    private static void hurry(LineState state, EventSocket socket) {
        if (state instanceof LineState.Reconnecting) {
            socket.retryNow();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void nothingIsLostOverABadLine(long seed) throws Exception {
        serveBadly(seed);
    }

    @Test
    @Tag("full")
    void nothingIsLostOverThreeHundredBadLines() throws Exception {
        for (long seed = 100; seed < 400; seed++) {
            safe.clear();
            serveBadly(seed);
        }
    }
}
