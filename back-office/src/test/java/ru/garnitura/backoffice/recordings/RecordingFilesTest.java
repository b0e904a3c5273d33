package ru.garnitura.backoffice.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.garnitura.backoffice.store.Store;

/// What becomes of the sound on the disk, apart from who asks for it.
@SuppressWarnings("NullAway.Init")
class RecordingFilesTest {
    private final Instant now = Instant.now().plus(Duration.ofDays(30));

    @TempDir
    Path folder;

    private Path blobs;
    private Path sounds;
    private Store store;

    @BeforeEach
    void open() throws IOException {
        blobs = Files.createDirectories(folder.resolve("blobs"));
        sounds = Files.createDirectories(folder.resolve("recordings"));
        store = Store.open(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static String hash(char of) {
        return String.valueOf(of).repeat(64);
    }

    private void row(String interaction, char hash, long told) {
        store.write(tx -> tx.update(
                """
                INSERT INTO recording(interaction, blob, seconds, started, complete, operator, told)
                VALUES(?, ?, 1, 0, TRUE, 'op-1', ?)""",
                interaction,
                hash(hash),
                told));
    }

    private Recordings.Kept kept(String interaction, char hash) {
        return store.read(tx -> Recordings.find(tx, interaction, hash(hash)).orElseThrow());
    }

    @Test
    void anOlderServersRecordingIsHeardAsBeforeAndIsABlobNoMore() throws IOException {
        row("i-1", 'a', 0);
        row("i-2", 'b', 0);
        for (char hash : new char[] {'a', 'b'}) {
            Files.write(blobs.resolve(hash(hash)), new byte[100]);
        }
        store.write(tx -> tx.update("INSERT INTO blob(hash, bytes, type) VALUES(?, 100, 'audio/wav')", hash('a')));
        store.write(tx -> tx.update("INSERT INTO blob(hash, bytes, type) VALUES(?, 100, 'image/png')", hash('b')));
        var old = new OldRecordings(store, InstantSource.fixed(now), blobs, sounds);
        old.move();
        old.move();
        assertThat(kept("i-1", 'a').arrived()).isTrue();
        assertThat(kept("i-1", 'a').bytes()).isEqualTo(100);
        assertThat(sounds.resolve(hash('a'))).hasSize(100);
        assertThat(blobs.resolve(hash('a'))).doesNotExist();
        assertThat(blobs.resolve(hash('b'))).as("a picture that was told").exists();
        List<String> left = store.read(tx -> tx.list(row -> row.text("hash"), "SELECT hash FROM blob"));
        assertThat(left).containsExactly(hash('b'));
        new RecordingRoutes(store, InstantSource.fixed(now), sounds).clean();
        assertThat(sounds.resolve(hash('a'))).as("a week has not passed since it was moved").exists();
    }

    @Test
    void whatNoInteractionCameForGoesAndOneThatCantBeRemovedKeepsNoOther() throws IOException {
        row("i-1", 'a', 1);
        row("i-2", 'c', now.toEpochMilli());
        Files.createDirectories(sounds.resolve(hash('0')).resolve("held"));
        for (String name : List.of(hash('a'), hash('b'), hash('c'), "in-1.part")) {
            Files.write(sounds.resolve(name), new byte[1]);
        }
        new RecordingRoutes(store, InstantSource.system(), sounds).clean();
        assertThat(sounds.resolve(hash('b'))).as("young").exists();
        new RecordingRoutes(store, InstantSource.fixed(now), sounds).clean();
        assertThat(sounds.toFile().list()).containsExactlyInAnyOrder(hash('0'), hash('c'));
    }
}
