package ru.garnitura.softphone.audio;

import java.nio.file.Path;

/// What a place for sound is connected to.
public sealed interface AudioChoice {

    /// An audio device: which one is the operator's choice ([SoundPreferences]).
    record Device() implements AudioChoice {
    }

    /// A sine tone for ever, half of full scale.
    record Tone(double hertz) implements AudioChoice {
    }

    /// A WAV file: played in a loop by a source, recorded by a sink.
    record File(Path path) implements AudioChoice {
    }

    /// Nothing.
    record Silence() implements AudioChoice {
    }

    /// Reads `device`, `tone:HZ`, `file:WAV` or `null`.
    ///
    /// @throws IllegalArgumentException naming the text when it is none of these
    static AudioChoice parse(String text) {
        if (text.equals("device")) {
            return new Device();
        }
        if (text.equals("null")) {
            return new Silence();
        }
        if (text.startsWith("file:") && text.length() > 5) {
            return new File(Path.of(text.substring(5)));
        }
        if (text.matches("tone:[0-9]{1,5}(\\.[0-9]{1,3})?")) {
            return new Tone(Double.parseDouble(text.substring(5)));
        }
        throw new IllegalArgumentException("not device, tone:HZ, file:WAV or null: " + text);
    }
}
