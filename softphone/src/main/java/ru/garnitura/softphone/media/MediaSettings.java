package ru.garnitura.softphone.media;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import ru.garnitura.softphone.audio.Wav;
import ru.garnitura.softphone.call.HeadsetSound;

/// How the engine talks, whatever the account.
///
/// @param packetMs  length of a packet, milliseconds: 10, 20, 30, 40 or 60
/// @param holdSound played over and over to a customer on hold; silence where it is empty
/// @param cues      sounds for the headset; what is not there is silent
public record MediaSettings(int packetMs, Optional<Supplier<Wav>> holdSound, Map<HeadsetSound, Supplier<Wav>> cues) {

    /// Packets of 20 ms, no sounds of our own.
    public static final MediaSettings USUAL = new MediaSettings(20, Optional.empty(), Map.of());

    public MediaSettings {
        if (packetMs % 10 != 0 || packetMs < 10 || packetMs > 60) {
            throw new IllegalArgumentException("packets of " + packetMs + " ms");
        }
        cues = Map.copyOf(cues);
    }

    /// The same with another sound for the headset.
    public MediaSettings with(HeadsetSound cue, Wav sound) {
        return with(cue, () -> sound);
    }

    /// @param sound read on the I/O lane, when it is first heard
    public MediaSettings with(HeadsetSound cue, Supplier<Wav> sound) {
        Map<HeadsetSound, Supplier<Wav>> more = new EnumMap<>(HeadsetSound.class);
        more.putAll(cues);
        more.put(cue, sound);
        return new MediaSettings(packetMs, holdSound, more);
    }

    /// The same with a sound for customers on hold.
    public MediaSettings holding(Wav sound) {
        return holding(() -> sound);
    }

    /// @param sound read on the I/O lane, with the first call
    public MediaSettings holding(Supplier<Wav> sound) {
        return new MediaSettings(packetMs, Optional.of(sound), cues);
    }
}
