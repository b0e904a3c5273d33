package ru.garnitura.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/// A customer's page and operators' desks on real sockets.
@ExtendWith(DemoServer.class)
class ChatIT {
    private final Client client;
    private final Client orlova;
    private final Actions actions;
    private SocketClient desk;

    ChatIT(Client client) {
        this.client = client;
        this.orlova = client.as("orlova");
        this.actions = new Actions(orlova);
        this.desk = orlova.socket("/v1/events").hello();
    }

    @BeforeEach
    void ready() {
        ready("op-1", actions, true);
    }

    @AfterEach
    void leave() {
        orlova.get("/v1/sessions").json().get("items").forEach(session -> {
            String id = session.get("id").asString();
            Map<String, Object> epoch = Map.of("ownerEpoch", session.get("ownerEpoch").asLong());
            ready("op-1", actions, false);
            if (session.get("state").asString().equals("offered")) {
                actions.push("chat.accept", id, epoch);
            }
            close(id, session.get("ownerEpoch").asLong());
        });
        ready("op-1", actions, false);
        desk.close();
    }

    @Test
    void aChatGoesFromTheFirstMessageToTheHistory() {
        Page page = open("Павел", "+79275550199");
        page.write("k-1", "С утра нет интернета");
        JsonNode offer = offer(page.visit);
        assertThat(offer.get("session").get("customer").get("id").asString()).isEqualTo("c-103");
        assertThat(offer.get("session").get("lastText").asString()).isEqualTo("С утра нет интернета");
        long epoch = accept(page.visit);
        JsonNode message = desk.frame(
                frame -> is(frame, "msg", page.visit) && frame.get("from").asString().equals("customer"), "message");
        desk.send(Map.of("t", "ack", "seq", Map.of(page.visit, message.get("seq").asLong())));
        page.socket.frame(frame -> isReceipt(frame, "delivered", 1), "delivered mark");
        desk.send(Map.of("t", "read", "s", page.visit, "upto", 999));
        page.socket.frame(frame -> isReceipt(frame, "read", 1), "read mark that stays within the log");

        desk.send(Map.of("t", "typing", "s", page.visit, "ttl", 5));
        assertThat(page.socket.frame("typing").get("from").asString()).isEqualTo("operator");
        page.socket.send(Map.of("t", "typing", "ttl", 5));
        assertThat(desk.frame("typing").get("s").asString()).isEqualTo(page.visit);

        JsonNode sent = actions.push(
                "chat.send", page.visit, Map.of("ownerEpoch", epoch, "text", "Здравствуйте, проверяю линию"));
        JsonNode seen = page.socket.frame(
                frame -> frame.has("text") && frame.get("from").asString().equals("operator"), "answer");
        assertThat(seen.get("seq").asLong()).isEqualTo(sent.get("current").get("seq").asLong());
        assertThat(seen.get("name").asString()).isEqualTo("Карина");
        assertThat(seen.has("key")).isFalse();
        page.socket.send(Map.of("t", "read", "upto", seen.get("seq").asLong()));
        desk.frame(
                frame -> is(frame, "receipt", page.visit) && frame.get("by").asString().equals("customer"),
                "customer's mark");

        JsonNode closed = close(page.visit, epoch);
        assertThat(closed.get("status").asString()).isEqualTo("applied");
        page.socket.frame(frame -> isNote(frame, "closed"), "closing note");
        JsonNode last = orlova.get("/v1/customers/c-103/interactions?limit=1").json().get("items").get(0);
        assertThat(last.get("id").asString()).isEqualTo("i-" + page.visit);
        JsonNode lines = orlova.get("/v1/interactions/i-" + page.visit + "/transcript").json().get("items");
        assertThat(lines.valueStream().map(line -> line.get("from").asString()))
                .containsExactly("customer", "operator");
        page.write("k-2", "Ещё вопрос");
        assertThat(page.socket.frame("error").get("code").asString()).isEqualTo("session_closed");
        assertGapless(page.socket.sequence(null));
        assertGapless(desk.sequence(page.visit));
        page.close();
    }

