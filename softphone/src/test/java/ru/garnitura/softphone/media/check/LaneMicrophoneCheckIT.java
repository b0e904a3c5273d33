package ru.garnitura.softphone.media.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ru.garnitura.softphone.audio.AudioEndpoints;
import ru.garnitura.softphone.audio.AudioFrame;
import ru.garnitura.softphone.audio.AudioSource;
import ru.garnitura.softphone.audio.Ear;
import ru.garnitura.softphone.audio.ToneShare;
import ru.garnitura.softphone.audio.ToneSource;
import ru.garnitura.softphone.media.check.MicrophoneCheck.Phase;
import ru.garnitura.softphone.media.check.MicrophoneCheck.Reading;

class LaneMicrophoneCheckIT {

    private final ExecutorService io = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void end() {
        io.close();
    }

    /// Half a second of tone, half a second of silence.
    private static final class Speaking implements AudioSource {
        private final ToneSource tone = new ToneSource(440);
        private int frames;

        @Override
        public void read(short[] frame) {
            tone.read(frame);
            boolean pause = frames++ / 50 % 2 == 1;
            for (int i = 0; i < frame.length; i++) {
                frame[i] = (short) (pause ? 0 : frame[i] / 4);
            }
        }
    }

    private static void await(MicrophoneCheck check, Predicate<Reading> wanted) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!wanted.test(check.reading())) {
            assertThat(System.nanoTime()).as("waited for %s", check.reading()).isLessThan(deadline);
            LockSupport.parkNanos(10_000_000);
        }
    }

    @Test
    void theOperatorHearsWhatHeSaidAndIsToldHowItWas() throws Exception {
        Ear ear = new Ear();
        try (MicrophoneCheck check = LaneMicrophoneCheck.open(AudioEndpoints.of(new Speaking(), ear), io)) {
            await(check, now -> now.microphone() > -24);
            check.record();
            await(check, now -> now.phase() == Phase.RECORDING);
            assertThat(check.reading().advice()).isEmpty();
            await(check, now -> now.phase() == Phase.PLAYING);
            assertThat(check.reading().advice()).contains(MicrophoneAdvice.GOOD);
            assertThat(ToneShare.of(ear.listen(1_000), AudioFrame.RATE, 440)).as("what is heard").isGreaterThan(0.4);
            await(check, now -> now.phase() == Phase.IDLE);
            check.play();
            await(check, now -> now.phase() == Phase.PLAYING);
        }
    }
}
