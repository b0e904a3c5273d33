package ru.garnitura.desktop.localapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.garnitura.desktop.endtoend.Await.until;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.garnitura.desktop.desk.OperatorState;
import ru.garnitura.desktop.desk.Standing;
import ru.garnitura.softphone.call.FakeTimers;
import ru.garnitura.softphone.call.ScriptedMedia;
import ru.garnitura.softphone.call.ScriptedSignaling;
import ru.garnitura.softphone.call.SipAccount;
import ru.garnitura.softphone.call.SrtpPolicy;
import ru.garnitura.softphone.call.Softphone;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LocalApiIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Standing READY = new Standing(OperatorState.READY, "", Instant.parse("2026-11-22T09:00:00Z"));

    @TempDir
    private Path folder;

    private final ScriptedSignaling wire = new ScriptedSignaling();
    private final FakeTimers timers = new FakeTimers();
    private final Softphone softphone = new Softphone(timers.lane(), () -> wire, new ScriptedMedia());
    private final List<Consumer<Standing>> standings = new ArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private LocalApi api;
    private String token = "";

    @BeforeEach
    void open() throws IOException {
        softphone.register(SipAccount.of("sip:101@test.invalid", () -> new char[0], ""));
        Path file = folder.resolve("token");
        api = LocalApi.open(0, file, new LocalDesk(softphone, () -> READY, listener -> {
            standings.add(listener);
            return () -> standings.remove(listener);
        }));
        token = Files.readString(file).strip();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }

    @AfterEach
    void close() {
        client.close();
        api.close();
    }

    @Test
    void nobodyComesInWithoutTheTokenOrFromAForeignPage() throws Exception {
        assertThat(status(request("/v1/state").build())).isEqualTo(401);
        assertThat(status(request("/v1/state").header("Authorization", "Bearer wrong").build())).isEqualTo(401);
        assertThat(status(authorized("/v1/state").header("Origin", "https://evil.example").build())).isEqualTo(403);
        assertThat(status(authorized("/v1/state").header("Origin", "http://127.0.0.1:3000").build())).isEqualTo(200);
        assertThat(status(authorized("/v1/nothing").build())).isEqualTo(404);
    }

    @Test
    void theStateTellsRegistrationCallsAndOperator() throws Exception {
        wire.call("+79275550134");

        JsonNode state = state();
        assertThat(state.get("operator").get("state").stringValue()).isEqualTo("ready");
        assertThat(state.get("registration").get("state").stringValue()).isEqualTo("off");
        JsonNode call = state.get("calls").get(0);
        assertThat(call.get("state").stringValue()).isEqualTo("ringing");
        assertThat(call.get("direction").stringValue()).isEqualTo("incoming");
        assertThat(call.get("remote").get("number").stringValue()).isEqualTo("+79275550134");
    }

    @Test
    void aCallIsAnsweredHeldResumedAndEnded() throws Exception {
        var id = wire.call("+79275550134").value();
        assertThat(post(id, "hold", "")).isEqualTo(409);
        assertThat(post(id, "answer", "")).isEqualTo(202);
        assertThat(wire.last()).startsWith("answer");
        assertThat(post(id, "hold", "")).isEqualTo(202);
        assertThat(wire.last()).startsWith("modify");
        wire.remote().modified(softphone.snapshot().calls().getFirst().id(), ScriptedMedia.remote());
        assertThat(post(id, "resume", "")).isEqualTo(202);
        wire.remote().modified(softphone.snapshot().calls().getFirst().id(), ScriptedMedia.remote());
        assertThat(post(id, "mute", "")).isEqualTo(202);
        assertThat(state().get("calls").get(0).get("muted").booleanValue()).isTrue();
        assertThat(post(id, "unmute", "")).isEqualTo(202);
        assertThat(post(id, "dtmf", "{\"digits\":\"12#\"}")).isEqualTo(202);
        assertThat(post(id, "dtmf", "{\"digits\":\"hello\"}")).isEqualTo(400);
        assertThat(post(id, "fly", "")).isEqualTo(404);
        assertThat(post(id, "end", "")).isEqualTo(202);
        assertThat(post(id, "end", "")).isEqualTo(404);
    }

    @Test
    void aCallIsConsultedAboutJoinedAndHandedOver() throws Exception {
        softphone.register(threeCalls());
        var id = wire.call("+79275550134");
        assertThat(post(id.value(), "transfer", "{\"to\":\"102\"}")).isEqualTo(409);
        post(id.value(), "answer", "");
        assertThat(post(id.value(), "conference", "")).isEqualTo(409);
        assertThat(post(id.value(), "complete", "")).isEqualTo(409);
        assertThat(post(id.value(), "transfer", "{}")).isEqualTo(400);
        assertThat(post(id.value(), "consult", "{\"to\":\"102\"}")).isEqualTo(202);
        wire.remote().modified(id, ScriptedMedia.remote());
        var consultation = softphone.snapshot().calls().getLast().id();
        wire.remote().answered(consultation, ScriptedMedia.remote());
        assertThat(state().get("calls").get(1).get("consults").stringValue()).isEqualTo(id.value());

        assertThat(post(id.value(), "conference", "")).isEqualTo(202);
        wire.remote().modified(id, ScriptedMedia.remote());
        assertThat(state().get("calls").get(0).get("conference").booleanValue()).isTrue();
        assertThat(post(consultation.value(), "complete", "")).isEqualTo(202);
        assertThat(wire.last()).isEqualTo("transferInto");
        wire.remote().transferred(id);
        assertThat(state().get("calls").size()).isZero();
    }

    private static SipAccount threeCalls() {
        SipAccount plain = SipAccount.of("sip:101@test.invalid", () -> new char[0], "");
        return new SipAccount(plain.identity(), plain.route(),
                new SipAccount.CallPolicy(-1, 0, 3, List.of("pcma"), SrtpPolicy.OFF));
    }

    @Test
    void whomTheOtherSideWantsCalledIsToldAndAnswered() throws Exception {
        softphone.register(threeCalls());
        var id = wire.call("+79275550134");
        post(id.value(), "answer", "");
        assertThat(post(id.value(), "follow-referral", "")).isEqualTo(409);
        wire.remote().referred(id, "sip:88095550134@elsewhere.example", Map.of());
        JsonNode wish = state().get("referrals").get(0);
        assertThat(wish.get("call").stringValue()).isEqualTo(id.value());
        assertThat(wish.get("number").stringValue()).isEqualTo("+78095550134");
        assertThat(wish.get("host").stringValue()).isEqualTo("elsewhere.example");

        assertThat(post(id.value(), "decline-referral", "")).isEqualTo(202);
        assertThat(wire.last()).isEqualTo("referral 603");
        assertThat(state().get("referrals")).isEmpty();
        timers.pass(Duration.ofMinutes(1));
        wire.remote().referred(id, "sip:88095550134@elsewhere.example", Map.of());
        assertThat(post(id.value(), "follow-referral", "")).isEqualTo(202);
        assertThat(wire.verbs()).anyMatch(verb -> verb.startsWith("invite sip:88095550134@elsewhere.example "));
    }

    @Test
    void aNumberIsDialled() throws Exception {
        HttpResponse<String> answer = send(authorized("/v1/calls")
                .POST(HttpRequest.BodyPublishers.ofString("{\"to\":\"8 927 555-01-34\"}")).build());

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(JSON.readTree(answer.body()).get("id").stringValue())
                .isEqualTo(softphone.snapshot().calls().getFirst().id().value());
        assertThat(wire.last()).startsWith("invite sip:+79275550134@test.invalid");
        assertThat(status(authorized("/v1/calls").POST(HttpRequest.BodyPublishers.ofString("{")).build())).isEqualTo(400);
    }

    @Test
    void eachChangeIsToldAsItHappens() {
        List<String> frames = new CopyOnWriteArrayList<>();
        WebSocket socket = events(new Collector(frames)).join();
        until("the whole state comes first", () -> frames.size() == 1 && frames.getFirst().contains("\"t\":\"state\""));

        var id = wire.call("+79275550134");
        softphone.answer(id);
        standings.forEach(listener -> listener.accept(new Standing(OperatorState.NOT_READY, "break", READY.since())));

        until("three changes", () -> frames.size() >= 4);
        assertThat(frames.get(1)).contains("\"t\":\"call\"", "\"ringing\"");
        assertThat(frames.get(2)).contains("\"confirmed\"");
        assertThat(frames.getLast()).contains("\"t\":\"operator\"", "not-ready", "break");
        socket.abort();
    }

    /// A page of a site whose name was made to lead to this machine.
    @Test
    void aForeignNameForThisMachineIsTurnedAway() throws IOException {
        assertThat(firstLine("GET /v1/state HTTP/1.1\r\nHost: evil.example:%d\r\nAuthorization: Bearer %s\r\n\r\n".formatted(api.port(), token)))
                .contains(" 403 ");
        assertThat(firstLine("GET /v1/state HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAuthorization: Bearer %s\r\n\r\n".formatted(api.port(), token)))
                .contains(" 200 ");
    }

    private String firstLine(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), api.port());
                BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return in.readLine();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "7", "\"102\"", "{\"to\":7}", "{\"to\":\"\"}", "{\"to\":null}", "{\"to\":\"102\"", ""})
    void aBodyOfAnotherKindDialsNothing(String body) throws Exception {
        assertThat(status(authorized("/v1/calls").POST(HttpRequest.BodyPublishers.ofString(body)).build())).isEqualTo(400);
        assertThat(softphone.snapshot().calls()).isEmpty();
    }

    @Test
    void aBodyTooLargeDialsNothing() throws Exception {
        String body = "{\"to\":\"102\",\"more\":\"" + "x".repeat(5_000) + "\"}";
        assertThat(status(authorized("/v1/calls").POST(HttpRequest.BodyPublishers.ofString(body)).build())).isEqualTo(400);
        assertThat(softphone.snapshot().calls()).isEmpty();
    }

    @Test
    void aVerbIsPostedAndTheStateIsRead() throws Exception {
        assertThat(status(authorized("/v1/calls").build())).isEqualTo(405);
        assertThat(status(authorized("/v1/state").POST(HttpRequest.BodyPublishers.noBody()).build())).isEqualTo(405);
    }

    @Test
    void aRingingCallIsRejected() throws Exception {
        var id = wire.call("+79275550134").value();
        assertThat(post(id, "reject", "")).isEqualTo(202);
        assertThat(softphone.snapshot().calls()).isEmpty();
        assertThat(post(id, "reject", "")).isEqualTo(404);
    }

    /// Where nothing happens for long nothing is to be told, which is no reason to part.
    @Test
    @Tag("full")
    void aSilentSocketStays() throws Exception {
        List<String> frames = new CopyOnWriteArrayList<>();
        CompletableFuture<Integer> closed = new CompletableFuture<>();
        WebSocket socket = events(new Collector(frames, closed)).join();
        until("the whole state", () -> frames.size() == 1);

        assertThatThrownBy(() -> closed.get(35, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
        wire.call("+79275550134");

        until("the change is told", () -> frames.size() > 1);
        socket.abort();
    }

    @Test
    void theSeventeenthListenerIsToldToComeLater() throws Exception {
        List<WebSocket> sockets = new ArrayList<>();
        List<String> frames = new CopyOnWriteArrayList<>();
        for (int i = 0; i < 16; i++) {
            sockets.add(events(new Collector(frames)).join());
        }
        until("all sixteen listen", () -> frames.size() == 16);
        CompletableFuture<Integer> closed = new CompletableFuture<>();
        events(new Collector(frames, closed)).join();

        assertThat(closed.get(10, TimeUnit.SECONDS)).isEqualTo(1013);
        sockets.forEach(WebSocket::abort);
    }

    @Test
    void aForeignPageOpensNoSocket() {
        assertThatThrownBy(() -> client.newWebSocketBuilder().header("Authorization", "Bearer " + token).header("Origin", "https://evil.example")
                .buildAsync(URI.create("ws://127.0.0.1:" + api.port() + "/v1/events"), new Collector(new ArrayList<>())).join())
                .isInstanceOf(CompletionException.class);
    }

    private CompletableFuture<WebSocket> events(WebSocket.Listener listener) {
        return client.newWebSocketBuilder().header("Authorization", "Bearer " + token)
                .buildAsync(URI.create("ws://127.0.0.1:" + api.port() + "/v1/events"), listener);
    }

    @Test
    void aSocketNeedsTheTokenToo() {
        assertThatThrownBy(() -> client.newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + api.port() + "/v1/events"), new Collector(new ArrayList<>())).join())
                .isInstanceOf(CompletionException.class);
    }

    private JsonNode state() throws Exception {
        return JSON.readTree(send(authorized("/v1/state").build()).body());
    }

    private int post(String call, String verb, String body) throws Exception {
        return status(authorized("/v1/calls/" + call.replace("+", "%2B") + "/" + verb)
                .POST(HttpRequest.BodyPublishers.ofString(body)).build());
    }

    private int status(HttpRequest request) throws Exception {
        return send(request).statusCode();
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder authorized(String path) {
        return request(path).header("Authorization", "Bearer " + token);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + api.port() + path));
    }

    private record Collector(List<String> frames, CompletableFuture<Integer> closed) implements WebSocket.Listener {

        Collector(List<String> frames) {
            this(frames, new CompletableFuture<>());
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            closed.complete(status);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            frames.add(data.toString());
            socket.request(1);
            return null;
        }
    }
}
