package ru.garnitura.desktop.link.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingSpoolTest {

    private static final Instant NOW = Instant.parse("2026-11-22T11:00:00Z");
    private static final String REFUSED = UUID.randomUUID().toString();

    @TempDir
    Path folder;

    private Path file(String name, int days) throws IOException {
        Path file = Files.createFile(folder.resolve(name));
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(Duration.ofDays(days))));
        return file;
    }

    private static String sealed(String key) {
        return KeptRecording.name(NOW, "i-1", key);
    }

    private RecordingSpool open() throws IOException {
        return new RecordingSpool(folder, new SecretKeySpec(new byte[32], "AES"), InstantSource.fixed(NOW), REFUSED::equals);
    }

    @Test
    void whatWasNeverToldIsKeptHoweverOldAndWhatWasRefusedIsNot() throws IOException {
        Path unsent = file(sealed(UUID.randomUUID().toString()), 90);
        Path refused = file(sealed(REFUSED), 31);
        Path unreadable = file(sealed(UUID.randomUUID().toString()) + ".unreadable", 31);
        Path recent = file(sealed(UUID.randomUUID().toString()) + ".unreadable", 29);

        assertThat(open().waiting()).extracting(KeptRecording::file).containsExactly(unsent);
        assertThat(refused).doesNotExist();
        assertThat(unreadable).doesNotExist();
        assertThat(recent).exists();
    }

    @Test
    void aFileThatCannotBeTakenUpStopsNeitherTheOthersNorTheOperator() throws IOException {
        String name = sealed(UUID.randomUUID().toString());
        Path held = Files.createFile(folder.resolve(name + ".part"));
        Files.createFile(Files.createDirectory(folder.resolve(name)).resolve("in the way"));
        Path other = Files.createFile(folder.resolve(sealed(UUID.randomUUID().toString()) + ".part"));

        open();

        assertThat(held).exists();
        assertThat(other).doesNotExist();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(3);
        }
    }
}
