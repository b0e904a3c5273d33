package ru.garnitura.softphone.media.rtp;

/// How the time of a packet is counted in one stream.
///
/// @param events         what the remote side takes as telephone events
/// @param packetMs       length of a packet, milliseconds
/// @param ticksPerSecond RTP clock of the stream
public record PacketClock(StreamFormats.Events events, int packetMs, int ticksPerSecond) {

    /// Length of a packet in ticks.
    public int packetTicks() {
        return ticksPerSecond / 1000 * packetMs;
    }
}
