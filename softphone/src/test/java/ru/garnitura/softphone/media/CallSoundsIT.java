package ru.garnitura.softphone.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.garnitura.assets.Sounds;
import ru.garnitura.softphone.audio.ToneShare;
import ru.garnitura.softphone.audio.Wav;
import ru.garnitura.softphone.audio.signal.Level;
import ru.garnitura.softphone.audio.signal.Tones;
import ru.garnitura.softphone.call.HeadsetSound;
import ru.garnitura.softphone.call.MediaDirection;
import ru.garnitura.softphone.call.MediaPolicy;
import ru.garnitura.softphone.call.Recording;
import ru.garnitura.softphone.media.record.SealedSound;

/// What a call hears besides the two who talk, and what is kept of it.
class CallSoundsIT {

    private static final Wav HOLD = new Wav(48_000, Tones.sine(48_000, 700, 48_000, 8000));
    private static final Wav BEEP = new Wav(48_000, Tones.sine(48_000, 300, 24_000, 8000));
    private static final MediaSettings SOUNDS = MediaSettings.USUAL.holding(HOLD).with(HeadsetSound.SECOND_CALL, BEEP);

    @Test
    void aCustomerOnHoldHearsTheHoldSoundAndNotTheOperator() throws InterruptedException {
        try (MediaPair call = new MediaPair(SOUNDS, MediaPolicy.plain("pcma"))) {
            call.connect();
            assertThat(call.bobEar.waitForTone(440, 0.99)).isGreaterThanOrEqualTo(0.99);
            call.renegotiate(MediaDirection.SENDONLY);
            assertThat(call.bobEar.waitForTone(700, 0.99)).isGreaterThanOrEqualTo(0.99);
            call.renegotiate(MediaDirection.SENDRECV);
            assertThat(call.bobEar.waitForTone(440, 0.99)).isGreaterThanOrEqualTo(0.99);
        }
    }

    @Test
    void theProductsOwnMusicIsHeardOnHold() throws Exception {
        Wav music;
        try (var in = Sounds.HOLD_MUSIC.url().openStream()) {
            music = Wav.read(in, "hold music");
        }
        try (MediaPair call = new MediaPair(MediaSettings.USUAL.holding(music), MediaPolicy.plain("g722"))) {
            call.connect();
            assertThat(call.bobEar.waitForTone(440, 0.98)).isGreaterThanOrEqualTo(0.98);
            call.renegotiate(MediaDirection.SENDONLY);
            call.bobEar.listen(500);
            short[] heard = call.bobEar.listen(3000);
            double notes = 0;
            for (int hertz : new int[] {185, 208, 233, 262, 277, 311, 349, 370, 415, 554}) {
                notes += bestSecond(heard, hertz);
            }
            assertThat(notes).as("notes of the clip").isGreaterThan(0.5);
            assertThat(bestSecond(heard, 440)).as("the operator").isLessThan(0.01);
        }
    }

    /// Share of a tone in the best 200 ms: a starved machine breaks the sound now and then.
    private static double best(short[] side, double hertz) {
        int window = SealedSound.RATE / 5;
        double best = 0;
        for (int from = 0; from + window <= side.length; from += window) {
            best = Math.max(best, ToneShare.of(Arrays.copyOfRange(side, from, from + window), SealedSound.RATE, hertz));
        }
        return best;
    }

    private static double bestSecond(short[] sound, int hertz) {
        double best = 0;
        for (int from = 0; from + 48_000 <= sound.length; from += 24_000) {
            best = Math.max(best, ToneShare.of(Arrays.copyOfRange(sound, from, from + 48_000), 48_000, hertz));
        }
        return best;
    }

    @Test
    void theBeepIsHeardInTheHeadsetAndByNobodyElse() throws InterruptedException {
        try (MediaPair call = new MediaPair(SOUNDS, MediaPolicy.plain("pcma"))) {
            call.connect();
            assertThat(call.aliceEar.waitForTone(1000, 0.99)).isGreaterThanOrEqualTo(0.99);
            assertThat(call.bobEar.waitForTone(440, 0.99)).isGreaterThanOrEqualTo(0.99);
            call.beepAtAlice();
            assertThat(call.aliceEar.waitForTone(300, 0.1)).isGreaterThanOrEqualTo(0.1);
            assertThat(ToneShare.of(call.bobEar.listen(500), 48_000, 300)).isLessThan(0.01);
            assertThat(call.aliceEar.waitForTone(1000, 0.99)).as("once").isGreaterThanOrEqualTo(0.99);
        }
    }

    @Test
    void bothSidesAreRecordedApartAndThePauseIsSilent(@TempDir Path folder) throws Exception {
        SecretKey key = new SecretKeySpec(new byte[32], "AES");
        Path file = folder.resolve("call.rec");
        CompletableFuture<Boolean> ended = new CompletableFuture<>();
        try (MediaPair call = new MediaPair(SOUNDS, MediaPolicy.plain("pcma"))) {
            call.connect();
            assertThat(call.aliceEar.waitForTone(1000, 0.99)).isGreaterThanOrEqualTo(0.99);
            call.alice.record(new Recording(file, key, ended::complete));
            call.aliceEar.listen(1500);
            call.alice.pauseRecording(true);
            call.aliceEar.listen(1500);
        }
        assertThat(ended.get(10, TimeUnit.SECONDS)).as("whole").isTrue();
        short[][] sides = sides(SealedSound.wav(file, key));
        short[] left = Arrays.copyOfRange(sides[0], 1600, 17_600);
        assertThat(best(left, 440)).as("left: we").isGreaterThan(0.99);
        short[] right = Arrays.copyOfRange(sides[1], 1600, 17_600);
        assertThat(best(right, 1000)).as("right: they").isGreaterThan(0.99);
        short[] pause = Arrays.copyOfRange(sides[0], sides[0].length - 8000, sides[0].length);
        assertThat(Level.of(pause, pause.length)).as("the pause").isEqualTo(Level.SILENCE);
    }

    @Test
    void aPlaceThatCantBeWrittenIsToldAndTheCallGoesOn(@TempDir Path folder) throws Exception {
        CompletableFuture<Boolean> ended = new CompletableFuture<>();
        try (MediaPair call = new MediaPair(SOUNDS, MediaPolicy.plain("pcma"))) {
            call.connect();
            call.alice.record(new Recording(folder.resolve("nowhere/call.rec"), new SecretKeySpec(new byte[32], "AES"), ended::complete));
            assertThat(ended.get(10, TimeUnit.SECONDS)).isFalse();
            assertThat(call.bobEar.waitForTone(440, 0.99)).isGreaterThanOrEqualTo(0.99);
        }
    }

    private static short[][] sides(byte[] wav) {
        ByteBuffer bytes = ByteBuffer.wrap(wav, 44, wav.length - 44).order(ByteOrder.LITTLE_ENDIAN);
        short[][] sides = new short[2][bytes.remaining() / 4];
        for (int i = 0; i < sides[0].length; i++) {
            sides[0][i] = bytes.getShort();
            sides[1][i] = bytes.getShort();
        }
        return sides;
    }
}
