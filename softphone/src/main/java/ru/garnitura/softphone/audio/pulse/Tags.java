package ru.garnitura.softphone.audio.pulse;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Reads the tagged values of a PulseAudio message one after another. What is not asked for is skipped by its tag.
final class Tags {

    private final ByteBuffer bytes;

    Tags(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    boolean isAtEnd() {
        return !bytes.hasRemaining();
    }

    /// A 32-bit number.
    int number() throws IOException {
        expect('L');
        return need(4).getInt();
    }

    /// A string; empty where the server gives none.
    String text() throws IOException {
        byte tag = need(1).get();
        if (tag == 'N') {
            return "";
        }
        if (tag != 't') {
            throw new IOException("a string was expected, not tag " + tag);
        }
        int from = bytes.position();
        int length = 0;
        while (need(1).get() != 0) {
            length++;
        }
        return new String(bytes.array(), bytes.arrayOffset() + from, length, StandardCharsets.UTF_8);
    }

    /// Passes over `count` values of any kind.
    void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            skipOne();
        }
    }

    private void skipOne() throws IOException {
        byte tag = need(1).get();
        switch (tag) {
            case 'N', '1', '0' -> { }
            case 't' -> {
                bytes.position(bytes.position() - 1);
                text();
            }
            case 'B' -> pass(1);
            case 'L', 'V' -> pass(4);
            case 'a' -> pass(6);
            case 'U', 'R', 'r', 'T' -> pass(8);
            case 'm' -> pass(Byte.toUnsignedInt(need(1).get()));
            case 'v' -> pass(4 * Byte.toUnsignedInt(need(1).get()));
            case 'x' -> pass(need(4).getInt());
            default -> throw new IOException("unknown tag " + tag);
        }
    }

    private void expect(char tag) throws IOException {
        byte found = need(1).get();
        if (found != tag) {
            throw new IOException("tag " + tag + " was expected, not " + found);
        }
    }

    private void pass(int length) throws IOException {
        if (length < 0) {
            throw new IOException("a value of " + length + " bytes");
        }
        need(length);
        bytes.position(bytes.position() + length);
    }

    private ByteBuffer need(int length) throws IOException {
        if (bytes.remaining() < length) {
            throw new IOException("the message ends in the middle of a value");
        }
        return bytes;
    }
}
