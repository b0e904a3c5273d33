package ru.garnitura.desktop.link.events;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.garnitura.desktop.endtoend.Await.until;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.garnitura.desktop.link.rest.Answer;
import ru.garnitura.desktop.link.rest.Failure;
import ru.garnitura.desktop.link.rest.Json;
import ru.garnitura.desktop.link.rest.LinkFault;
import ru.garnitura.desktop.link.rest.RestClient;
import ru.garnitura.desktop.link.rest.ServerClock;
import ru.garnitura.desktop.link.rest.TokenPair;
import ru.garnitura.desktop.link.rest.Tokens;
import tools.jackson.databind.JsonNode;

class EventSocketTest {

    private final MockWebServer server = new MockWebServer();
    private final List<ServerFrame> frames = new CopyOnWriteArrayList<>();
    private final List<LineState> states = new CopyOnWriteArrayList<>();
    private final List<ServerSide> sides = new CopyOnWriteArrayList<>();
    private final Tokens tokens = new Tokens(
            stale -> new Answer.Failed<>(new Failure.NotSignedIn("refresh_invalid")), code -> { });
    private volatile Duration machineAhead = Duration.ZERO;
    private final ServerClock clock = new ServerClock(this::machineTime, System::nanoTime);
    @SuppressWarnings("NullAway.Init")
    private EventSocket socket;
    @SuppressWarnings("NullAway.Init")
    private Thread thread;

    /// The server's side of one connection.
    private final class ServerSide extends WebSocketListener {

        final List<JsonNode> heard = new CopyOnWriteArrayList<>();
        private final boolean greets;
        @SuppressWarnings("NullAway.Init")
        private volatile WebSocket open;

        ServerSide(boolean greets) {
            this.greets = greets;
        }

        @Override
        public void onOpen(WebSocket webSocket, Response response) {
            open = webSocket;
            sides.add(this);
        }

        @Override
        public void onMessage(WebSocket webSocket, String text) {
            JsonNode frame = Json.read(text);
            heard.add(frame);
            if (greets && Json.text(frame, "t").equals("hello")) {
                webSocket.send(welcome(frame.path("resume").isObject() ? "resumed" : "reset"));
            }
        }

        @Override
        public void onClosing(WebSocket webSocket, int code, String reason) {
            webSocket.close(1000, null);
        }

        void say(String frame) {
            open.send(frame);
        }

        List<JsonNode> heard(String kind) {
            return heard.stream().filter(frame -> Json.text(frame, "t").equals(kind)).toList();
        }
    }

    private String welcome(String mode) {
        return """
                {"t":"welcome","token":"rt_%d","ttl":300,"mode":"%s","now":"2026-11-22T11:03:41.000Z","inbox":900,
                 "operator":{"state":"ready","reason":null,"voice":true,"chat":true,"since":"2026-11-22T10:50:57.000Z"},
                 "sessions":[]}""".formatted(sides.size(), mode);
    }

    @BeforeEach
    void start() throws IOException {
        server.start();
        tokens.put(new TokenPair("access", "refresh"));
    }

    private Instant machineTime() {
        return Instant.now().plus(machineAhead);
    }

    @AfterEach
    void stop() throws InterruptedException {
        socket.close();
        thread.join();
        server.close();
    }

    private void connect(int port) {
        var client = new RestClient(URI.create("http://127.0.0.1:" + port), clock, tokens, Duration.ofMillis(400));
        socket = new EventSocket(client, "d-81", new EventSocket.Time(clock, this::machineTime, System::nanoTime),
                new EventSocket.Ears(frames::add, states::add), new Random(34));
        thread = Thread.ofVirtual().start(socket);
    }

    private void serve(boolean greets) {
        server.enqueue(new MockResponse.Builder().webSocketUpgrade(new ServerSide(greets)).build());
    }

    private void connected(int times) {
        until("connected " + times, () -> states.stream().filter(LineState.Connected.class::isInstance).count() == times);
    }

