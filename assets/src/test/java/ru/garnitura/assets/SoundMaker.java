package ru.garnitura.assets;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/// Makes the product's sounds from sines; run it to make them again:
/// `java -cp assets/target/test-classes:assets/target/classes ru.garnitura.assets.SoundMaker FOLDER`.
final class SoundMaker {

    private static final int RATE = 48_000;
    private static final double ATTACK_SECONDS = 0.012;

    private SoundMaker() {
    }

    /// One struck note.
    ///
    /// @param hz frequency
    /// @param at start, seconds
    /// @param fade time to fall to a third, seconds
    /// @param level share of full scale
    private record Note(double hz, double at, double fade, double level) {

        double sample(double time) {
            var since = time - at;
            if (since < 0) {
                return 0;
            }
            var shape = Math.min(1, since / ATTACK_SECONDS) * Math.exp(-since / fade);
            var angle = 2 * Math.PI * hz * since;
            return level * shape * (Math.sin(angle) + 0.25 * Math.sin(2 * angle) + 0.08 * Math.sin(3 * angle)) / 1.33;
        }
    }

    /// Writes every sound as a WAV file into the folder given.
    public static void main(String[] args) throws IOException {
        var folder = Path.of(args[0]);
        write(folder, "ring", 3, List.of(new Note(784, 0, 0.35, 0.5), new Note(988, 0.18, 0.35, 0.5),
                new Note(1175, 0.36, 0.45, 0.5), new Note(784, 0.95, 0.35, 0.5), new Note(988, 1.13, 0.35, 0.5),
                new Note(1175, 1.31, 0.5, 0.5)));
        write(folder, "second-call", 0.45, List.of(new Note(660, 0, 0.12, 0.22)));
        write(folder, "message", 0.6, List.of(new Note(880, 0, 0.1, 0.3), new Note(1320, 0.09, 0.14, 0.3)));
        write(folder, "warning", 0.9, List.of(new Note(587, 0, 0.16, 0.45), new Note(466, 0.22, 0.22, 0.45)));
        write(folder, "hold-music", 12, chords());
        write(folder, "hold-reminder", 0.8, List.of(new Note(523, 0, 0.12, 0.3), new Note(523, 0.25, 0.16, 0.3)));
    }

    /// Four broken chords, half a second a note, each fading into the next; nothing at an end or a beginning to click.
    private static List<Note> chords() {
        double[][] chords = {{277, 349, 415, 554, 415, 349}, {233, 277, 349, 554, 349, 277},
                {185, 233, 277, 370, 277, 233}, {208, 262, 311, 415, 311, 262}};
        var notes = new ArrayList<Note>();
        for (var chord = 0; chord < chords.length; chord++) {
            for (var step = 0; step < 6; step++) {
                notes.add(new Note(chords[chord][step], chord * 3 + step * 0.5, 0.55, step == 0 ? 0.3 : 0.2));
            }
        }
        return notes;
    }

    private static void write(Path folder, String name, double seconds, List<Note> notes) throws IOException {
        var frames = (int) (seconds * RATE);
        var pcm = ByteBuffer.allocate(frames * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (var frame = 0; frame < frames; frame++) {
            var time = (double) frame / RATE;
            var release = Math.min(1, (seconds - time) / 0.03);
            var sample = release * notes.stream().mapToDouble(note -> note.sample(time)).sum();
            pcm.putShort((short) Math.round(Math.clamp(sample, -1, 1) * Short.MAX_VALUE));
        }
        var format = new AudioFormat(RATE, 16, 1, true, false);
        try (var audio = new AudioInputStream(new ByteArrayInputStream(pcm.array()), format, frames)) {
            AudioSystem.write(audio, AudioFileFormat.Type.WAVE, folder.resolve(name + ".wav").toFile());
        }
    }
}
