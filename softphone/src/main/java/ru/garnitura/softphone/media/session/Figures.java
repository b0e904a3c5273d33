package ru.garnitura.softphone.media.session;

import ru.garnitura.softphone.call.MediaSnapshot;
import ru.garnitura.softphone.media.rtp.EModel;
import ru.garnitura.softphone.media.rtp.RtcpSession;
import ru.garnitura.softphone.media.rtp.RtpReceiver;
import ru.garnitura.softphone.media.rtp.RtpSender;

/// Measures a stream each second for whoever looks. The opinion score is that of the last five seconds; what was played
/// from the copy in the next packet is not missing there.
final class Figures {

    private static final int SECONDS = 5;
    private static final double CODEC_MS = 25;

    private final long[] due = new long[SECONDS];
    private final long[] missing = new long[SECONDS];
    private int second;
    private long expectedBefore;
    private long missingBefore;
    private volatile MediaSnapshot latest = MediaSnapshot.NONE;

    /// What the stream is at the moment.
    record Line(String codec, boolean encrypted) {
    }

    /// What is known before the first second is over. Audio lane.
    void begin(Line line) {
        MediaSnapshot none = MediaSnapshot.NONE;
        latest = new MediaSnapshot(line.codec(), line.encrypted(), 0, 0, 0, 0, 0, 0, none.roundTripMs(), none.mos());
    }

    /// Audio lane, each second.
    void measure(Line line, RtpSender sender, RtpReceiver receiver, RtcpSession rtcp) {
        long expected = receiver.packetsReceived() + receiver.packetsLost();
        long gone = receiver.packetsLost() + receiver.packetsLate() - receiver.repaired();
        due[second % SECONDS] = Math.max(0, expected - expectedBefore);
        missing[second % SECONDS] = Math.max(0, gone - missingBefore);
        second++;
        expectedBefore = expected;
        missingBefore = gone;
        double mos = expected == 0 ? -1 : opinion(receiver, rtcp);
        latest = new MediaSnapshot(line.codec(), line.encrypted(), 0, 0, sender.packets(), receiver.packetsReceived(),
                receiver.packetsLost(), receiver.jitterMs(), rtcp.roundTripMs(), mos);
    }

    private double opinion(RtpReceiver receiver, RtcpSession rtcp) {
        long all = 0;
        long gone = 0;
        for (int i = 0; i < SECONDS; i++) {
            all += due[i];
            gone += missing[i];
        }
        double lossPercent = all <= 0 ? 0 : Math.clamp(100.0 * gone / all, 0, 100);
        double oneWayMs = Math.max(0, rtcp.roundTripMs()) / 2 + receiver.depthMs() + CODEC_MS;
        return EModel.mos(lossPercent, oneWayMs, EModel.robustness());
    }

    /// Any thread; the levels are those of now.
    MediaSnapshot with(double sendLevel, double receiveLevel) {
        MediaSnapshot m = latest;
        return new MediaSnapshot(m.codec(), m.encrypted(), sendLevel, receiveLevel, m.packetsSent(),
                m.packetsReceived(), m.packetsLost(), m.jitterMs(), m.roundTripMs(), m.mos());
    }
}
