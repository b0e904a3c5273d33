package ru.garnitura.kb.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.garnitura.kb.article.ArticleId;

/// Kill -9 while the operator's own records are written, again and again without a good end in between.
class KilledRecordsIT {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void whatWasMarkedSurvivesAKill() throws IOException, InterruptedException {
        killAndCheck(2);
    }

    @Test
    @Tag("full")
    void whatWasMarkedSurvivesFortyKillsInARow() throws IOException, InterruptedException {
        killAndCheck(40);
    }

    private void killAndCheck(int kills) throws IOException, InterruptedException {
        var random = new Random(20_261_122);
        var last = -1;
        for (var kill = 0; kill < kills; kill++) {
            last = runAndKill(last, 1 + random.nextInt(40));
        }
        try (var own = new OwnRecords(folder, damage -> assertThat(damage).isNull())) {
            assertThat(own.reading().favourites()).extracting(ArticleId::value)
                    .containsAll(IntStream.rangeClosed(0, last).mapToObj(n -> "t-" + n).toList());
        }
    }

    /// @return the last one the process said that it had marked
    private int runAndKill(int before, int more) throws IOException, InterruptedException {
        var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                MarkingProcess.class.getName(), folder.toString()).redirectErrorStream(true).start();
        try (BufferedReader said = process.inputReader()) {
            var last = before;
            for (var line = said.readLine(); last < before + more; line = said.readLine()) {
                assertThat(line).as("the process goes on until it is killed").isNotNull().doesNotStartWith("damaged");
                if (line != null && line.startsWith("marked ")) {
                    var marked = Integer.parseInt(line.substring("marked ".length()));
                    assertThat(marked).as("what was marked before the last kill is there").isGreaterThan(before);
                    last = marked;
                }
            }
            return last;
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
