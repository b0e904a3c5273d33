package ru.garnitura.softphone.media.listen;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import ru.garnitura.softphone.media.codec.G711;

/// The sound of a recording in memory and nowhere else, both sides mixed, companded by G.711: an hour takes 58 MB, and
/// no more is taken than a share of this process's memory. A WAV of 16-bit PCM at 16 kHz is written to it as it arrives,
/// on one thread; any other may read what is there.
public final class Tape extends OutputStream {

    /// Samples per second.
    public static final int RATE = 16_000;

    private static final int HEADER = 44;
    private static final int BLOCK = 1 << 16;
    /// Four hours.
    private static final int BLOCKS = 4 * 3600 * RATE / BLOCK;
    /// Of the memory: the desk goes on beside it.
    private static final int SHARE = 3;

    private final byte[] @Nullable [] blocks = new byte[BLOCKS][];
    private final int most;
    private final byte[] pending = new byte[HEADER];
    private int pended;
    /// Bytes of one moment of all channels; 0 before the header was read.
    private int width;
    private volatile int length;
    private volatile boolean whole;
    private volatile boolean full;
    private volatile boolean closed;

    public Tape() {
        this(Runtime.getRuntime().maxMemory());
    }

    /// @param memory of this process, bytes
    Tape(long memory) {
        most = (int) Math.min(memory / SHARE, BLOCKS * (long) BLOCK);
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    /// @throws IOException where it is no such WAV, or nobody wants it any more
    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        if (closed) {
            throw new IOException("nobody listens any more");
        }
        for (int i = from; i < from + count; i++) {
            pending[pended++] = bytes[i];
            if (width == 0 && pended == HEADER) {
                width = width();
                pended = 0;
            } else if (width > 0 && pended == width) {
                append();
                pended = 0;
            }
        }
    }

    private int width() throws IOException {
        ByteBuffer header = ByteBuffer.wrap(pending).order(ByteOrder.LITTLE_ENDIAN);
        int channels = header.getShort(22);
        if (!tag(0).equals("RIFF") || !tag(8).equals("WAVE") || !tag(36).equals("data") || header.getInt(24) != RATE
                || header.getShort(34) != 16 || channels < 1 || channels > 2) {
            throw new IOException("not a recording");
        }
        return 2 * channels;
    }

    private String tag(int at) {
        return new String(Arrays.copyOfRange(pending, at, at + 4), StandardCharsets.US_ASCII);
    }

    private void append() throws IOException {
        int at = length;
        if (at == most) {
            full = true;
            throw new IOException("a recording of more than " + most / RATE + " s");
        }
        int sum = 0;
        for (int i = 0; i < width; i += 2) {
            sum += (pending[i] & 0xff) | pending[i + 1] << 8;
        }
        byte[] block = blocks[at / BLOCK];
        if (block == null) {
            block = new byte[BLOCK];
            blocks[at / BLOCK] = block;
        }
        block[at % BLOCK] = G711.MU_LAW.compress((short) Math.clamp(sum, Short.MIN_VALUE, Short.MAX_VALUE));
        length = at + 1;
    }

    /// Samples that can be heard by now.
    public int length() {
        return length;
    }

    /// More has come than it can hold, and is not there.
    public boolean isFull() {
        return full;
    }

    /// Nothing more comes.
    public void complete() {
        whole = true;
    }

    public boolean isWhole() {
        return whole;
    }

    /// @param at below [#length()]
    short sample(int at) {
        byte[] block = blocks[at / BLOCK];
        return block == null ? 0 : G711.MU_LAW.expand(block[at % BLOCK]);
    }

    /// Whoever writes is told that nobody wants it any more. Any thread.
    @Override
    public void close() {
        closed = true;
    }
}
