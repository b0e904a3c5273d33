package ru.garnitura.softphone.media.session;

import ru.garnitura.softphone.audio.AudioFrame;
import ru.garnitura.softphone.audio.signal.Resampler;
import ru.garnitura.softphone.media.codec.AudioCodec;
import ru.garnitura.softphone.media.rtp.PacketClock;
import ru.garnitura.softphone.media.rtp.RtpSender;
import ru.garnitura.softphone.media.rtp.TelephoneEventSender;

/// From 48 kHz frames to packets of one format. Audio lane.
final class Transmitter implements AutoCloseable {

    private final AudioCodec codec;
    private final StreamPlan plan;
    private final RtpSender sender;
    private final TelephoneEventSender events;
    private final Resampler resampler;
    private final short[] block;
    private final short[] packet;
    private final PacketClock clock;
    private int filled;

    Transmitter(StreamPlan plan, RtpSender sender, TelephoneEventSender events) {
        this.plan = plan;
        this.sender = sender;
        this.events = events;
        codec = plan.format().open();
        codec.heed(plan.sending().speech().getFirst().wishes());
        int rate = plan.format().rate();
        resampler = new Resampler(AudioFrame.RATE, rate);
        block = new short[rate / 100];
        packet = new short[rate / 1000 * plan.packetMs()];
        clock = new PacketClock(plan.sending().eventsFor(plan.format().clock()), plan.packetMs(), plan.format().clock());
    }

    /// @param send whether the direction allows to send now
    void add(short[] frame, boolean send) {
        resampler.process(frame, 0, AudioFrame.SAMPLES, block);
        System.arraycopy(block, 0, packet, filled, block.length);
        filled += block.length;
        if (filled == packet.length) {
            filled = 0;
            flush(send);
        }
    }

    /// @param percent of what is sent the remote side lost lately
    void expectLoss(int percent) {
        codec.expectLoss(percent);
    }

    private void flush(boolean send) {
        if (!send) {
            sender.pause();
        } else if (!events.tick(sender, clock)) {
            sender.sendSpeech(codec, plan.sending().speech().getFirst().payloadType(), packet, packet.length);
        }
        sender.advance(clock.packetTicks());
    }

    @Override
    public void close() {
        codec.close();
    }
}
