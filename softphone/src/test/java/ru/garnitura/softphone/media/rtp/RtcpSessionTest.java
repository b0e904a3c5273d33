package ru.garnitura.softphone.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import ru.garnitura.softphone.media.codec.PayloadFormat;

/// Two RTCP sessions a known delay apart, on a virtual clock.
class RtcpSessionTest {

    private static final long MS = 1_000_000L;

    /// One side.
    private static final class Side {
        final Wire wire = new Wire();
        final RtpSender sender;
        final VirtualStream incoming = new VirtualStream(DepthPolicy.fixed(20));
        final RtcpSession rtcp;
        int delivered;

        Side(int ssrc, long ntp) {
            sender = new RtpSender(wire, ssrc, 0, 0);
            rtcp = new RtcpSession(wire, "side-" + ssrc, RandomGenerator.of("L64X128MixRandom"), ntp);
        }

        void deliverTo(Side other, long arrival) {
            for (; delivered < wire.reports.size(); delivered++) {
                byte[] report = wire.reports.get(delivered);
                assertThat(report.length % 4).isZero();
                other.rtcp.receive(report, report.length, arrival, other.sender.ssrc());
            }
        }
    }

    @Test
    void theRoundTripIsMeasuredWhateverTheClocks() {
        Side a = new Side(1, 0x1234_5678_9abc_def0L);
        Side b = new Side(2, 77L << 32);
        feed(a, 2);
        feed(b, 1);
        for (long ms = 0; ms < 30_000; ms += 10) {
            a.rtcp.tick(ms * MS, a.sender, a.incoming.receiver);
            a.deliverTo(b, (ms + 40) * MS);
            b.rtcp.tick(ms * MS, b.sender, b.incoming.receiver);
            b.deliverTo(a, (ms + 40) * MS);
        }
        assertThat(a.rtcp.roundTripMs()).isCloseTo(80, within(1.0));
        assertThat(b.rtcp.roundTripMs()).isCloseTo(80, within(1.0));
        assertThat(a.wire.reports).hasSizeBetween(4, 13);
    }

    private static void feed(Side side, int remoteSsrc) {
        side.incoming.play(side.incoming.tone(440, 10, remoteSsrc, 0, 0), 200);
        side.sender.sendSpeech(PayloadFormat.PCMU.open(), 0, new short[160], 160);
    }

    @Test
    void garbageNeverThrows() {
        Side side = new Side(1, 0);
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        byte[] data = new byte[120];
        for (int i = 0; i < 20_000; i++) {
            random.nextBytes(data);
            data[0] = (byte) (0x80 | (data[0] & 0x3f));
            data[1] = (byte) (200 + i % 5);
            data[2] = 0;
            side.rtcp.receive(data, random.nextInt(0, 120), i, 1);
        }
        assertThat(List.of(side.wire.reports)).hasSize(1);
    }
}
