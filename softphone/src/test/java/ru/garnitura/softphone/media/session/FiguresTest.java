package ru.garnitura.softphone.media.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import ru.garnitura.softphone.audio.AudioFrame;
import ru.garnitura.softphone.audio.Sweep;
import ru.garnitura.softphone.call.MediaSnapshot;
import ru.garnitura.softphone.media.codec.AudioCodec;
import ru.garnitura.softphone.media.codec.PayloadFormat;
import ru.garnitura.softphone.media.rtp.DepthPolicy;
import ru.garnitura.softphone.media.rtp.RtcpSession;
import ru.garnitura.softphone.media.rtp.RtpOutput;
import ru.garnitura.softphone.media.rtp.RtpReceiver;
import ru.garnitura.softphone.media.rtp.RtpSender;
import ru.garnitura.softphone.media.rtp.StreamFormats;

/// What the operator is shown of a line.
class FiguresTest {

    private static final long MS = 1_000_000L;
    private static final int PACKET = 960;
    private static final int PACKETS = 250;
    private static final int EACH_LOST = 10;

    /// Loses each tenth packet on the way to the receiver.
    private static final class Line implements RtpOutput, AutoCloseable {
        final RtpReceiver receiver = new RtpReceiver(
                new StreamFormats(List.of(new StreamFormats.Numbered(PayloadFormat.OPUS, 111)), List.of()),
                DepthPolicy.adaptive(), digit -> { });
        private int sent;
        private long now;

        @Override
        public void rtp(byte[] data, int length) {
            if (++sent % EACH_LOST != 0) {
                receiver.receive(data, length, now);
            }
        }

        @Override
        public void rtcp(byte[] data, int length) {
        }

        @Override
        public void close() {
            receiver.close();
        }
    }

    private static MediaSnapshot measured(Line line, int expectedLoss) {
        RtpSender sender = new RtpSender(line, 1, 0, 0);
        RtcpSession rtcp = new RtcpSession(line, "name", RandomGenerator.of("L64X128MixRandom"), 0);
        Figures figures = new Figures();
        short[] speech = Sweep.of(48_000, PACKETS * PACKET);
        short[] frame = AudioFrame.silence();
        try (AudioCodec codec = PayloadFormat.OPUS.open()) {
            codec.expectLoss(expectedLoss);
            for (int packet = 0; packet < PACKETS; packet++) {
                line.now = packet * 20L * MS;
                sender.sendSpeech(codec, 111, Arrays.copyOfRange(speech, packet * PACKET, (packet + 1) * PACKET), PACKET);
                sender.advance(PACKET);
                line.receiver.play(frame, line.now);
                line.receiver.play(frame, line.now + 10 * MS);
                if (packet % 50 == 49) {
                    figures.measure(new Figures.Line("opus", false), sender, line.receiver, rtcp);
                }
            }
        }
        return figures.with(0, 0);
    }

    @Test
    void whatACopyHealedIsNoLossToTheListener() {
        try (Line line = new Line()) {
            MediaSnapshot healed = measured(line, 20);
            assertThat(line.receiver.repaired()).isGreaterThanOrEqualTo(20);
            assertThat(healed.packetsLost()).as("the network's loss is shown all the same").isBetween(20L, 25L);
            assertThat(healed.mos()).isGreaterThan(4.2);
        }
    }

    @Test
    void whatNoCopyHealedIs() {
        try (Line line = new Line()) {
            MediaSnapshot lossy = measured(line, 0);
            assertThat(line.receiver.repaired()).isLessThan(5);
            assertThat(lossy.mos()).isLessThan(3.6);
        }
    }
}
