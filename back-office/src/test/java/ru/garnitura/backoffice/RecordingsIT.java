package ru.garnitura.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import ru.garnitura.backoffice.signin.Secrets;
import tools.jackson.databind.JsonNode;

/// Orlova serves the call and records it; Lebedev is another operator, Tikhonova a lead, Polyakova an editor.
@ExtendWith(DemoServer.class)
class RecordingsIT {
    private static final String WAV = "audio/wav";
    private final Client anybody;
    private final Client orlova;
    private final Client lebedev;
    private final BackOfficeServer server;
    private final Actions actions;
    private final String interaction = "i-" + UUID.randomUUID();
    private final byte[] sound = new byte[64_044];
    private final String hash;

    RecordingsIT(Client client, BackOfficeServer server) {
        this.anybody = client;
        this.orlova = client.as("orlova");
        this.lebedev = client.as("lebedev");
        this.server = server;
        this.actions = new Actions(orlova);
        new Random(System.nanoTime()).nextBytes(sound);
        this.hash = HexFormat.of().formatHex(Secrets.sha256().digest(sound));
    }

    private String place() {
        return "/v1/interactions/" + interaction + "/recordings/" + hash;
    }

    private Map<String, Object> told(long bytes) {
        return Map.of("sha256", hash, "seconds", 1, "bytes", bytes, "startedAt", Instant.now().toString(), "whole", true);
    }

    private JsonNode tell(Actions who, long bytes) {
        return who.push("call.recording", interaction, told(bytes));
    }

    private void served() {
        Instant end = Instant.now();
        JsonNode written = actions.push("call.disposition", interaction, Map.of(
                "customer", "c-102", "direction", "in", "startedAt", end.minusSeconds(60).toString(),
                "answeredAt", end.minusSeconds(50).toString(), "endedAt", end.toString(), "waitSeconds", 10,
                "holdSeconds", 0, "transfers", 0, "topic", "t-contracts-passport", "result", "resolved"));
        assertThat(written.get("status").asString()).isEqualTo("applied");
    }

    private long heard() {
        return server.store().read(tx -> tx.number(
                "SELECT COUNT(*) AS n FROM audit WHERE what = 'recording' AND entity = ?", interaction));
    }

    private Client lead() {
        return anybody.as("tikhonova");
    }

    @Test
    void noSoundIsTakenThatWasNotTold() {
        assertThat(orlova.put(place(), sound, WAV).status()).isEqualTo(404);
        assertThat(tell(actions, sound.length).get("status").asString()).isEqualTo("applied");
        assertThat(lebedev.put(place(), sound, WAV).status()).as("told by another").isEqualTo(403);
        assertThat(orlova.put(place(), sound, WAV).status()).isEqualTo(201);
        assertThat(orlova.put(place(), sound, WAV).status()).as("sent once more").isEqualTo(200);
    }

    @Test
    void noMoreIsTakenThanWasToldAndNoMoreIsToldThanTheDeskMayRecord() {
        assertThat(tell(actions, sound.length - 1).get("status").asString()).isEqualTo("applied");
        assertThat(orlova.put(place(), sound, WAV).code()).isEqualTo("too_large");
        assertThat(orlova.get("/v1/interactions/" + interaction + "/recordings").json().get("items").size()).isZero();
        JsonNode refused = actions.push("call.recording", "i-" + UUID.randomUUID(), told(600L << 20));
        assertThat(refused.get("code").asString()).isEqualTo("too_large");
    }

    @Test
    void aBlobIsNoWayAroundTheRules() {
        byte[] large = new byte[(20 << 20) + 1];
        String address = HexFormat.of().formatHex(Secrets.sha256().digest(large));
        assertThat(orlova.put("/v1/blobs/sha256/" + address, large, WAV).code()).isEqualTo("too_large");
        tell(actions, sound.length);
        orlova.put(place(), sound, WAV);
        assertThat(lead().get("/v1/blobs/sha256/" + hash).status()).isEqualTo(404);
    }

