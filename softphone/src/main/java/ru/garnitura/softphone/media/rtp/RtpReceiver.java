package ru.garnitura.softphone.media.rtp;

import ru.garnitura.softphone.media.rtp.TelephoneEventReceiver.DigitListener;

/// Receives one stream: checks packets, follows the SSRC, and plays.
///
/// A changed SSRC, or a sequence that goes on somewhere else, is followed after two packets in a row, so that one forged
/// packet changes nothing (RFC 3550, appendix A.1).
public final class RtpReceiver implements AutoCloseable {

    private final StreamFormats formats;
    private final boolean[] eventTypes;
    private final JitterBuffer buffer;
    private final TelephoneEventReceiver events;
    private final RtpPacket packet = new RtpPacket();
    private ReceptionStatistics statistics;
    private int ssrc;
    private int candidate;
    private int candidateSequence = -1;
    private long lostBefore;
    private long receivedBefore;
    private long lastArrival;

    /// @param digits called on the audio lane
    public RtpReceiver(StreamFormats formats, DepthPolicy policy, DigitListener digits) {
        this.formats = formats;
        eventTypes = formats.eventTypes();
        buffer = new JitterBuffer(formats.openDecodings(), policy);
        events = new TelephoneEventReceiver(digits);
        statistics = new ReceptionStatistics(formats.clock());
    }

    /// Takes a datagram from the locked source.
    ///
    /// @param arrival nanoseconds
    /// @return false when it was no RTP packet of this stream
    public boolean receive(byte[] datagram, int length, long arrival) {
        if (!packet.read(datagram, length) || !belongsToStream()) {
            return false;
        }
        lastArrival = arrival;
        long sequence = statistics.count(packet.sequence(), packet.timestamp(), arrival);
        if (eventTypes[packet.payloadType()]) {
            events.receive(packet);
        } else {
            buffer.put(packet, sequence, arrival);
        }
        return true;
    }

    private boolean belongsToStream() {
        if (!statistics.isStarted()) {
            ssrc = packet.ssrc();
            return true;
        }
        if (packet.ssrc() == ssrc && !statistics.isJump(packet.sequence())) {
            return true;
        }
        boolean follows = packet.ssrc() == candidate && packet.sequence() == ((candidateSequence + 1) & 0xffff);
        candidate = packet.ssrc();
        candidateSequence = packet.sequence();
        if (follows) {
            startAnew();
        }
        return follows;
    }

    private void startAnew() {
        ssrc = candidate;
        candidateSequence = -1;
        lostBefore += statistics.lost();
        receivedBefore += statistics.received();
        statistics = new ReceptionStatistics(formats.clock());
        buffer.restart();
        events.restart();
    }

    /// Plays the next 10 ms of 48 kHz sound.
    ///
    /// @param now nanoseconds
    public void play(short[] frame, long now) {
        buffer.play(frame, now);
    }

    /// Drops what is buffered, for instance when the call goes on hold.
    public void flush() {
        buffer.restart();
    }

    /// Lets the decoders go.
    @Override
    public void close() {
        buffer.close();
    }

    int ssrc() {
        return ssrc;
    }

    ReceptionStatistics statistics() {
        return statistics;
    }

    /// When the last packet of the stream came, nanoseconds; 0 before the first.
    public long lastArrival() {
        return lastArrival;
    }

    public long packetsReceived() {
        return receivedBefore + statistics.received();
    }

    public long packetsLost() {
        return lostBefore + statistics.lost();
    }

    /// Whether sound of the stream is being played.
    public boolean isPlaying() {
        return buffer.isPlaying();
    }

    public long packetsLate() {
        return buffer.late();
    }

    /// Stand-ins of at most 10 ms that were played for missing sound.
    public long concealed() {
        return buffer.concealed();
    }

    /// Lost packets that were played from the copy the next one carried.
    public long repaired() {
        return buffer.repaired();
    }

    public double jitterMs() {
        return statistics.jitterMs();
    }

    /// How much later than the fastest packets sound was played last, milliseconds.
    public int delayMs() {
        return buffer.delayMs();
    }

    /// Sound held back now, milliseconds.
    public int depthMs() {
        return buffer.depthMs();
    }
}
