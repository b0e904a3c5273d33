package ru.garnitura.softphone.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.garnitura.softphone.call.MediaException;

/// Records what it hears as a 48 kHz WAV file. The audio lane only fills a ring; a loop on the I/O lane writes it out
/// and keeps the header true, so that a file cut off by a crash loses at most a second.
public final class WavSink implements AudioSink {

    private static final Logger LOG = LoggerFactory.getLogger(WavSink.class);
    private static final int HEADER = 44;
    private static final int RING = 1 << 17;
    private static final long PAUSE_NANOS = 250_000_000L;

    private final FileChannel file;
    private final short[] ring = new short[RING];
    private final ByteBuffer bytes = ByteBuffer.allocate(RING * 2).order(ByteOrder.LITTLE_ENDIAN);
    private final AtomicLong written = new AtomicLong();
    private final CountDownLatch finished = new CountDownLatch(1);
    private long saved;
    private long headerAt;
    private volatile boolean closed;

    /// Creates or replaces the file. I/O lane.
    ///
    /// @param io runs the writing loop until `close`; must not run it in the caller
    /// @throws MediaException naming the file when it cannot be written
    public WavSink(Path path, Executor io) {
        try {
            file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING);
            writeHeader();
            file.position(HEADER);
        } catch (IOException unwritable) {
            throw new MediaException("cannot record to " + path, unwritable);
        }
        io.execute(this::writeOn);
    }

    @Override
    public void write(short[] frame) {
        long at = written.get();
        for (int i = 0; i < frame.length; i++) {
            ring[(int) (at + i) & (RING - 1)] = frame[i];
        }
        written.set(at + frame.length);
    }

    private void writeOn() {
        try (file) {
            while (!closed) {
                save();
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            save();
            writeHeader();
        } catch (IOException full) {
            LOG.warn("Recording stopped after {} ms", saved * 1000 / AudioFrame.RATE, full);
        } finally {
            finished.countDown();
        }
    }

    private void save() throws IOException {
        long until = written.get();
        bytes.clear();
        for (; saved < until; saved++) {
            bytes.putShort(ring[(int) saved & (RING - 1)]);
        }
        bytes.flip();
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
        if (saved - headerAt >= AudioFrame.RATE) {
            headerAt = saved;
            writeHeader();
        }
    }

    private void writeHeader() throws IOException {
        int size = (int) Math.min(saved * 2, Integer.MAX_VALUE - HEADER);
        ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        header.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(size + HEADER - 8);
        header.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16).putShort((short) 1).putShort((short) 1);
        header.putInt(AudioFrame.RATE).putInt(AudioFrame.RATE * 2).putShort((short) 2).putShort((short) 16);
        header.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(size).flip();
        file.write(header, 0);
    }

    /// Waits until everything is in the file.
    @Override
    public void close() {
        closed = true;
        try {
            finished.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
