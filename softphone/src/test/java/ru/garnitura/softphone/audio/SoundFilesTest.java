package ru.garnitura.softphone.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.garnitura.softphone.audio.signal.Level;
import ru.garnitura.softphone.call.MediaException;

/// Recording, playing, clips and the speech gate on one another.
class SoundFilesTest {

    @TempDir
    private Path folder;

    private Path record(String name, AudioSource source, int milliseconds) {
        Path file = folder.resolve(name);
        WavSink sink = new WavSink(file, task -> Thread.ofVirtual().start(task));
        short[] frame = AudioFrame.silence();
        for (int ms = 0; ms < milliseconds; ms += AudioFrame.MILLIS) {
            source.read(frame);
            sink.write(frame);
        }
        sink.close();
        return file;
    }

    @Test
    void whatIsRecordedCanBePlayed() {
        Path file = record("tone.wav", new ToneSource(440), 1000);
        Wav wav = Wav.read(file);
        assertThat(wav.rate()).isEqualTo(48_000);
        assertThat(wav.samples()).hasSize(48_000);
        assertThat(ToneShare.of(wav.samples(), 48_000, 440)).isGreaterThan(0.999);
    }

    @Test
    void aLoopBeginsAgainWithoutAGap() {
        LoopSource loop = new LoopSource(Wav.read(record("tone.wav", new ToneSource(400), 500)));
        short[] sound = new short[96_000];
        short[] frame = AudioFrame.silence();
        for (int at = 0; at < sound.length; at += frame.length) {
            loop.read(frame);
            System.arraycopy(frame, 0, sound, at, frame.length);
        }
        assertThat(ToneShare.of(sound, 48_000, 400)).isGreaterThan(0.999);
    }

    @Test
    void otherFilesAreRefusedByName() throws IOException {
        Path file = Files.writeString(folder.resolve("text.wav"), "no sound at all in here, only words");
        assertThatThrownBy(() -> Wav.read(file)).isInstanceOf(MediaException.class).hasMessageContaining("text.wav");
        assertThatThrownBy(() -> Wav.read(folder.resolve("none.wav"))).isInstanceOf(MediaException.class);
    }

    @Test
    void clipsAreSaidOneAfterAnotherAndThePromiseIsKept() throws Exception {
        ClipSource mouth = new ClipSource(Runnable::run);
        CompletableFuture<Void> first = mouth.play(record("first.wav", new ToneSource(440), 100));
        CompletableFuture<Void> second = mouth.play(record("second.wav", new ToneSource(1000), 100));
        short[] frame = AudioFrame.silence();
        for (int tick = 0; tick < 11; tick++) {
            mouth.read(frame);
        }
        assertThat(first).isDone();
        assertThat(second).isNotDone();
        for (int tick = 0; tick < 11; tick++) {
            mouth.read(frame);
        }
        second.get(1, TimeUnit.SECONDS);
        assertThat(Level.of(frame, frame.length)).isEqualTo(Level.SILENCE);
    }

    @Test
    void hushDropsWhatIsSaidAndWhatWaits() {
        ClipSource mouth = new ClipSource(Runnable::run);
        Path clip = record("clip.wav", new ToneSource(440), 1000);
        CompletableFuture<Void> first = mouth.play(clip);
        CompletableFuture<Void> second = mouth.play(clip);
        short[] frame = AudioFrame.silence();
        mouth.read(frame);
        mouth.hush();
        mouth.read(frame);
        assertThat(first).isDone();
        assertThat(second).isDone();
        assertThat(frame).containsOnly(0);
    }

    @Test
    void theGateTellsSpeechFromPause() {
        List<String> heard = new ArrayList<>();
        SpeechGate gate = new SpeechGate(SpeechGate.Tuning.TELEPHONE, new SpeechListener() {
            @Override
            public void speechStarted() {
                heard.add("started");
            }

            @Override
            public void speechPaused(long milliseconds) {
                heard.add("paused after " + milliseconds);
            }
        }, Runnable::run);
        say(gate, AudioSource.silence(), 500);
        say(gate, new ToneSource(300), 30);
        say(gate, AudioSource.silence(), 500);
        assertThat(heard).as("a click is not speech").isEmpty();
        say(gate, new ToneSource(300), 400);
        say(gate, AudioSource.silence(), 300);
        say(gate, new ToneSource(300), 300);
        say(gate, AudioSource.silence(), 800);
        assertThat(heard).containsExactly("started", "paused after 1000");
    }

    private static void say(SpeechGate gate, AudioSource source, int milliseconds) {
        short[] frame = AudioFrame.silence();
        for (int ms = 0; ms < milliseconds; ms += AudioFrame.MILLIS) {
            source.read(frame);
            gate.write(frame);
        }
    }
}
