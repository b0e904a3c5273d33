package ru.garnitura.desktop.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import ru.garnitura.softphone.audio.AudioEndpoints;
import ru.garnitura.softphone.audio.AudioSink;
import ru.garnitura.softphone.audio.ToneSource;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.CallState;
import ru.garnitura.softphone.call.SipAccount;
import ru.garnitura.softphone.call.SrtpPolicy;
import ru.garnitura.softphone.peers.AnsweringPhones;
import ru.garnitura.softphone.peers.Baresip;
import ru.garnitura.softphone.peers.MediaPhone;

/// Processor time and memory of calls: the answering side, ours and baresip's, called by the same callers in turn. File
/// in, file out, no window; audio processing off, and what it adds to a call reported apart.
public final class CallBench {

    private static final int[] CALLS = {1, 5};
    /// Calls of one phone at once.
    private static final int LINES = 3;
    private static final Duration SETTLED = Duration.ofSeconds(20);
    private static final int PACKETS_A_SECOND = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /// What passes before and after the span that is measured.
    private static final Duration AROUND = Duration.ofSeconds(40);

    private final Path folder;
    private final Duration span;
    private final Path clip;

    private CallBench(Path folder, Duration span) throws IOException {
        this.folder = folder;
        this.span = span;
        clip = Files.write(folder.resolve("clip.wav"), MediaBench.file(lasting(span.plus(AROUND)), 48_000));
    }

    /// Speech of that length at least: baresip says a file once and is silent, or hangs up, when it has ended.
    private static short[] lasting(Duration time) throws IOException {
        short[] clips = Speech.clips(48_000);
        short[] all = new short[(int) Math.ceilDiv(time.toSeconds() * 48_000, clips.length) * clips.length];
        for (int at = 0; at < all.length; at += clips.length) {
            System.arraycopy(clips, 0, all, at, clips.length);
        }
        return all;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        int seconds = BenchOptions.number(args, "--seconds", 60);
        CallBench bench = new CallBench(Files.createTempDirectory("garnitura-call"), Duration.ofSeconds(seconds));
        System.exit(bench.measure(seconds).finish(System.out, args));
    }

    private BenchReport measure(int seconds) throws IOException, InterruptedException {
        BenchReport report = new BenchReport("call", Map.of("seconds", seconds, "packet_ms", 20, "processing", "off, and reported apart"));
        Map<String, Double> theirs = new TreeMap<>();
        for (String codec : List.of("pcmu", "opus")) {
            for (int calls : CALLS) {
                double our = ours(calls, codec, "plain");
                double their = baresip(calls, codec);
                String key = "%s_%d_".formatted(codec, calls);
                report.atMost(key + "cpu_per_call", our / calls, "%", null);
                report.atMost(key + "cpu_ratio", our / their, "x", codec.equals("pcmu") ? 1.5 : 2.0);
                theirs.put(key + "cpu_per_call", their / calls);
            }
            memory(codec, report);
        }
        double plain = ours(1, "pcmu", "plain");
        report.atMost("processing_cpu", ours(1, "pcmu", "processed") - plain, "%", 3.0);
        report.peer("baresip", Peers.version("baresip-core"), "one process a call, aufile in, aubridge and sndfile out",
                new BenchReport.Figures("%", theirs));
        return report;
    }

    /// @param sound `plain`, or `processed` by echo cancellation, noise suppression and level control
    private double ours(int phones, String codec, String sound) throws IOException, InterruptedException {
        Process process = answering(phones, codec, sound);
        try (BufferedReader lines = process.inputReader()) {
            return cost(addresses(lines), codec, List.of(process.pid()));
        } finally {
            process.destroyForcibly();
        }
    }

