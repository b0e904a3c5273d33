package ru.garnitura.softphone.media.rtp;

import ru.garnitura.softphone.media.codec.AudioCodec;

/// Sends one stream: sequence numbers, timestamps and counters of our SSRC.
public final class RtpSender {

    private final RtpOutput output;
    private final int ssrc;
    private final byte[] datagram = new byte[RtpPacket.HEADER + PacketStore.MAX_PAYLOAD];
    private int sequence;
    private int timestamp;
    private boolean talking;
    private long packets;
    private long octets;

    /// @param sequence  first sequence number, random (RFC 3550, section 5.1)
    /// @param timestamp first timestamp, random
    public RtpSender(RtpOutput output, int ssrc, int sequence, int timestamp) {
        this.output = output;
        this.ssrc = ssrc;
        this.sequence = sequence;
        this.timestamp = timestamp;
    }

    /// Encodes and sends one packet of speech; does not move the timestamp.
    public void sendSpeech(AudioCodec codec, int payloadType, short[] pcm, int samples) {
        int length = codec.encode(pcm, samples, datagram, RtpPacket.HEADER);
        if (length > 0) {
            send(payloadType, !talking, timestamp, length);
            talking = true;
        }
    }

    void sendEvent(int payloadType, boolean marker, int eventTimestamp, byte[] payload) {
        System.arraycopy(payload, 0, datagram, RtpPacket.HEADER, payload.length);
        send(payloadType, marker, eventTimestamp, payload.length);
    }

    /// Says that nothing is sent in this packet time: the next speech begins a talkspurt.
    public void pause() {
        talking = false;
    }

    /// Moves the RTP time on, sent or not.
    public void advance(int ticks) {
        timestamp += ticks;
    }

    private void send(int payloadType, boolean marker, int packetTimestamp, int length) {
        RtpPacket.writeHeader(datagram, payloadType, marker, sequence, packetTimestamp, ssrc);
        sequence = (sequence + 1) & 0xffff;
        packets++;
        octets += length;
        output.rtp(datagram, RtpPacket.HEADER + length);
    }

    public int ssrc() {
        return ssrc;
    }

    /// RTP time of the packet being filled.
    public int timestamp() {
        return timestamp;
    }

    public long packets() {
        return packets;
    }

    public long octets() {
        return octets;
    }
}
