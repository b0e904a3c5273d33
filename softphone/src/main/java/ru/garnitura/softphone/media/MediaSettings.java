package ru.garnitura.softphone.media;

/// How the engine talks, whatever the account.
///
/// @param packetMs length of a packet, milliseconds: 10, 20, 30, 40 or 60
public record MediaSettings(int packetMs) {

    /// Packets of 20 ms.
    public static final MediaSettings USUAL = new MediaSettings(20);

    public MediaSettings {
        if (packetMs % 10 != 0 || packetMs < 10 || packetMs > 60) {
            throw new IllegalArgumentException("packets of " + packetMs + " ms");
        }
    }
}
