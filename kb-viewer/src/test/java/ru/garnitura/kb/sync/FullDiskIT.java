package ru.garnitura.kb.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.garnitura.kb.sync.FullDiskProcess.Said;

/// No room to write: a process whose files the kernel lets grow no further (`RLIMIT_FSIZE`) stands for a full disk; it
/// fails the same write calls, and the limit can be lifted while the process runs.
@Timeout(180)
class FullDiskIT {

    private static final int MOST_ROUNDS = 60;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @ParameterizedTest
    @CsvSource({"base, 3000", "index, 2400"})
    void theLastGoodBaseServesAndGoesOnWhenThereIsRoom(String what, int blocks) throws IOException, InterruptedException {
        var process = new ProcessBuilder("sh", "-c", "ulimit -S -f " + blocks + "; exec \"$@\"", "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-cp", System.getProperty("java.class.path"),
                FullDiskProcess.class.getName(), folder.toString(), what).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (var tell = process.outputWriter(); var said = process.inputReader()) {
            var good = round(tell, said);
            var now = good;
            for (var rounds = 0; now.outcome().equals("UpToDate") && rounds < MOST_ROUNDS; rounds++) {
                good = now;
                now = round(tell, said);
            }
            for (var again = 0; again < 4; again++) {
                assertThat(now.outcome()).isEqualTo("NotStored");
                assertThat(now.found()).as("found").isTrue();
                assertThat(now.opened()).as("opened").isTrue();
                assertThat(now.aged()).as("has its age").isTrue();
                assertThat(now.articles()).isGreaterThanOrEqualTo(good.articles());
                now = round(tell, said);
            }
            lift(process.pid());
            for (var rounds = 0; now.articles() < good.articles() + 40 && rounds < MOST_ROUNDS; rounds++) {
                now = round(tell, said);
            }
            assertThat(now).isEqualTo(new Said("UpToDate", true, true, now.articles(), true));
            assertThat(now.articles()).isGreaterThanOrEqualTo(good.articles() + 40);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static void lift(long process) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("prlimit", "--pid", Long.toString(process), "--fsize=unlimited:").inheritIO().start()
                .waitFor()).isZero();
    }

    private static Said round(Writer tell, BufferedReader said) throws IOException {
        tell.write("round\n");
        tell.flush();
        for (var line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith("round ")) {
                return Said.parse(line);
            }
            System.err.println(line);
        }
        throw new IllegalStateException("the process ended");
    }
}
