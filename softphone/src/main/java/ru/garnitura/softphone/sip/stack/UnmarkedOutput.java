package ru.garnitura.softphone.sip.stack;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import ru.garnitura.softphone.sip.gate.BranchMark;

/// What leaves over a connection, as the other side knows it. JAIN-SIP writes a message's head at once.
final class UnmarkedOutput extends FilterOutputStream {

    UnmarkedOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
        if (BranchMark.concerns(octets, offset, length)) {
            String text = new String(octets, offset, length, StandardCharsets.ISO_8859_1);
            out.write(BranchMark.removed(text).getBytes(StandardCharsets.ISO_8859_1));
        } else {
            out.write(octets, offset, length);
        }
    }
}
