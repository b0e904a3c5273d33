package ru.garnitura.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(DemoServer.class)
class ActionsIT {
    private final Client client;
    private final BackOfficeServer server;
    private final Actions actions;
    private final Instant began = Instant.now();

    ActionsIT(Client client, BackOfficeServer server) {
        this.client = client.as("lebedev");
        this.server = server;
        this.actions = new Actions(this.client);
    }

    @Test
    void theSameKeyAndPayloadHasOneEffectAndTheSameAnswer() {
        Map<String, Object> note = actions.action("customer.note", "c-110", Map.of("text", "Звонить после десяти"));
        JsonNode first = actions.push(List.of(note)).json().get("results").get(0);
        JsonNode again = actions.push(List.of(note)).json().get("results").get(0);
        assertThat(first.get("status").asString()).isEqualTo("applied");
        assertThat(again.get("replayed").asBoolean()).isTrue();
        assertThat(again.get("current")).isEqualTo(first.get("current"));
        assertThat(notes("c-110")).isEqualTo(1);
    }

    @Test
    void theSameKeyWithAnotherPayloadIsRefusedAsAWhole() {
        Map<String, Object> note = actions.action("customer.note", "c-111", Map.of("text", "Первая"));
        actions.push(List.of(note));
        var other = new HashMap<>(note);
        other.put("payload", Map.of("text", "Вторая"));
        Map<String, Object> innocent = actions.action("customer.note", "c-111", Map.of("text", "Третья"));
        Client.Reply refused = actions.push(List.of(innocent, other));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("key").asString()).isEqualTo(note.get("key"));
        assertThat(notes("c-111")).isEqualTo(1);
    }

    @Test
    void aKeyAnotherRequestWorksOnIsAnswered409() throws Exception {
        var holding = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        Map<String, Object> note = actions.action("customer.note", "c-112", Map.of("text", "Одна"));
        try (var lane = Executors.newVirtualThreadPerTaskExecutor()) {
            var holder = CompletableFuture.runAsync(
                    () -> server.store().write(tx -> {
                        holding.countDown();
                        return await(release);
                    }),
                    lane);
            try {
                holding.await();
                var one = CompletableFuture.supplyAsync(() -> actions.push(List.of(note)), lane);
                var other = CompletableFuture.supplyAsync(() -> actions.push(List.of(note)), lane);
                var early = (Client.Reply) CompletableFuture.anyOf(one, other).get(20, TimeUnit.SECONDS);
                assertThat(early.status()).isEqualTo(409);
                assertThat(early.headers().get("Retry-After")).isEqualTo("1");
                release.countDown();
                holder.join();
                assertThat(List.of(one.join().status(), other.join().status())).containsExactlyInAnyOrder(200, 409);
            } finally {
                release.countDown();
            }
        }
        assertThat(actions.push(List.of(note)).json().get("results").get(0).get("replayed").asBoolean()).isTrue();
        assertThat(notes("c-112")).isEqualTo(1);
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void orderIsKeptPerEntity() {
        Map<String, Object> first = actions.action("customer.note", "c-113", Map.of("text", "Первая"));
        Map<String, Object> second = actions.action("customer.note", "c-113", Map.of("text", "Вторая"));
        Map<String, Object> third = actions.action("customer.note", "c-113", Map.of("text", "Третья"));
        actions.push(List.of(first));
        third.put("after", second.get("n"));
        JsonNode early = actions.push(List.of(third)).json();
        assertThat(early.get("results").get(0).get("code").asString()).isEqualTo("predecessor_missing");
        assertThat(early.get("ackedTo").asLong()).isEqualTo(1);
        JsonNode both = actions.push(List.of(second, third)).json();
        assertThat(both.get("results").valueStream().map(result -> result.get("status").asString()))
                .containsExactly("applied", "applied");
        assertThat(both.get("ackedTo").asLong()).isEqualTo(3);
    }

    @Test
    void aRefusedActionDoesNotStopTheOthers() {
        JsonNode answer = actions.push(List.of(
                        actions.action("customer.note", "c-114", Map.of("wrong", "поле")),
                        actions.action("customer.note", "c-99999", Map.of("text", "Никому")),
                        actions.action("no.such.type", "c-114", Map.of()),
                        actions.action("kb.flag", "a-001", Map.of("text", "Опечатка")),
                        actions.action("kb.zero-result", "kb", Map.of("query", "симка на часы")),
                        actions.action("state.set", "op-1", Map.of("state", "ready"))))
                .json();
        assertThat(answer.get("results").valueStream()
                        .map(result -> result.get("status").asString()
                                + (result.hasNonNull("code") ? " " + result.get("code").asString() : "")))
                .containsExactly(
                        "rejected invalid_payload",
                        "rejected unknown_customer",
                        "rejected unknown_type",
                        "applied",
                        "applied",
                        "rejected forbidden");
        assertThat(answer.get("ackedTo").asLong()).isEqualTo(6);
    }

    @Test
    void aDispositionBecomesAnInteractionOnce() {
        String id = "i-" + UUID.randomUUID();
        var payload = new HashMap<String, Object>(Map.of(
                "phone", "+79375550118", "direction", "in", "startedAt", "2026-11-22T11:00:02.000Z",
                "answeredAt", "2026-11-22T11:00:09.000Z", "endedAt", "2026-11-22T11:04:30.000Z", "waitSeconds", 7,
                "holdSeconds", 35, "transfers", 0, "topic", "t-home-down", "result", "resolved"));
        JsonNode applied = actions.push("call.disposition", id, payload);
        assertThat(applied.get("current").get("customer").asString()).isEqualTo("c-102");
        assertThat(applied.get("current").get("talkSeconds").asInt()).isEqualTo(261);
        assertThat(applied.get("current").get("topic").get("title").asString()).isEqualTo("Нет интернета");
        JsonNode twice = actions.push("call.disposition", id, payload);
        assertThat(twice.get("code").asString()).isEqualTo("already_written");
        payload.put("topic", "t-nowhere");
        assertThat(actions.push("call.disposition", id + "x", payload).get("code").asString())
                .isEqualTo("unknown_topic");
        payload.remove("endedAt");
        assertThat(actions.push("call.disposition", id + "y", payload).get("code").asString())
                .isEqualTo("invalid_payload");
    }

    private long notes(String customer) {
        return server.store()
                .read(tx -> tx.number(
                        "SELECT COUNT(*) AS n FROM customer_note WHERE customer = ? AND at >= ?",
                        customer,
                        began));
    }
}
