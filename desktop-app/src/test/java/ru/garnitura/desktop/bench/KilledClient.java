package ru.garnitura.desktop.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A client of its own process that follows a base until it is killed.
final class KilledClient {

    private static final Pattern KEPT = Pattern.compile("UpToDate\\[changed=(\\d+)]");

    private final int port;
    private final Path folder;
    private final Path errors;

    /// @param folder for the client's store and index
    KilledClient(int port, Path folder) {
        this.port = port;
        this.folder = folder;
        this.errors = folder.resolveSibling("client.err");
    }

    /// Lets it follow the base from its first round on, and kills it.
    ///
    /// @param after milliseconds after its first round
    /// @return how many changes it said that it had kept
    int run(int after, KbSyncBench.Tally tally) throws IOException, InterruptedException {
        var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m", "-cp", System.getProperty("java.class.path"),
                KbSyncClient.class.getName(), Integer.toString(port), folder.toString())
                .redirectError(errors.toFile()).start();
        try (BufferedReader said = process.inputReader()) {
            int kept = heard(said.readLine(), tally);
            if (process.waitFor(after, TimeUnit.MILLISECONDS)) {
                tally.ended("a client ended by itself with " + process.exitValue() + ": " + Files.readString(errors));
            }
            process.toHandle().destroyForcibly();
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                kept += heard(line, tally);
            }
            return kept;
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static int heard(@Nullable String line, KbSyncBench.Tally tally) {
        if (line != null && line.startsWith(KbSyncClient.DAMAGED)) {
            tally.damaged(line);
        }
        Matcher kept = KEPT.matcher(String.valueOf(line));
        return kept.matches() ? Integer.parseInt(kept.group(1)) : 0;
    }
}
