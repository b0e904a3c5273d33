package ru.garnitura.softphone.media.rtp;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import ru.garnitura.softphone.audio.AudioFrame;
import ru.garnitura.softphone.audio.signal.Resampler;
import ru.garnitura.softphone.audio.signal.TimeScale;
import ru.garnitura.softphone.media.codec.AudioCodec;
import ru.garnitura.softphone.media.codec.PayloadFormat;
import ru.garnitura.softphone.media.codec.PitchConcealment;

/// From payloads of one format to 48 kHz frames: decoder, concealment, a short queue of samples, resampler.
final class Decoding implements AutoCloseable {

    private static final int QUEUE_MS = 300;

    private final PayloadFormat format;
    private @Nullable AudioCodec opened;
    private final PitchConcealment concealment;
    private final TimeScale timeScale;
    private final Resampler resampler;
    private final int frameSamples;
    private final short[] decoded;
    private final short[] made;
    private final short[] queue;
    private int queued;

    /// The decoder itself is opened with the first packet: of several formats offered one is used.
    Decoding(PayloadFormat format) {
        this.format = format;
        int rate = format.rate();
        concealment = new PitchConcealment(rate);
        timeScale = new TimeScale(rate);
        resampler = new Resampler(rate, AudioFrame.RATE);
        frameSamples = rate / 100;
        decoded = new short[rate / 1000 * PayloadFormat.MAX_PACKET_MS];
        made = new short[rate / 1000 * PitchConcealment.LONGEST_GAP_MS];
        queue = new short[rate / 1000 * QUEUE_MS];
    }

    int clock() {
        return format.clock();
    }

    /// Whether a whole frame can be played.
    boolean hasFrame() {
        return queued >= frameSamples;
    }

    /// Sound in the queue, ticks of the RTP clock.
    int queuedTicks() {
        return ticks(queued);
    }

    /// @return length of the packet's sound, ticks of the RTP clock
    int decode(PacketStore.Slot slot) {
        int samples = codec().decode(slot.payload, slot.length, decoded);
        concealment.heard(decoded, samples);
        append(decoded, samples);
        return ticks(samples);
    }

    /// Fills a gap up to a packet that is here, and plays that packet.
    ///
    /// @param gapTicks at most [PitchConcealment#LONGEST_GAP_MS]
    /// @return length of the packet's sound, ticks of the RTP clock
    int bridge(PacketStore.Slot following, int gapTicks) {
        int samples = codec().decode(following.payload, following.length, decoded);
        int gap = samples(gapTicks);
        if (samples > 0 && gap > 0) {
            concealment.bridge(made, gap, decoded, samples);
            append(made, gap);
        }
        concealment.heard(decoded, samples);
        append(decoded, samples);
        return ticks(samples);
    }

    /// Whether gaps are filled from both ends; otherwise the codec does it itself.
    boolean bridges() {
        return !format.repairs();
    }

    /// Makes up `ticks` of sound, at most 10 ms.
    void conceal(int ticks) {
        int samples = Math.clamp(samples(ticks), 1, frameSamples);
        int made = codec().conceal(decoded, samples);
        if (made > 0) {
            concealment.heard(decoded, made);
        } else {
            concealment.conceal(decoded, samples);
        }
        append(decoded, samples);
    }

    /// Plays the copy of the lost packet that the one after it carries.
    ///
    /// @param ticks length of the lost packet
    /// @return false where there is none
    boolean repair(PacketStore.Slot following, int ticks) {
        if (!format.repairs() || samples(ticks) > decoded.length) {
            return false;
        }
        int samples = codec().repair(following.payload, following.length, samples(ticks), decoded);
        concealment.heard(decoded, samples);
        append(decoded, samples);
        return samples > 0;
    }

    private int samples(int ticks) {
        return (int) ((long) ticks * format.rate() / clock());
    }

    private int ticks(int samples) {
        return (int) ((long) samples * clock() / format.rate());
    }

    private AudioCodec codec() {
        AudioCodec codec = opened;
        if (codec == null) {
            codec = format.open();
            opened = codec;
        }
        return codec;
    }

    @Override
    public void close() {
        AudioCodec codec = opened;
        if (codec != null) {
            codec.close();
            opened = null;
        }
    }

    /// Shortens the queued sound by a pitch period where that is not heard.
    ///
    /// @param mostMs longest piece to take out, milliseconds
    void hurry(int mostMs, boolean force) {
        queued -= timeScale.shorten(queue, queued, format.rate() / 1000 * mostMs, force);
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

    private void append(short[] sound, int samples) {
        int taken = Math.min(samples, queue.length - queued);
        System.arraycopy(sound, 0, queue, queued, taken);
        queued += taken;
    }
}
