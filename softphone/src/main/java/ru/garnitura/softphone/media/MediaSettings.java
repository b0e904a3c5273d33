package ru.garnitura.softphone.media;

import java.util.List;

/// How the engine of one account talks.
///
/// @param codecs   names in order of preference: `pcma`, `pcmu`
/// @param packetMs length of a packet, milliseconds: 10, 20, 30, 40 or 60
public record MediaSettings(List<String> codecs, int packetMs) {

    public MediaSettings {
        codecs = List.copyOf(codecs);
        if (packetMs % 10 != 0 || packetMs < 10 || packetMs > 60) {
            throw new IllegalArgumentException("packets of " + packetMs + " ms");
        }
    }

    /// Packets of 20 ms.
    public static MediaSettings of(List<String> codecs) {
        return new MediaSettings(codecs, 20);
    }
}
