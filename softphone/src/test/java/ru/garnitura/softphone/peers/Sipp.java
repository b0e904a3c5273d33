package ru.garnitura.softphone.peers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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
        List<String> command = new ArrayList<>(List.of("sipp", target));
        command.addAll(options(folder, scenario, FreePorts.row(2)));
        command.addAll(List.of(more));
        return PeerProcess.start(folder, command);
    }

    private static List<String> options(Path folder, String scenario, int port) throws IOException {
        Files.createDirectories(folder);
        Path script = folder.resolve(scenario + ".xml");
        try (InputStream resource = Sipp.class.getResourceAsStream(scenario + ".xml")) {
            if (resource == null) {
                throw new IllegalArgumentException("No scenario " + scenario);
            }
            Files.write(script, resource.readAllBytes());
        }
        return List.of("-sf", script.toString(), "-i", "127.0.0.1", "-p", Integer.toString(port),
                "-mp", Integer.toString(FreePorts.row(4)), "-nostdin", "-timeout", "300s",
                "-trace_err", "-error_file", folder.resolve("errors.log").toString());
    }

    /// Somebody to be called, or a registrar.
    public record Answering(PeerProcess process, Path folder, int port) implements AutoCloseable {

        public String uri() {
            return "sip:sipp@127.0.0.1:" + port;
        }

        /// Waits until all went as the scenario says.
        public void awaitEnd() throws IOException, InterruptedException {
            Sipp.await(process, folder);
        }

        @Override
        public void close() {
            process.close();
        }
    }

    /// Plays a callee's scenario to whoever calls.
    public static Answering answer(Path folder, String scenario, String... more) throws IOException {
        int port = FreePorts.row(2);
        List<String> command = new ArrayList<>(List.of("sipp"));
        command.addAll(options(folder, scenario, port));
        command.addAll(List.of(more));
        Answering answering = new Answering(PeerProcess.start(folder, command), folder, port);
        FreePorts.awaitTaken(port);
        return answering;
    }

    /// Two legs of a back-to-back user agent.
    public record Joining(PeerProcess first, Path firstFolder, PeerProcess second, Path secondFolder) implements AutoCloseable {

        /// Waits until both legs have ended as their scenarios say.
        public void awaitEnd() throws IOException, InterruptedException {
            Sipp.await(first, firstFolder);
            Sipp.await(second, secondFolder);
        }

        @Override
        public void close() {
            first.close();
            second.close();
        }
    }

    /// Joins two phones, `host:port`, which answer by themselves and hang up by themselves.
    public static Joining join(Path folder, String one, String other) throws IOException {
        int meeting = FreePorts.row(2);
        String place = "127.0.0.1:" + meeting;
        Path secondFolder = folder.resolve("second");
        PeerProcess second = call(secondFolder, "join-second", other, "-3pcc", place, "-m", "1");
        FreePorts.awaitTaken(meeting);
        Path firstFolder = folder.resolve("first");
        return new Joining(call(firstFolder, "join-first", one, "-3pcc", place, "-m", "1"), firstFolder, second, secondFolder);
    }

    /// What `-trace_rtt` wrote, milliseconds.
    public static List<Double> responseTimes(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Path times = files.filter(file -> file.getFileName().toString().endsWith("_rtt.csv")).findFirst().orElseThrow();
            return Files.readAllLines(times).stream().skip(1).map(line -> Double.parseDouble(line.split(";", -1)[1])).sorted().toList();
        }
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
