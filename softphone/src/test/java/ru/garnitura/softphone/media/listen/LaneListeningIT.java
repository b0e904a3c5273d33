package ru.garnitura.softphone.media.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
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
import ru.garnitura.softphone.media.listen.Listening.Phase;
import ru.garnitura.softphone.media.listen.Listening.Reading;

/// Two seconds: in the first the operator says 440 Hz, in the second the customer 1000 Hz.
class LaneListeningIT {

    private static final int SECOND = Tape.RATE;
    private final ExecutorService io = Executors.newVirtualThreadPerTaskExecutor();
    private final Tape tape = new Tape();
    private final Ear ear = new Ear();
    private final Listening listening =
            new LaneListening(tape, AudioEndpoints.of(AudioSource.silence(), ear), io);

    @AfterEach
    void end() {
        listening.close();
        io.close();
    }

    private static byte[] recording(int seconds) {
        ByteBuffer wav = ByteBuffer.allocate(44 + seconds * SECOND * 4).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF....WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16).putShort((short) 1).putShort((short) 2);
        wav.putInt(SECOND).putInt(SECOND * 4).putShort((short) 4).putShort((short) 16);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(seconds * SECOND * 4);
        for (int i = 0; i < seconds * SECOND; i++) {
            boolean operator = i < SECOND;
            short tone = (short) (8_000 * Math.sin(2 * Math.PI * (operator ? 440 : 1000) * i / SECOND));
            wav.putShort(operator ? tone : 0).putShort(operator ? 0 : tone);
        }
        return wav.array();
    }

    private void load() throws IOException {
        tape.write(recording(2));
        tape.complete();
    }

    private void await(Predicate<Reading> wanted) {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!wanted.test(listening.reading())) {
            assertThat(System.nanoTime()).as("waited for %s", listening.reading()).isLessThan(deadline);
            LockSupport.parkNanos(5_000_000);
        }
    }

    private double share(double hertz) throws InterruptedException {
        return ToneShare.of(ear.listen(200), AudioFrame.RATE, hertz);
    }

    @Test
    void bothSidesAreHeardUpToTheEndAndOnceMoreFromTheBeginning() throws Exception {
        load();
        listening.play();
        await(now -> now.at().toMillis() > 200);
        assertThat(share(440)).isGreaterThan(0.95);
        await(now -> now.at().toMillis() > 1_200);
        assertThat(share(1000)).isGreaterThan(0.95);
        await(now -> now.phase() == Phase.ENDED);
        listening.play();
        await(now -> now.phase() == Phase.PLAYING && now.at().toMillis() < 1_000);
    }

    @Test
    void aPauseKeepsThePlaceAndLetsTheHeadsetGo() throws Exception {
        load();
        listening.play();
        await(now -> now.at().toMillis() > 100);
        listening.pause();
        Duration place = listening.reading().at();
        long heard = ear.heard();
        LockSupport.parkNanos(Duration.ofMillis(150).toNanos());
        assertThat(ear.heard() - heard).as("frames after the pause").isLessThanOrEqualTo(2);
        assertThat(listening.reading().at().minus(place)).isLessThanOrEqualTo(Duration.ofMillis(20));
        listening.seek(Duration.ofMillis(1_100));
        listening.play();
        await(now -> now.at().toMillis() > 1_200);
        assertThat(share(1000)).isGreaterThan(0.95);
    }

    @Test
    void whatHasNotComeIsWaitedForAndNotPassedOver() throws Exception {
        byte[] wav = recording(2);
        tape.write(wav, 0, 44 + SECOND * 2);
        listening.seek(Duration.ofSeconds(2));
        assertThat(listening.reading().at()).as("no further than what is there").isEqualTo(Duration.ofMillis(500));
        listening.seek(Duration.ofMillis(100));
        listening.seek(listening.reading().at().plusMillis(400));
        assertThat(listening.reading().at()).as("two moves at once").isEqualTo(Duration.ofMillis(500));
        listening.play();
        assertThat(share(440)).as("silence meanwhile").isZero();
        assertThat(listening.reading().phase()).isEqualTo(Phase.PLAYING);
        tape.write(wav, 44 + SECOND * 2, wav.length - 44 - SECOND * 2);
        tape.complete();
        await(now -> now.at().toMillis() > 1_200);
        assertThat(share(1000)).isGreaterThan(0.95);
    }

    @Test
    void noMoreIsHeldThanAShareOfTheMemoryAndThatCanBeHeard() throws Exception {
        Tape small = new Tape(3 * SECOND);
        assertThatThrownBy(() -> small.write(recording(2))).isInstanceOf(IOException.class);
        assertThat(small.isFull()).isTrue();
        assertThat(small.length()).isEqualTo(SECOND);
        tape.write(recording(2));
        assertThat(tape.isFull()).isFalse();
    }

    @Test
    void whatIsNoRecordingIsRefusedAndNothingIsTakenAfterTheEnd() throws IOException {
        assertThatThrownBy(() -> tape.write(new byte[100])).isInstanceOf(IOException.class).hasMessageContaining("not a recording");
        Tape closed = new Tape();
        closed.close();
        assertThatThrownBy(() -> closed.write(recording(1))).isInstanceOf(IOException.class);
    }
}
