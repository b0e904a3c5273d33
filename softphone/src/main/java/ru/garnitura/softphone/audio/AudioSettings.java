package ru.garnitura.softphone.audio;

/// What microphone, headset and ringer are connected to.
public record AudioSettings(AudioChoice source, AudioChoice sink, AudioChoice ringer) {

    public AudioSettings {
        if (sink instanceof AudioChoice.Tone) {
            throw new IllegalArgumentException("audio.sink cannot be a tone");
        }
        if (ringer instanceof AudioChoice.Tone || ringer instanceof AudioChoice.File) {
            throw new IllegalArgumentException("audio.ringer is device or null");
        }
    }

    /// Reads the three texts of the configuration file.
    ///
    /// @throws IllegalArgumentException naming the key and the text that cannot be used
    public static AudioSettings parse(String source, String sink, String ringer) {
        return new AudioSettings(choice("audio.source", source), choice("audio.sink", sink),
                choice("audio.ringer", ringer));
    }

    private static AudioChoice choice(String key, String text) {
        try {
            return AudioChoice.parse(text);
        } catch (IllegalArgumentException unusable) {
            throw new IllegalArgumentException(key + ": " + unusable.getMessage(), unusable);
        }
    }
}
