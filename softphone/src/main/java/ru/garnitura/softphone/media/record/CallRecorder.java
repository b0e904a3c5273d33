package ru.garnitura.softphone.media.record;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.garnitura.softphone.audio.AudioFrame;
import ru.garnitura.softphone.audio.signal.Resampler;
import ru.garnitura.softphone.call.MediaException;
import ru.garnitura.softphone.call.Recording;

/// Records both sides of a call: left what we send, right what we hear. While paused both are silent, so that the times
/// stay right. The audio lane fills a ring without blocking; a loop on a thread of its own encrypts a
/// piece a second and puts it on the disk: that may wait for seconds, the ring holds sixteen.
public final class CallRecorder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CallRecorder.class);
    private static final int BLOCK = SealedSound.RATE / 100;
    private static final int RING = 1 << 19;
    private static final int PIECE = SealedSound.RATE * 2;
    private static final long PAUSE_NANOS = 100_000_000L;

    private final Recording recording;
    private final short[] ring = new short[RING];
    private final AtomicLong written = new AtomicLong();
    private final Resampler left = new Resampler(AudioFrame.RATE, SealedSound.RATE);
    private final Resampler right = new Resampler(AudioFrame.RATE, SealedSound.RATE);
    private final short[] sent = new short[BLOCK];
    private final short[] received = new short[BLOCK];
    private final byte[] piece = new byte[PIECE * 2];
    private long saved;
    private volatile boolean paused;
    private volatile boolean closed;

    /// @param io runs the writing loop until the end, on a thread that may wait; must not run it in the caller
    public CallRecorder(Recording recording, Executor io) {
        this.recording = recording;
        io.execute(this::writeOn);
    }

    /// Any thread.
    public void pause(boolean silent) {
        paused = silent;
    }

    /// The frame of the other side, before that of ours. Audio lane.
    public void received(short[] frame) {
        right.process(frame, 0, AudioFrame.SAMPLES, received);
    }

    /// The frame we send. Audio lane.
    public void sent(short[] frame) {
        left.process(frame, 0, AudioFrame.SAMPLES, sent);
        long at = written.get();
        boolean silent = paused;
        for (int i = 0; i < BLOCK; i++) {
            ring[(int) (at + 2L * i) & (RING - 1)] = silent ? 0 : sent[i];
            ring[(int) (at + 2L * i + 1) & (RING - 1)] = silent ? 0 : received[i];
        }
        written.set(at + 2 * BLOCK);
    }

    private void writeOn() {
        boolean whole = false;
        try (SealedSound file = new SealedSound(recording.file(), recording.key())) {
            while (!closed) {
                LockSupport.parkNanos(PAUSE_NANOS);
                savePieces(file);
            }
            savePieces(file);
            save(file, (int) (written.get() - saved), true);
            file.force();
            whole = true;
        } catch (IOException | MediaException full) {
            LOG.warn("Recording stopped after {} ms", saved * 500 / SealedSound.RATE, full);
        } finally {
            recording.ended().ended(whole);
        }
    }

    private void savePieces(SealedSound file) throws IOException {
        if (written.get() - saved > RING - PIECE) {
            throw new IOException("the disk is slower than speech");
        }
        boolean more = false;
        while (written.get() - saved >= PIECE) {
            save(file, PIECE, false);
            more = true;
        }
        if (more) {
            file.force();
        }
    }

    private void save(SealedSound file, int samples, boolean last) throws IOException {
        for (int i = 0; i < samples; i++) {
            short sample = ring[(int) (saved + i) & (RING - 1)];
            piece[2 * i] = (byte) sample;
            piece[2 * i + 1] = (byte) (sample >> 8);
        }
        saved += samples;
        file.append(piece, samples * 2, last);
    }

    /// Lets the loop write what is left. Any thread, returns at once.
    @Override
    public void close() {
        closed = true;
    }
}
