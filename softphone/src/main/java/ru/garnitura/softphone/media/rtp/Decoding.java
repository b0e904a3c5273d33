package ru.garnitura.softphone.media.rtp;

import java.util.Arrays;
import ru.garnitura.softphone.audio.AudioFrame;
import ru.garnitura.softphone.audio.signal.Resampler;
import ru.garnitura.softphone.audio.signal.TimeScale;
import ru.garnitura.softphone.media.codec.AudioCodec;
import ru.garnitura.softphone.media.codec.PayloadFormat;
import ru.garnitura.softphone.media.codec.PitchConcealment;

/// From payloads of one format to 48 kHz frames: decoder, concealment, a short queue of samples, resampler.
final class Decoding {

    private static final int QUEUE_MS = 300;

    private final AudioCodec codec;
    private final PitchConcealment concealment;
    private final TimeScale timeScale;
    private final Resampler resampler;
    private final int frameSamples;
    private final short[] decoded;
    private final short[] queue;
    private int queued;

    Decoding(AudioCodec codec) {
        this.codec = codec;
        int rate = codec.format().rate();
        concealment = new PitchConcealment(rate);
        timeScale = new TimeScale(rate);
        resampler = new Resampler(rate, AudioFrame.RATE);
        frameSamples = rate / 100;
        decoded = new short[rate / 1000 * PayloadFormat.MAX_PACKET_MS];
        queue = new short[rate / 1000 * QUEUE_MS];
    }

    int clock() {
        return codec.format().clock();
    }

    /// Whether a whole frame can be played.
    boolean hasFrame() {
        return queued >= frameSamples;
    }

    /// Sound in the queue, ticks of the RTP clock.
    int queuedTicks() {
        return (int) ((long) queued * clock() / codec.format().rate());
    }

    /// @return length of the packet's sound, ticks of the RTP clock
    int decode(PacketStore.Slot slot) {
        int samples = codec.decode(slot.payload, 0, slot.length, decoded);
        concealment.heard(decoded, samples);
        append(samples);
        return (int) ((long) samples * clock() / codec.format().rate());
    }

    /// Makes up `ticks` of sound, at most 10 ms.
    void conceal(int ticks) {
        int samples = Math.min(frameSamples, Math.max(1, (int) ((long) ticks * codec.format().rate() / clock())));
        concealment.conceal(decoded, samples);
        append(samples);
    }

    /// Shortens the queued sound by a pitch period where that is not heard.
    void hurry(boolean force) {
        queued -= timeScale.shorten(queue, queued, force);
    }

    void play(short[] frame) {
        resampler.process(queue, 0, frameSamples, frame);
        queued -= frameSamples;
        System.arraycopy(queue, frameSamples, queue, 0, queued);
    }

    void clear() {
        Arrays.fill(queue, 0, queued, (short) 0);
        queued = 0;
    }

    private void append(int samples) {
        int taken = Math.min(samples, queue.length - queued);
        System.arraycopy(decoded, 0, queue, queued, taken);
        queued += taken;
    }
}
