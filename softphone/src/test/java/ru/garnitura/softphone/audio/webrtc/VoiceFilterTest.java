package ru.garnitura.softphone.audio.webrtc;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ru.garnitura.softphone.audio.AudioFrame;
import ru.garnitura.softphone.audio.LoopSource;
import ru.garnitura.softphone.audio.VoiceProcessing;
import ru.garnitura.softphone.audio.Wav;
import ru.garnitura.softphone.audio.signal.Level;

/// What WebRTC's processing does to sounds of known loudness, in decibels.
class VoiceFilterTest {

    private static final System.Logger LOG = System.getLogger("VoiceFilterTest");
    private static final int SECOND = 100;

    private final WebrtcVoiceFilter filter = new WebrtcVoiceFilter();
    private final Random random = new Random(7);

    @AfterEach
    void end() {
        filter.close();
    }

    /// Loudness of many frames together.
    private static final class Loudness {
        private double energy;
        private int samples;

        void add(short[] frame) {
            for (short sample : frame) {
                energy += (double) sample * sample;
            }
            samples += frame.length;
        }

        double dBov() {
            return Math.max(Level.SILENCE, 10 * Math.log10(energy / samples / (32768.0 * 32768.0)));
        }
    }

    private static LoopSource speech() throws Exception {
        try (InputStream in = Objects.requireNonNull(
                Wav.class.getResourceAsStream("/ru/garnitura/assets/speech/internet-1.wav"))) {
            return new LoopSource(Wav.read(in, "speech"));
        }
    }

    /// Half a second of tone, half a second of pause, noise over both.
    private void noisyTone(int index, short[] frame) {
        boolean sounding = index / (SECOND / 2) % 2 == 0;
        for (int i = 0; i < frame.length; i++) {
            double tone = sounding ? 8_000 * Math.sin(2 * Math.PI * 440 * (index * 480L + i) / AudioFrame.RATE) : 0;
            frame[i] = (short) (tone + 300 * random.nextGaussian());
        }
    }

    @Test
    void noiseGoesDownAndTheToneStays() {
        filter.use(new VoiceProcessing(false, true, false));
        short[] frame = AudioFrame.silence();
        Loudness[] before = {new Loudness(), new Loudness()};
        Loudness[] after = {new Loudness(), new Loudness()};
        for (int index = 0; index < 10 * SECOND; index++) {
            noisyTone(index, frame);
            int part = index / (SECOND / 2) % 2;
            boolean measured = index >= 5 * SECOND && index % (SECOND / 2) >= 10;
            if (measured) {
                before[part].add(frame);
            }
            filter.said(frame);
            if (measured) {
                after[part].add(frame);
            }
        }
        double noise = before[1].dBov() - after[1].dBov();
        double tone = before[0].dBov() - after[0].dBov();
        LOG.log(System.Logger.Level.INFO, () -> "noise %.1f dB down, tone %.1f dB".formatted(noise, tone));
        assertThat(noise).as("noise in the pauses, dB down").isGreaterThanOrEqualTo(8);
        assertThat(tone).as("the tone, dB down").isLessThan(3);
    }

    @Test
    void anEchoOfTheHeadsetGoesDown() throws Exception {
        filter.use(new VoiceProcessing(true, false, false));
        LoopSource far = speech();
        short[][] played = new short[12 * SECOND][];
        Loudness before = new Loudness();
        Loudness after = new Loudness();
        short[] near = AudioFrame.silence();
        for (int index = 0; index < played.length; index++) {
            short[] heard = AudioFrame.silence();
            far.read(heard);
            played[index] = heard;
            filter.heard(heard);
            echo(played, index, near);
            if (index >= 6 * SECOND) {
                before.add(near);
            }
            filter.said(near);
            if (index >= 6 * SECOND) {
                after.add(near);
            }
        }
        double down = before.dBov() - after.dBov();
        LOG.log(System.Logger.Level.INFO, () -> "echo %.1f dB down, from %.1f dBov".formatted(down, before.dBov()));
        assertThat(down).as("echo, dB down").isGreaterThanOrEqualTo(20);
    }

    /// 40 ms later, 10 dB quieter, with a little noise of the room.
    private void echo(short[][] played, int index, short[] near) {
        for (int i = 0; i < near.length; i++) {
            double past = index < 4 ? 0 : 0.316 * played[index - 4][i];
            near[i] = (short) (past + 3 * random.nextGaussian());
        }
    }

    @Test
    void aQuietVoiceIsMadeLouder() throws Exception {
        filter.use(new VoiceProcessing(false, false, true));
        LoopSource voice = speech();
        Loudness before = new Loudness();
        Loudness after = new Loudness();
        short[] frame = AudioFrame.silence();
        for (int index = 0; index < 20 * SECOND; index++) {
            voice.read(frame);
            for (int i = 0; i < frame.length; i++) {
                frame[i] = (short) (frame[i] / 12);
            }
            if (index >= 12 * SECOND) {
                before.add(frame);
            }
            filter.said(frame);
            if (index >= 12 * SECOND) {
                after.add(frame);
            }
        }
        double up = after.dBov() - before.dBov();
        LOG.log(System.Logger.Level.INFO, () -> "quiet voice %.1f dB up, from %.1f dBov".formatted(up, before.dBov()));
        assertThat(up).as("a quiet voice, dB up").isGreaterThanOrEqualTo(3);
    }

    @Test
    void offLeavesEverySampleAsItIs() {
        filter.use(VoiceProcessing.OFF);
        short[] frame = AudioFrame.silence();
        noisyTone(0, frame);
        short[] original = frame.clone();
        filter.heard(frame);
        filter.said(frame);
        assertThat(frame).isEqualTo(original);
    }

    @Test
    void nothingIsAllocatedForAFrame() {
        filter.use(VoiceProcessing.ALL);
        short[] frame = AudioFrame.silence();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = 0;
        for (int index = 0; index < 6 * SECOND; index++) {
            if (index == SECOND) {
                before = threads.getCurrentThreadAllocatedBytes();
            }
            Arrays.fill(frame, (short) index);
            filter.heard(frame);
            filter.said(frame);
        }
        long bytes = (threads.getCurrentThreadAllocatedBytes() - before) / (5 * SECOND);
        LOG.log(System.Logger.Level.INFO, () -> bytes + " bytes a frame");
        assertThat(bytes).isLessThan(64);
    }
}
