package ru.garnitura.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The kept mutations follow the code: a patch that no longer applies would guard nothing.
class MutationsTest {

    @Test
    void everyKeptMutationStillApplies() throws IOException, InterruptedException {
        Path root = Path.of("..").toAbsolutePath().normalize();
        List<Path> patches;
        try (Stream<Path> all = Files.list(root.resolve("tests/mutations"))) {
            patches = all.filter(file -> file.toString().endsWith(".patch")).toList();
        }
        assertThat(patches).isNotEmpty();
        for (Path patch : patches) {
            Process git = new ProcessBuilder("git", "apply", "--check", patch.toString()).directory(root.toFile())
                    .redirectErrorStream(true).start();
            String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(git.waitFor()).as("%s: %s", patch.getFileName(), said).isZero();
        }
    }
}
