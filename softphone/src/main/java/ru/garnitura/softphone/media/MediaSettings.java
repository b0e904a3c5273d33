package ru.garnitura.softphone.media;

import java.net.InetAddress;
import java.util.List;
import java.util.function.Supplier;

/// How the engine of one account talks.
///
/// @param host     local address for RTP, asked for each call (it follows the route to the registrar)
/// @param codecs   names in order of preference: `pcma`, `pcmu`
/// @param packetMs length of a packet, milliseconds: 10, 20, 30, 40 or 60
public record MediaSettings(Supplier<InetAddress> host, List<String> codecs, int packetMs) {

    public MediaSettings {
        codecs = List.copyOf(codecs);
        if (packetMs % 10 != 0 || packetMs < 10 || packetMs > 60) {
            throw new IllegalArgumentException("packets of " + packetMs + " ms");
        }
    }

    public static MediaSettings of(InetAddress host, List<String> codecs) {
        return new MediaSettings(() -> host, codecs, 20);
    }
}