    @Test
    void nothingIsLostOrDoubledOverCutsAndRepeats() {
        Page page = open("Марина", null);
        page.write("k-1", "Первое");
        long epoch = accept(page.visit);
        page.socket.frame(frame -> isNote(frame, "assigned"), "assignment");
        page.socket.cut();
        desk.cut();
        Map<String, Object> answer =
                actions.action("chat.send", page.visit, Map.of("ownerEpoch", epoch, "text", "Ответ без связи"));
        actions.push(List.of(answer));
        assertThat(actions.push(List.of(answer)).json().get("results").get(0).get("replayed").asBoolean())
                .isTrue();

        try (SocketClient again = page.resume(2)) {
            again.send(Map.of("t", "msg", "key", "k-1", "text", "Первое"));
            again.send(Map.of("t", "msg", "key", "k-2", "text", "Второе"));
            again.send(Map.of("t", "msg", "key", "k-2", "text", "Второе"));
            again.frame(frame -> hasKey(frame, "k-2"), "second message");
            again.frame(frame -> hasKey(frame, "k-1"), "first message, sent again on request");
            again.send(Map.of("t", "gap", "from", 1, "to", 1));
        }
        desk = orlova.socket("/v1/events");
        desk.send(Map.of(
                "t", "hello", "device", "d-test", "resume", Map.of("token", "?", "seq", Map.of(page.visit, 2), "inbox", 0)));
        assertThat(desk.frame("welcome").get("mode").asString()).isEqualTo("reset");
        desk.frame(frame -> hasKey(frame, "k-2"), "second message");
        JsonNode log = orlova.get("/v1/sessions/" + page.visit + "/events").json();
        assertThat(log.get("items").valueStream().filter(item -> item.has("text")).map(item -> item.get("text").asString()))
                .containsExactly("Первое", "Ответ без связи", "Второе");
        List<Long> numbers = log.get("items").valueStream().map(item -> item.get("seq").asLong()).toList();
        assertGapless(numbers);
        assertThat(desk.sequence(page.visit).getFirst()).isEqualTo(3);
    }

    @Test
    void aDesktopResumesItsInboxAfterABreak() {
        String token = desk.frame("welcome").get("token").asString();
        long inbox = desk.frame("welcome").get("inbox").asLong();
        desk.cut();
        Page page = open("Тимур", null);
        page.write("k-1", "Вопрос");
        desk = orlova.socket("/v1/events");
        desk.send(Map.of(
                "t", "hello", "device", "d-test", "resume", Map.of("token", token, "seq", Map.of(), "inbox", inbox)));
        assertThat(desk.frame("welcome").get("mode").asString()).isEqualTo("resumed");
        assertThat(offer(page.visit).get("seq").asLong()).isGreaterThan(inbox);
        page.close();
    }

    @Test
    void onlyTheOwnerByTheCurrentEpochMaySend() {
        Page page = open("Олег", null);
        page.write("k-1", "Вопрос");
        long epoch = accept(page.visit);
        Client lebedev = client.as("lebedev");
        JsonNode foreign = new Actions(lebedev)
                .push("chat.send", page.visit, Map.of("ownerEpoch", epoch, "text", "Это чужой чат"));
        assertThat(foreign.get("code").asString()).isEqualTo("owner_epoch_old");
        assertThat(foreign.get("current").get("owner").asString()).isEqualTo("op-1");
        JsonNode old = actions.push("chat.send", page.visit, Map.of("ownerEpoch", epoch - 1, "text", "Старая эпоха"));
        assertThat(old.get("status").asString()).isEqualTo("conflict");
        assertThat(lebedev.get("/v1/sessions/" + page.visit + "/events").status()).isEqualTo(403);
        page.close();
    }

    @Test
    void aRefusedOfferGoesToAnotherOperator() {
        Client gromova = client.as("gromova");
        Actions theirs = new Actions(gromova);
        try (SocketClient other = gromova.socket("/v1/events").hello()) {
            Page page = open("Нина", null);
            page.write("k-1", "Вопрос");
            JsonNode offer = offer(page.visit);
            ready("op-3", theirs, true);
            JsonNode refused = actions.push(
                    "chat.refuse", page.visit, Map.of("ownerEpoch", offer.get("ownerEpoch").asLong(), "reason", "busy"));
            assertThat(refused.get("current").get("owner").asString()).isEqualTo("op-3");
            JsonNode second = other.frame(frame -> isOffer(frame, page.visit), "offer to the other");
            assertThat(second.get("ownerEpoch").asLong()).isGreaterThan(offer.get("ownerEpoch").asLong());
            assertThat(actions.push(
                                    "chat.accept",
                                    page.visit,
                                    Map.of("ownerEpoch", offer.get("ownerEpoch").asLong()))
                            .get("code")
                            .asString())
                    .isEqualTo("not_offered");
            Map<String, Object> epoch = Map.of("ownerEpoch", second.get("ownerEpoch").asLong());
            theirs.push("chat.accept", page.visit, epoch);
            ready("op-3", theirs, false);
            page.close();
        }
    }

    @Test
    void anOwnerWhoStaysAwayLosesTheChat() {
        Page page = open("Вера", null);
        page.write("k-1", "Вопрос");
        long epoch = accept(page.visit);
        desk.cut();
        page.socket.frame(frame -> isNote(frame, "requeued"), "requeue");
        JsonNode late = actions.push("chat.send", page.visit, Map.of("ownerEpoch", epoch, "text", "Поздно"));
        assertThat(late.get("code").asString()).isEqualTo("owner_epoch_old");
        desk = orlova.socket("/v1/events").hello();
        assertThat(offer(page.visit).get("ownerEpoch").asLong()).isGreaterThan(epoch);
        page.close();
    }

