package ru.garnitura.desktop.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was said to be durable is there after `kill -9`, and after many without an orderly end in between: more than the
/// twenty-odd after which H2 by itself loses its way.
class OutboxKillIT {

    private static final int MOST_ROWS_A_LIFE = 60;

    @TempDir
    Path folder;

    @Test
    void nothingAcknowledgedIsLostInFortyKills() throws Exception {
        killAgainAndAgain(40);
    }

    @Test
    @Tag("full")
    void nothingAcknowledgedIsLostInTwoHundredKills() throws Exception {
        killAgainAndAgain(200);
    }

    private void killAgainAndAgain(int times) throws Exception {
        var random = new Random(36);
        var acknowledged = new ArrayList<String>();
        for (int i = 0; i < times; i++) {
            liveAndDie(1 + random.nextInt(MOST_ROWS_A_LIFE), acknowledged);
        }
        assertThat(stored()).containsAll(acknowledged);
    }

    /// The last key may have been told while the kill was on its way.
    private void liveAndDie(int rows, List<String> acknowledged) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                OutboxWriter.class.getName(), folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var lines = new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.US_ASCII))) {
            assertThat(Integer.parseInt(String.valueOf(lines.readLine()))).isGreaterThanOrEqualTo(acknowledged.size());
            for (int i = 0; i < rows; i++) {
                String key = lines.readLine();
                assertThat(key).as("a key from the writer").isNotNull();
                acknowledged.add(key);
            }
        } finally {
            writer.destroyForcibly();
            assertThat(writer.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    private Set<String> stored() {
        try (var database = new OutboxDatabase(folder)) {
            var outbox = new H2Outbox(database, InstantSource.system(), () -> { });
            List<Action> all = outbox.head(1_000_000, Integer.MAX_VALUE);
            assertThat(all).isSortedAccordingTo((a, b) -> Long.compare(a.n(), b.n()));
            return new HashSet<>(all.stream().map(Action::key).toList());
        }
    }
}
