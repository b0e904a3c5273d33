package ru.garnitura.desktop.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import ru.garnitura.softphone.audio.AudioEndpoints;
import ru.garnitura.softphone.audio.AudioFrame;
import ru.garnitura.softphone.audio.AudioSink;
import ru.garnitura.softphone.audio.AudioSource;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.CallState;
import ru.garnitura.softphone.call.SipAccount;
import ru.garnitura.softphone.call.SrtpPolicy;
import ru.garnitura.softphone.peers.MediaPhone;

/// Mouth to ear: impulses said by one phone, the time until the other one plays them. First without devices, over real
/// sockets with real clocks; then through the devices of a sound server ([DeviceEar]).
public final class EarBench {

    private static final int SPACING_FRAMES = 50;
    private static final int LOUD = 4000;
    private static final long WARM_UP = 3_000_000_000L;

    private final Queue<Long> said = new ConcurrentLinkedQueue<>();
    private final Samples first = new Samples();
    private final Samples second = new Samples();
    private final Samples all = new Samples();
    private final long begun = System.nanoTime();
    private final long span;
    private int frames;
    private int spoken;
    private int heard;
    private int deaf;

    private EarBench(int seconds) {
        span = seconds * 1_000_000_000L;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        int seconds = BenchOptions.number(args, "--seconds", 120);
        System.exit(new EarBench(seconds).measure(seconds).finish(System.out, args));
    }

    private BenchReport measure(int seconds) throws IOException, InterruptedException {
        SipAccount.CallPolicy policy = new SipAccount.CallPolicy(-1, 0, 1, List.of("pcmu"), SrtpPolicy.OFF);
        AudioEndpoints mouth = AudioEndpoints.of(this::say, AudioSink.silence());
        AudioEndpoints ear = AudioEndpoints.of(AudioSource.silence(), this::hear);
        try (MediaPhone caller = MediaPhone.start("caller", policy, io -> mouth);
                MediaPhone callee = MediaPhone.start("callee", new SipAccount.CallPolicy(0, 0, 1, policy.codecs(), SrtpPolicy.OFF),
                        io -> ear)) {
            CallId call = caller.phone().dial(callee.phone().uri());
            caller.phone().awaitState(call, CallState.CONFIRMED);
            while (elapsed() < span + WARM_UP + 2_000_000_000L) {
                LockSupport.parkNanos(50_000_000);
            }
        }
        BenchReport report = new BenchReport("ear", Map.of("seconds", seconds, "codec", "pcmu", "devices", "none, then PulseAudio null sinks"));
        report.atMost("software_only_p50", all.percentile(50), "ms", 40.0);
        report.atMost("software_only_p95", all.percentile(95), "ms", null);
        report.atMost("impulses_lost", spoken - heard, "", 0.0);
        report.atMost("growth", second.percentile(50) - first.percentile(50), "ms", 5.0);
        new DeviceEar(seconds).measure(report);
        return report;
    }

    private long elapsed() {
        return System.nanoTime() - begun;
    }

    private void say(short[] frame) {
        Arrays.fill(frame, (short) 0);
        if (frames++ % SPACING_FRAMES == 0 && elapsed() > WARM_UP && elapsed() < span + WARM_UP) {
            for (int i = 0; i < 48; i++) {
                frame[i] = (short) (i % 24 < 12 ? 20_000 : -20_000);
            }
            spoken++;
            said.add(System.nanoTime());
        }
    }

    /// When the impulse heard now was said: an earlier one that is still waited for was lost.
    private @Nullable Long latest() {
        Long latest = null;
        for (Long next = said.poll(); next != null; next = said.poll()) {
            latest = next;
        }
        return latest;
    }

    /// The impulse's place in the frame counts: sound before it is not late.
    private void hear(short[] frame) {
        long now = System.nanoTime();
        deaf = Math.max(0, deaf - 1);
        for (int i = 0; i < frame.length && deaf == 0; i++) {
            Long at = Math.abs(frame[i]) > LOUD ? latest() : null;
            if (at != null) {
                double ms = (now - at) / 1e6 + i * 1000.0 / AudioFrame.RATE;
                all.add(ms);
                (elapsed() < span / 2 + WARM_UP ? first : second).add(ms);
                heard++;
                deaf = SPACING_FRAMES / 2;
            }
        }
    }
}