    @Test
    void aLostConnectionIsReplacedByOneThatResumesAfterWhatIsSafe() {
        serve(true);
        serve(true);
        connect(server.getPort());
        connected(1);
        assertThat(sides.getFirst().heard("hello").getFirst().path("resume").isNull()).isTrue();
        sides.getFirst().say("{\"t\":\"inbox\",\"seq\":903,\"ev\":\"closed\",\"s\":\"s-1\"}");
        until("the line came", () -> frames.size() == 2);
        socket.acknowledge("s-5", 41);
        socket.acknowledge("s-5", 40);
        socket.acknowledgeInbox(903);
        until("acknowledged", () -> !sides.getFirst().heard("ack").isEmpty());

        sides.getFirst().open.close(1001, null);
        connected(2);

        JsonNode resume = sides.getLast().heard("hello").getFirst().path("resume");
        assertThat(resume.path("token").stringValue("")).isEqualTo("rt_1");
        assertThat(resume.path("seq").path("s-5").asLong()).isEqualTo(41);
        assertThat(resume.path("inbox").asLong()).isEqualTo(903);
        assertThat(states).hasAtLeastOneElementOfType(LineState.Reconnecting.class);
    }

    @Test
    void acknowledgementsAreCumulativeAndFew() {
        serve(true);
        connect(server.getPort());
        connected(1);
        for (int seq = 1; seq <= 2_000; seq++) {
            socket.acknowledge("s-" + seq % 3, seq);
        }
        until("the last is promised", () -> sides.getFirst().heard("ack").stream()
                .anyMatch(ack -> ack.path("seq").path("s-2").asLong(0) == 2_000));

        assertThat(sides.getFirst().heard("ack").size()).isLessThan(10);
    }

    @Test
    void aHalfOpenConnectionIsNoticedByItsSilence() throws IOException {
        serve(true);
        serve(true);
        try (var relay = new DeafRelay(server.getPort())) {
            connect(relay.port());
            connected(1);
            relay.goDeaf();

            connected(2);
        }
        assertThat(states).anySatisfy(state -> assertThat(state).isInstanceOf(LineState.Reconnecting.class));
    }

    @Test
    void aMachineThatSleptConnectsAnew() {
        serve(true);
        serve(true);
        connect(server.getPort());
        connected(1);

        machineAhead = Duration.ofMinutes(10);

        connected(2);
        assertThat(states).anySatisfy(state -> assertThat(state).isInstanceOfSatisfying(
                LineState.Reconnecting.class, down -> assertThat(down.cause()).isEqualTo(LinkFault.SLEPT)));
    }

    @Test
    void anotherDeskTakesOverAndIsLeftInPeaceUntilTheOperatorSaysSo() {
        serve(true);
        serve(true);
        connect(server.getPort());
        connected(1);
        sides.getFirst().open.close(4409, null);
        until("taken over", () -> socket.state() instanceof LineState.TakenOver);
        assertThat(server.getRequestCount()).isOne();

        socket.retryNow();

        connected(2);
    }

    @Test
    void aRevokedSignInIsSaidAndNotTriedAgain() {
        serve(true);
        connect(server.getPort());
        connected(1);

        sides.getFirst().open.close(4401, null);

        until("signed out", () -> socket.state() instanceof LineState.SignedOut);
        assertThat(server.getRequestCount()).isOne();
    }

    @ParameterizedTest
    @CsvSource({"426, NewerContract", "401, SignedOut", "503, Reconnecting"})
    void aRefusedHandshakeSaysWhy(int status, String state) {
        server.enqueue(new MockResponse.Builder().code(status).body("{\"code\":\"some\",\"need\":2}").build());
        connect(server.getPort());

        until(state, () -> socket.state().getClass().getSimpleName().equals(state));
    }

    @Test
    void badFramesAreSteppedOver() {
        serve(true);
        connect(server.getPort());
        connected(1);
        ServerSide side = sides.getFirst();
        side.say("nonsense");
        side.say("{\"t\":\"msg\"}");
        side.say("[".repeat(200_000));
        side.say("{\"t\":\"receipt\",\"s\":\"s-1\",\"seq\":\"x\"}");
        side.say("{\"t\":\"typing\",\"s\":\"s-5\",\"ttl\":5}");

        until("the good one came", () -> frames.contains(new ServerFrame.Typing("s-5", Duration.ofSeconds(5))));
        assertThat(socket.state()).isInstanceOf(LineState.Connected.class);
    }

    @Test
    void hintsAreDroppedWhileThereIsNoLine() {
        serve(false);
        connect(server.getPort());
        until("greeted", () -> !sides.isEmpty() && !sides.getFirst().heard("hello").isEmpty());

        assertThat(socket.offer("{\"t\":\"typing\",\"s\":\"s-5\",\"ttl\":5}")).isFalse();
    }
}