    @Test
    void aSecondSocketOfTheSameOperatorReplacesTheFirst() throws InterruptedException {
        SocketClient first = desk;
        desk = orlova.socket("/v1/events").hello();
        assertThat(first.closed()).isEqualTo(4409);
    }

    @Test
    void writingTooFastIsRefusedByNameAndLosesNothing() {
        Page page = open("Быстрый", null);
        for (int i = 0; i < 9; i++) {
            page.write("k-" + i, "Сообщение " + i);
        }
        JsonNode refused = page.socket.frame("error");
        assertThat(refused.get("code").asString()).isEqualTo("rate_limited");
        assertThat(refused.get("key").asString()).isEqualTo("k-8");
        assertThat(refused.get("retryAfter").asInt()).isPositive();
        page.close();
    }

    @Test
    void anInventedVisitorTokenIsRefused() throws InterruptedException {
        try (SocketClient socket = client.socket("/v1/visitor")) {
            socket.send(Map.of("t", "hello", "token", "gv_invented", "seq", 0));
            assertThat(socket.frame("error").get("code").asString()).isEqualTo("token_invalid");
            assertThat(socket.closed()).isEqualTo(4401);
        }
        assertThat(client.with("gv_invented").get("/v1/visitor/events").status()).isEqualTo(401);
    }

    @Test
    void theChatPageIsServedUnderAStrictPolicy() {
        Client.Reply page = client.get("/chat/");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.headers().get("Content-Security-Policy")).contains("default-src 'none'").doesNotContain("unsafe");
        assertThat(client.get("/chat").headers().get("Location")).isEqualTo("/chat/");
        assertThat(client.get("/chat/chat.js").status()).isEqualTo(200);
        assertThat(client.get("/chat/page.css").status()).isEqualTo(200);
        assertThat(client.get("/editor/page.css").status()).isEqualTo(200);
        assertThat(client.get("/pages/page.css").status()).isEqualTo(404);
    }

    /// The customer's side.
    private record Page(Client client, String visit, String token, SocketClient socket) {
        void write(String key, String text) {
            socket.send(Map.of("t", "msg", "key", key, "text", text));
        }

        SocketClient resume(long seq) {
            SocketClient again = client.socket("/v1/visitor");
            again.send(Map.of("t", "hello", "token", token, "seq", seq));
            return again;
        }

        void close() {
            socket.send(Map.of("t", "close"));
            socket.close();
        }
    }

    private Page open(String name, @Nullable String phone) {
        Map<String, String> visit = phone == null
                ? Map.of("name", name, "language", "ru")
                : Map.of("name", name, "language", "ru", "phone", phone);
        JsonNode opened = client.post("/v1/visitor/visits", visit).json();
        SocketClient socket = client.socket("/v1/visitor");
        socket.send(Map.of("t", "hello", "token", opened.get("token").asString(), "seq", 0));
        socket.frame("welcome");
        return new Page(client, opened.get("visit").asString(), opened.get("token").asString(), socket);
    }

    private JsonNode offer(String visit) {
        return desk.frame(frame -> isOffer(frame, visit), "offer of " + visit);
    }

    private long accept(String visit) {
        long epoch = offer(visit).get("ownerEpoch").asLong();
        assertThat(actions.push("chat.accept", visit, Map.of("ownerEpoch", epoch)).get("status").asString())
                .isEqualTo("applied");
        return epoch;
    }

    private JsonNode close(String visit, long epoch) {
        return actions.push(
                "chat.close",
                visit,
                Map.of("ownerEpoch", epoch, "topic", "t-home-down", "result", "resolved", "note", "Проверка " + UUID.randomUUID()));
    }

    private static void ready(String operator, Actions by, boolean ready) {
        by.push("state.set", operator, Map.of("state", ready ? "ready" : "notReady"));
    }

    private static boolean isOffer(JsonNode frame, String visit) {
        return is(frame, "inbox", visit) && frame.get("ev").asString().equals("offered");
    }

    private static boolean is(JsonNode frame, String type, String session) {
        return frame.get("t").asString().equals(type)
                && frame.hasNonNull("s")
                && frame.get("s").asString().equals(session);
    }

    private static boolean isReceipt(JsonNode frame, String kind, long upto) {
        return frame.get("t").asString().equals("receipt")
                && frame.get("kind").asString().equals(kind)
                && frame.get("upto").asLong() == upto;
    }

    private static boolean isNote(JsonNode frame, String kind) {
        return frame.get("t").asString().equals("note") && frame.get("kind").asString().equals(kind);
    }

    private static boolean hasKey(JsonNode frame, String key) {
        return frame.hasNonNull("key") && frame.get("key").asString().equals(key);
    }

    private static void assertGapless(List<Long> sequence) {
        assertThat(sequence).isEqualTo(LongStream.rangeClosed(1, sequence.size()).boxed().toList());
    }
}
