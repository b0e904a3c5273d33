package ru.garnitura.desktop.bench;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import ru.garnitura.softphone.peers.DeskPhones;
import ru.garnitura.softphone.peers.PulseAudio;

/// Mouth to ear through the sound server: impulses are said at a desk whose mouth and ear are two channels of one device,
/// so that one recording holds both, and no clock is compared with another.
final class DeviceEar {

    private static final int RATE = PulseAudio.RATE;
    private static final int SPACING = RATE / 2;
    private static final int LOUD = 4_000;
    private static final int WARM_UP_SECONDS = 8;

    private final int seconds;
    private final Samples first = new Samples();
    private final Samples second = new Samples();
    private final Samples all = new Samples();
    private int spoken;
    private int heard;

    DeviceEar(int seconds) {
        this.seconds = seconds;
    }

    /// Adds `devices_...` to the report.
    void measure(BenchReport report) throws IOException, InterruptedException {
        try (PulseAudio pulse = PulseAudio.start()) {
            pulse.plugDesk();
            ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-Xmx256m", "-cp",
                    System.getProperty("java.class.path"), DeskPhones.class.getName(), "pcmu")
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().putAll(pulse.environment());
            Process phones = builder.start();
            try (BufferedReader lines = phones.inputReader()) {
                for (String line = lines.readLine(); !"talking".equals(line); line = lines.readLine()) {
                    if (line == null) {
                        throw new IOException("the phones did not begin to talk");
                    }
                }
                compare(pulse);
            } finally {
                phones.destroyForcibly();
            }
        }
        report.atMost("devices_p50", all.percentile(50), "ms", 100.0);
        report.atMost("devices_p95", all.percentile(95), "ms", null);
        report.atMost("devices_impulses", spoken, "", null);
        report.atMost("devices_impulses_lost", spoken - heard, "", 0.0);
        report.atMost("devices_growth", second.percentile(50) - first.percentile(50), "ms", 5.0);
    }

    /// The last second says nothing, so that the last impulse is heard in time.
    private void compare(PulseAudio pulse) throws IOException {
        pulse.say(impulses());
        Deque<Long> said = new ArrayDeque<>();
        long begun = -1;
        long quietLeft = 0;
        long quietRight = 0;
        try (InputStream raw = pulse.listen(); DataInputStream in = new DataInputStream(new BufferedInputStream(raw, 1 << 12))) {
            for (long at = 0; begun < 0 ? at < 60L * RATE : at - begun < (WARM_UP_SECONDS + seconds) * (long) RATE; at++) {
                int left = Short.reverseBytes(in.readShort());
                int right = Short.reverseBytes(in.readShort());
                if (Math.abs(left) > LOUD && at >= quietLeft) {
                    quietLeft = at + SPACING / 2;
                    begun = begun < 0 ? at : begun;
                    if (at - begun >= (long) WARM_UP_SECONDS * RATE && at - begun < (WARM_UP_SECONDS + seconds - 1) * (long) RATE) {
                        said.add(at);
                        spoken++;
                    }
                }
                if (Math.abs(right) > LOUD && at >= quietRight) {
                    quietRight = at + SPACING / 2;
                    hear(said, at, at - begun);
                }
            }
        } catch (EOFException ended) {
            throw new IOException("the sound server ended", ended);
        }
    }

    private void hear(Deque<Long> said, long at, long since) {
        while (!said.isEmpty() && at - said.peekFirst() > SPACING) {
            said.removeFirst();
        }
        if (!said.isEmpty()) {
            double ms = (at - said.removeFirst()) * 1000.0 / RATE;
            all.add(ms);
            (since < (WARM_UP_SECONDS + seconds / 2L) * RATE ? first : second).add(ms);
            heard++;
        }
    }

    private short[] impulses() {
        short[] samples = new short[(WARM_UP_SECONDS + seconds + 2) * RATE];
        for (int at = RATE; at < samples.length - RATE; at += SPACING) {
            for (int i = 0; i < RATE / 1000; i++) {
                samples[at + i] = (short) (i % 24 < 12 ? 20_000 : -20_000);
            }
        }
        return samples;
    }
}
