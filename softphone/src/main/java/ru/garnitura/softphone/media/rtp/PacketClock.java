package ru.garnitura.softphone.media.rtp;

/// How the time of a packet is counted in one stream.
///
/// @param eventPayloadType payload type of telephone events, -1 where the remote side takes none
/// @param packetMs         length of a packet, milliseconds
/// @param ticksPerSecond   RTP clock of the stream, which its events share
public record PacketClock(int eventPayloadType, int packetMs, int ticksPerSecond) {

    /// Length of a packet in ticks.
    public int packetTicks() {
        return ticksPerSecond / 1000 * packetMs;
    }
}
