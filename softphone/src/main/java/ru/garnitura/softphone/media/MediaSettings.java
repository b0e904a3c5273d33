package ru.garnitura.softphone.media;

import java.util.Optional;
import ru.garnitura.softphone.audio.Wav;

/// How the engine talks, whatever the account.
///
/// @param packetMs  length of a packet, milliseconds: 10, 20, 30, 40 or 60
/// @param holdSound played over and over to a customer on hold; silence where it is empty
/// @param beep      a second call while talking, in the headset
public record MediaSettings(int packetMs, Optional<Wav> holdSound, Optional<Wav> beep) {

    /// Packets of 20 ms, no sounds of our own.
    public static final MediaSettings USUAL = new MediaSettings(20, Optional.empty(), Optional.empty());

    public MediaSettings {
        if (packetMs % 10 != 0 || packetMs < 10 || packetMs > 60) {
            throw new IllegalArgumentException("packets of " + packetMs + " ms");
        }
    }

    /// The same with a sound for a second call.
    public MediaSettings beeping(Wav sound) {
        return new MediaSettings(packetMs, holdSound, Optional.of(sound));
    }

    /// The same with a sound for customers on hold.
    public MediaSettings holding(Wav sound) {
        return new MediaSettings(packetMs, Optional.of(sound), beep);
    }
}
