package ru.garnitura.kb.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.garnitura.kb.index.LuceneArticleIndex;
import ru.garnitura.kb.store.Damage;
import ru.garnitura.kb.store.H2ArticleStore;

/// Kill -9 at random points of a synchronisation: what is in the store is what its cursor says, no article lost, doubled or
/// half, and the search follows the store. A kill may take back the last pages, with their cursor: the next round asks for
/// them again. What an earlier start has found stays.
class KilledSyncIT {

    private static final long SEED = 20_261_122;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void aFewKillsLoseNothing() throws IOException, InterruptedException {
        killAndCheck(4);
    }

    @Test
    @Tag("full")
    void twoHundredKillsLoseNothing() throws IOException, InterruptedException {
        killAndCheck(200);
    }

    private void killAndCheck(int kills) throws IOException, InterruptedException {
        var random = new Random(SEED);
        var before = 0;
        for (var kill = 0; kill < kills; kill++) {
            runAndKill(1 + random.nextInt(12));
            before = check(before);
        }
    }

    private void runAndKill(int rounds) throws IOException, InterruptedException {
        var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                SyncProcess.class.getName(), folder.toString()).redirectErrorStream(true).start();
        try (BufferedReader said = process.inputReader()) {
            var done = 0;
            while (done < rounds) {
                var line = said.readLine();
                assertThat(line).as("the process goes on until it is killed").isNotNull().doesNotStartWith("damaged");
                done += line != null && line.startsWith("UpToDate") ? 1 : 0;
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /// @return pages in the store now
    private int check(int before) {
        var damages = new ArrayList<Damage>();
        try (var store = new H2ArticleStore(folder.resolve("store"), damages::add);
                var index = new LuceneArticleIndex(folder.resolve("index"))) {
            var resume = store.state().resume();
            var pages = resume == null ? 0 : Integer.parseInt(resume.cursor());
            assertThat(damages).isEmpty();
            assertThat(pages).isGreaterThanOrEqualTo(before);
            assertThat(store.titles()).hasSize(pages * EndlessKbApi.PAGE);
            new IndexFollower(store, index).catchUp(true);
            assertThat(index.size()).isEqualTo(pages * EndlessKbApi.PAGE);
            return pages;
        }
    }
}
