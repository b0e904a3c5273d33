package ru.garnitura.kb.store;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// Refuses more bytes than were announced.
final class BoundedStream extends FilterOutputStream {

    private long left;

    BoundedStream(OutputStream out, long most) {
        super(out);
        this.left = most;
    }

    @Override
    public void write(int b) throws IOException {
        take(1);
        out.write(b);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        take(length);
        out.write(bytes, from, length);
    }

    private void take(int length) throws IOException {
        left -= length;
        if (left < 0) {
            throw new IOException("more bytes than announced");
        }
    }
}
