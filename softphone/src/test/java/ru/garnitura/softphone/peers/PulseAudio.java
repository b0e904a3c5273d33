package ru.garnitura.softphone.peers;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A private PulseAudio server with a headset that nobody wears: whoever is started with [#environment()] has the
/// microphone `mouth` and the earpiece `ear`; the test speaks into the one and hears the other.
///
/// The sound library reads `PULSE_SERVER` when its process starts to use it and cannot be told later: give the
/// environment to a child process (`ProcessBuilder.environment().putAll(...)`), the desktop or a JVM of its own.
public final class PulseAudio implements AutoCloseable {

    public static final int RATE = 48_000;

    private final Path folder;
    private final List<Process> children = new ArrayList<>();

    private PulseAudio(Path folder) {
        this.folder = folder;
    }

    /// Starts the server and waits until it answers.
    public static PulseAudio start() throws IOException, InterruptedException {
        PulseAudio pulse = new PulseAudio(Files.createTempDirectory("pulse"));
        pulse.serve();
        return pulse;
    }

    private void serve() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1",
                "--use-pid-file=no", "--log-target=file:" + folder.resolve("log")));
        for (String module : List.of("module-native-protocol-unix auth-anonymous=1 socket=" + socket(),
                "module-null-sink sink_name=ear rate=48000 channels=1 channel_map=mono"
                        + " sink_properties=device.description=Headset",
                "module-null-sink sink_name=mouth_in rate=48000 channels=1 channel_map=mono",
                "module-remap-source source_name=mouth master=mouth_in.monitor channels=1 channel_map=mono"
                        + " source_properties=device.description=Microphone")) {
            command.addAll(List.of("-L", module));
        }
        Process server = launch(command);
        long deadline = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (pactl("info") != 0) {
            if (System.nanoTime() > deadline || !server.isAlive()) {
                close();
                throw new IOException("pulseaudio did not start in " + folder);
            }
        }
        pactl("set-default-sink", "ear");
        pactl("set-default-source", "mouth");
    }

    private Path socket() {
        return folder.resolve("native");
    }

    /// What a process needs to use this server.
    public Map<String, String> environment() {
        return Map.of("PULSE_SERVER", "unix:" + socket(), "PULSE_RUNTIME_PATH", folder.toString());
    }

    /// Plugs in a headset that nobody wears.
    ///
    /// @return what [#unplug] takes
    public String plugEarpiece(String name, String description) throws IOException, InterruptedException {
        return load("module-null-sink", "sink_name=" + name, "rate=48000", "channels=1", "channel_map=mono",
                "sink_properties='device.description=\"" + description + "\"'");
    }

    /// Plugs in a microphone that says what is played into the sink `name_in`.
    ///
    /// @return what [#unplug] takes
    public String plugMicrophone(String name, String description) throws IOException, InterruptedException {
        load("module-null-sink", "sink_name=" + name + "_in", "rate=48000", "channels=1", "channel_map=mono");
        return load("module-remap-source", "source_name=" + name, "master=" + name + "_in.monitor", "channels=1",
                "channel_map=mono", "source_properties='device.description=\"" + description + "\"'");
    }

    /// Plugs in a desk whose mouth and ear are the two channels of one device with one clock: the microphone `Desk mouth`
    /// gives what is played on the sink `said`, the headset is `Desk ear`, and [#listen] records both side by side.
    public void plugDesk() throws IOException, InterruptedException {
        load("module-null-sink", "sink_name=desk", "rate=48000", "channels=2", "channel_map=front-left,front-right");
        load("module-remap-sink", "sink_name=said", "master=desk", "channels=1", "channel_map=mono",
                "master_channel_map=front-left", "remix=no");
        load("module-remap-sink", "sink_name=heard", "master=desk", "channels=1", "channel_map=mono",
                "master_channel_map=front-right", "remix=no", "sink_properties='device.description=\"Desk ear\"'");
        load("module-remap-source", "source_name=lips", "master=desk.monitor", "channels=1", "channel_map=mono",
                "master_channel_map=front-left", "remix=no", "source_properties='device.description=\"Desk mouth\"'");
    }

    /// What is said (left) and heard (right) at the desk, 16 bits a sample, from now on without a gap.
    public InputStream listen() throws IOException {
        return launch(List.of("parec", "--raw", "--format=s16le", "--rate=" + RATE, "--channels=2",
                "--latency-msec=20", "--device=desk.monitor")).getInputStream();
    }

    /// Says a sound at the desk once.
    ///
    /// @param samples mono
    public void say(short[] samples) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(samples);
        Path file = Files.write(folder.resolve("said"), bytes.array());
        launch(List.of("pacat", "--playback", "--raw", "--format=s16le", "--rate=" + RATE, "--channels=1",
                "--latency-msec=20", "--device=said", file.toString()));
    }

    private String load(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("pactl", "load-module"));
        command.addAll(List.of(words));
        Process process = launch(command);
        String module = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (!process.waitFor(10, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("not plugged in: " + command);
        }
        return module;
    }

    /// The microphone that is there from the start, for [#unplug].
    public String microphone() throws IOException, InterruptedException {
        Process process = launch(List.of("pactl", "list", "short", "modules"));
        String modules = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor(10, TimeUnit.SECONDS);
        return modules.lines().filter(line -> line.contains("source_name=mouth ")).findFirst().orElseThrow().split("\t", -1)[0];
    }

    /// Pulls a plug.
    public void unplug(String plugged) throws IOException, InterruptedException {
        pactl("unload-module", plugged);
    }

    /// What is played on a headset, from now on without a gap.
    ///
    /// @param earpiece as it was plugged in
    public PulseRecording record(String earpiece) throws IOException {
        return new PulseRecording(launch(List.of("parec", "--raw", "--format=s16le", "--rate=" + RATE, "--channels=1",
                "--latency-msec=20", "--device=" + earpiece + ".monitor")).getInputStream());
    }

    /// Speaks a tone into the microphone until the server ends.
    public void speak(double hertz) throws IOException {
        speak(hertz, "mouth");
    }

    /// Speaks a tone into a microphone that was plugged in.
    public void speak(double hertz, String microphone) throws IOException {
        ByteBuffer tone = ByteBuffer.allocate(RATE * 2 * 120).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; tone.hasRemaining(); i++) {
            tone.putShort((short) Math.round(10_000 * Math.sin(2 * Math.PI * hertz * i / RATE)));
        }
        Path file = Files.write(folder.resolve("tone-" + hertz), tone.array());
        launch(List.of("pacat", "--playback", "--raw", "--format=s16le", "--rate=" + RATE, "--channels=1",
                "--latency-msec=20", "--device=" + microphone + "_in", file.toString()));
    }

    /// Hears what is played on the headset from now on.
    public short[] hear(Duration duration) throws IOException {
        Process recorder = launch(List.of("parec", "--raw", "--format=s16le", "--rate=" + RATE, "--channels=1",
                "--latency-msec=20", "--device=ear.monitor"));
        try (DataInputStream in = new DataInputStream(recorder.getInputStream())) {
            byte[] bytes = in.readNBytes((int) (duration.toMillis() * RATE / 1000 * 2));
            short[] sound = new short[bytes.length / 2];
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(sound);
            return sound;
        } finally {
            end(recorder);
        }
    }

    /// Pulls every plug: the server is gone at once, as with a crash of the sound system.
    public void crash() {
        children.getFirst().destroyForcibly();
    }

    private int pactl(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("pactl"));
        command.addAll(List.of(words));
        Process process = launch(command);
        process.getInputStream().readAllBytes();
        return process.waitFor(10, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    private Process launch(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment());
        builder.environment().put("HOME", folder.toString());
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        if (!command.getFirst().equals("pactl")) {
            children.add(process);
        }
        return process;
    }

    private static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(3, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stop) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        for (Process child : children.reversed()) {
            end(child);
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