    /// With the desktop's own heap, touched from the start: what passes through it is no memory of a call. The compiler is
    /// left as it is: minutes of calls are measured, not a start.
    private Process answering(int phones, String codec, String sound) throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-Xms32m", "-Xmn24m", "-Xmx256m", "-XX:TrimNativeHeapInterval=10000",
                "-XX:+AlwaysPreTouch",
                "-cp", System.getProperty("java.class.path"), AnsweringPhones.class.getName(), Integer.toString(phones),
                codec, clip.toString(), folder.resolve("heard").toString(), sound)
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static List<String> addresses(BufferedReader lines) throws IOException {
        List<String> addresses = new ArrayList<>();
        for (String line = lines.readLine(); line != null && !line.equals("ready"); line = lines.readLine()) {
            if (line.startsWith("sip:")) {
                addresses.add(line);
            }
        }
        return addresses;
    }

    /// What each further call costs a phone that has talked for a while: one talked on, the others on hold, all of them
    /// sending and receiving.
    private void memory(String codec, BenchReport report) throws IOException, InterruptedException {
        Process process = answering(1, codec, "plain");
        List<MediaPhone> callers = new ArrayList<>();
        try (BufferedReader lines = process.inputReader()) {
            String phone = addresses(lines).getFirst();
            callers.add(call(phone, codec));
            rest(SETTLED);
            double one = memory(process.pid());
            while (callers.size() < LINES) {
                callers.add(call(phone, codec));
            }
            rest(SETTLED);
            double all = memory(process.pid());
            checkTalk(callers, SETTLED.dividedBy(2));
            report.atMost(codec + "_memory_one_call", one / 1024, "MB", null);
            report.atMost(codec + "_memory_per_further_call", (all - one) / (LINES - 1) / 1024, "MB", 3.0);
        } finally {
            callers.forEach(MediaPhone::close);
            process.destroyForcibly();
        }
    }

    private double baresip(int calls, String codec) throws IOException, InterruptedException {
        List<Baresip> phones = new ArrayList<>();
        try {
            List<String> addresses = new ArrayList<>();
            List<Long> processes = new ArrayList<>();
            for (int i = 0; i < calls; i++) {
                Baresip.Setup setup = new Baresip.Setup("bob", "", 440, List.of(codec.equals("pcmu") ? "g711" : codec), true)
                        .saying(clip);
                Baresip phone = Baresip.start(folder.resolve(codec + calls + "-" + i), setup);
                phones.add(phone);
                addresses.add("sip:bob@127.0.0.1:" + phone.port());
                processes.add(phone.process().pid());
            }
            return cost(addresses, codec, processes);
        } finally {
            for (Baresip phone : phones) {
                phone.close();
            }
        }
    }

    private double cost(List<String> addresses, String codec, List<Long> processes) throws IOException, InterruptedException {
        List<MediaPhone> callers = new ArrayList<>();
        try {
            rest(Duration.ofSeconds(3));
            double idle = share(processes);
            for (String address : addresses) {
                callers.add(call(address, codec));
            }
            rest(Duration.ofSeconds(10));
            double busy = share(processes);
            checkTalk(callers, span);
            return busy - idle;
        } finally {
            callers.forEach(MediaPhone::close);
        }
    }

    /// Whoever fell silent was measured doing nothing.
    private static void checkTalk(List<MediaPhone> callers, Duration span) throws IOException {
        for (MediaPhone caller : callers) {
            long received = caller.phone().calls().stream()
                    .mapToLong(call -> caller.phone().softphone().media(call.id()).packetsReceived()).sum();
            if (received < span.toSeconds() * PACKETS_A_SECOND) {
                throw new IOException("only " + received + " packets came in a call of more than " + span);
            }
        }
    }

    private static MediaPhone call(String address, String codec) throws InterruptedException {
        MediaPhone caller = MediaPhone.start("caller", new SipAccount.CallPolicy(-1, 0, 1, List.of(codec), SrtpPolicy.OFF),
                io -> AudioEndpoints.of(new ToneSource(1000), AudioSink.silence()));
        CallId call = caller.phone().dial(address);
        caller.phone().await(() -> caller.phone().calls().stream().anyMatch(now -> now.id().equals(call)
                && now.state() == CallState.CONFIRMED), PATIENCE);
        return caller;
    }

    /// Percent of one core over the span.
    private double share(List<Long> processes) throws IOException {
        Map<Path, Long> before = nanos(processes);
        long start = System.nanoTime();
        rest(span);
        long spent = nanos(processes).entrySet().stream()
                .mapToLong(thread -> thread.getValue() - before.getOrDefault(thread.getKey(), 0L)).sum();
        return 100.0 * spent / (System.nanoTime() - start);
    }

    private static void rest(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }

    /// Processor time of each thread there is, nanoseconds (`schedstat`).
    private static Map<Path, Long> nanos(List<Long> processes) throws IOException {
        Map<Path, Long> spent = new HashMap<>();
        for (long process : processes) {
            try (DirectoryStream<Path> threads = Files.newDirectoryStream(Path.of("/proc", Long.toString(process), "task"))) {
                for (Path thread : threads) {
                    spentBy(thread).ifPresent(nanos -> spent.put(thread, nanos));
                }
            }
        }
        return spent;
    }

    /// Empty where the thread has ended meanwhile.
    private static OptionalLong spentBy(Path thread) throws IOException {
        try {
            return OptionalLong.of(Long.parseLong(Files.readString(thread.resolve("schedstat")).split(" ", 2)[0]));
        } catch (NoSuchFileException ended) {
            return OptionalLong.empty();
        }
    }

    /// Proportional set size, kilobytes.
    private static double memory(long process) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", Long.toString(process), "smaps_rollup"))) {
            if (line.startsWith("Pss:")) {
                return Double.parseDouble(line.replaceAll("[^0-9]", ""));
            }
        }
        throw new IOException("no PSS of " + process);
    }
}