    @Test
    void onlyWhoTookTheCallAndWhoLeadsHearItAndEachListeningIsRecorded() {
        tell(actions, sound.length);
        orlova.put(place(), sound, WAV);
        served();
        assertThat(heard()).isZero();
        assertThat(orlova.get(place()).bytes()).isEqualTo(sound);
        assertThat(lead().get(place(), "Range", "bytes=44-143").bytes()).hasSize(100);
        assertThat(heard()).isEqualTo(2);
        for (String other : List.of("lebedev", "polyakova")) {
            assertThat(anybody.as(other).get(place()).status()).as(other).isEqualTo(403);
        }
        assertThat(anybody.get(place()).status()).isEqualTo(401);
        assertThat(heard()).isEqualTo(2);
    }

    @Test
    void theHistoryNamesWhatItsAskerMayHear() {
        tell(actions, sound.length);
        served();
        String history = "/v1/customers/c-102/interactions?limit=200";
        assertThat(orlova.get(history).json().get("recordings").has(interaction)).as("no sound yet").isFalse();
        orlova.put(place(), sound, WAV);
        JsonNode mine = orlova.get(history).json().get("recordings").get(interaction);
        assertThat(mine.get(0).get("sha256").asString()).isEqualTo(hash);
        assertThat(lead().get(history).json().get("recordings").has(interaction)).isTrue();
        assertThat(lebedev.get(history).json().get("recordings").has(interaction)).isFalse();
    }

    @Test
    void anothersCallIsNotRecordedAndAnEditorRecordsNothing() {
        served();
        assertThat(tell(new Actions(lebedev), sound.length).get("code").asString()).isEqualTo("not_yours");
        assertThat(tell(new Actions(anybody.as("polyakova")), sound.length).get("code").asString()).isEqualTo("forbidden");
    }

    @Test
    void aColleagueWhoWasAskedForHelpAndRecordsFirstTakesNothingFromWhoServes() {
        String another = "0".repeat(64);
        Map<String, Object> mostOfAnHour = Map.of("sha256", another, "seconds", 1, "bytes", 200L << 20,
                "startedAt", Instant.now().toString(), "whole", true);
        JsonNode first = new Actions(lebedev).push("call.recording", interaction, mostOfAnHour);
        assertThat(first.get("status").asString()).isEqualTo("applied");
        assertThat(tell(actions, 300L << 20).get("status").asString()).isEqualTo("applied");
    }

    @Test
    void whileTooManyWaitForTheirInteractionsTheSoundIsToBeSentLaterAndNotRefused() {
        tell(actions, sound.length);
        server.store().write(tx -> {
            String id = tx.first(row -> row.text("id"), "SELECT id FROM operator WHERE login = 'orlova'").orElseThrow();
            for (int i = 0; i < 300; i++) {
                tx.update("""
                        INSERT INTO recording(interaction, blob, seconds, started, complete, operator, arrived, told)
                        VALUES(?, ?, 1, 0, TRUE, ?, ?, ?)""",
                        "unfiled-" + i, hash, id, Instant.now(), Instant.now());
            }
            return tx;
        });
        Client.Reply later = orlova.put(place(), sound, WAV);
        assertThat(later.status()).isEqualTo(429);
        assertThat(later.headers().get("Retry-After")).isEqualTo("600");
        served();
        assertThat(orlova.put(place(), sound, WAV).status()).as("of a written interaction").isEqualTo(201);
        server.store().write(tx -> tx.update("DELETE FROM recording WHERE interaction LIKE 'unfiled-%'"));
    }

    @Test
    void whoKnowsAHashAloneGetsNothingByTellingItAsHisOwn() {
        tell(actions, sound.length);
        orlova.put(place(), sound, WAV);
        String stolen = "i-" + UUID.randomUUID();
        new Actions(lebedev).push("call.recording", stolen, told(sound.length));
        String there = "/v1/interactions/" + stolen + "/recordings/" + hash;
        assertThat(lebedev.get(there).status()).isEqualTo(404);
        assertThat(lebedev.put(there, new byte[10], WAV).code()).isEqualTo("hash_mismatch");
        assertThat(lebedev.get(there).status()).isEqualTo(404);
    }
}
