package ru.garnitura.softphone.sip.stack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

import org.jspecify.annotations.Nullable;

/// A connection over TCP that gives out only what passes the gate.
final class GatedConnection extends Socket {

    private final Gatehouse gatehouse;
    private @Nullable Streams streams;

    /// Both ways of one connection.
    record Streams(InputStream in, OutputStream out) {

        static Streams of(Socket raw, InputStream in, OutputStream out, Gatehouse gatehouse) {
            OutputStream unmarked = new UnmarkedOutput(out);
            return new Streams(new GatedInput(raw, in, unmarked, gatehouse), unmarked);
        }
    }

    GatedConnection(Gatehouse gatehouse) {
        this.gatehouse = gatehouse;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return streams().in();
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return streams().out();
    }

    private synchronized Streams streams() throws IOException {
        Streams made = streams;
        if (made == null) {
            made = Streams.of(this, super.getInputStream(), super.getOutputStream(), gatehouse);
            streams = made;
        }
        return made;
    }
}
