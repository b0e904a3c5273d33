package ru.garnitura.softphone.peers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// sipp playing one of our scenarios, `NAME.xml` beside this class.
public final class Sipp {

    private Sipp() {
    }

    /// Plays a caller's scenario against a phone until all calls are made.
    ///
    /// @param target `host:port`
    /// @param more   further options, such as `-m 10 -r 5`
    /// @return the process, still running
    public static PeerProcess call(Path folder, String scenario, String target, String... more) throws IOException {
        Files.createDirectories(folder);
        Path script = folder.resolve(scenario + ".xml");
        try (InputStream resource = Sipp.class.getResourceAsStream(scenario + ".xml")) {
            if (resource == null) {
                throw new IllegalArgumentException("No scenario " + scenario);
            }
            Files.write(script, resource.readAllBytes());
        }
        int port = FreePorts.row(2);
        List<String> command = new ArrayList<>(List.of("sipp", target, "-sf", script.toString(), "-i", "127.0.0.1",
                "-p", Integer.toString(port), "-mp", Integer.toString(FreePorts.row(4)), "-nostdin", "-timeout", "60s",
                "-trace_err", "-error_file", folder.resolve("errors.log").toString()));
        command.addAll(List.of(more));
        return PeerProcess.start(folder, command);
    }

    /// Waits for the end and fails where a call went otherwise than the scenario says.
    public static void await(PeerProcess sipp, Path folder) throws IOException, InterruptedException {
        int exit = sipp.awaitEnd(Duration.ofSeconds(90));
        if (exit != 0) {
            Path errors = folder.resolve("errors.log");
            throw new AssertionError("sipp ended with " + exit + ":\n" + (Files.exists(errors)
                    ? Files.readString(errors) : String.join("\n", sipp.output())));
        }
    }
}
