package ru.garnitura.desktop.endtoend;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/// The end of a WAV file that a peer is still writing: 16 bit, mono.
public final class Recording {

    private static final int HEADER = 44;

    private final Path file;

    public Recording(Path file) {
        this.file = file;
    }

    public long length() throws IOException {
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            return (in.length() - HEADER) / 2;
        }
    }

    /// Sample rate from the header, Hz.
    public int rate() throws IOException {
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek(24);
            return Integer.reverseBytes(in.readInt());
        }
    }

    /// The last `count` samples written so far.
    public short[] tail(int count) throws IOException {
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(HEADER, HEADER + (length() - count) * 2);
            byte[] bytes = new byte[(int) Math.min(count * 2L, in.length() - from) & ~1];
            in.seek(from);
            in.readFully(bytes);
            short[] samples = new short[bytes.length / 2];
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
            return samples;
        }
    }
}
