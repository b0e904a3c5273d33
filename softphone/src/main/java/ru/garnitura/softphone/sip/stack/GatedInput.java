package ru.garnitura.softphone.sip.stack;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalInt;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import ru.garnitura.softphone.sip.gate.DatagramGate;
import ru.garnitura.softphone.sip.gate.Verdict;

/// What comes over a connection, one whole message after another, each judged as a datagram is (RFC 3261, section 18.3).
/// Where no end of a message can be found the connection is of no more use, and reading fails. The connection's reading
/// thread.
final class GatedInput extends InputStream {

    private static final Logger LOG = LoggerFactory.getLogger(GatedInput.class);
    private static final int LARGEST = 16_384;
    /// Whoever sends a message drop by drop is not sending one.
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final byte[] PONG = {'\r', '\n'};

    /// Longer than anybody lets a telephone ring: until then a caller who spoke may be silent, where silence has a limit.
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(10);

    private final Socket connection;
    private final InputStream in;
    private final OutputStream out;
    private final Gatehouse gatehouse;
    private byte[] ready = new byte[0];
    private int place;

    /// @param connection what `in` and `out` are the ways of
    GatedInput(Socket connection, InputStream in, OutputStream out, Gatehouse gatehouse) {
        this.connection = connection;
        this.in = new BufferedInputStream(in);
        this.out = out;
        this.gatehouse = gatehouse;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, to.length);
        while (place == ready.length) {
            byte[] message = next();
            if (message.length == 0) {
                return -1;
            }
            judge(message);
        }
        int count = Math.min(length, ready.length - place);
        System.arraycopy(ready, place, to, offset, count);
        place += count;
        return count;
    }

    /// Empty at the end of the stream.
    private byte[] next() throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        int first = firstOctet();
        if (first < 0) {
            return new byte[0];
        }
        long deadline = System.nanoTime() + LONGEST.toNanos();
        message.write(first);
        head(message, deadline);
        OptionalInt body = DatagramGate.bodyLength(message.toByteArray());
        if (body.isEmpty() || message.size() + body.getAsInt() > LARGEST) {
            throw new IOException("No message of a connection is so long, or says so badly how long it is");
        }
        for (int i = 0; i < body.getAsInt(); i++) {
            message.write(octet(deadline));
        }
        return message.toByteArray();
    }

    /// Passes over what keeps a connection alive, and answers it (RFC 5626, section 3.5.1).
    private int firstOctet() throws IOException {
        int lines = 0;
        int octet = in.read();
        while (octet == '\r' || octet == '\n') {
            lines += octet == '\n' ? 1 : 0;
            if (lines == 2) {
                answer(PONG);
                lines = 0;
            }
            octet = in.read();
        }
        return octet;
    }

    private void head(ByteArrayOutputStream message, long deadline) throws IOException {
        boolean empty = false;
        while (true) {
            int octet = octet(deadline);
            message.write(octet);
            if (message.size() > LARGEST) {
                throw new IOException("The head of a message is too long");
            }
            if (octet == '\n' && empty) {
                return;
            }
            empty = octet == '\n' || (empty && octet == '\r');
        }
    }

    private int octet(long deadline) throws IOException {
        int octet = in.read();
        if (octet < 0 || System.nanoTime() > deadline) {
            throw new IOException("A message ended before its end, or came too slowly");
        }
        return octet;
    }

    private void judge(byte[] message) throws IOException {
        ready = new byte[0];
        place = 0;
        try {
            InetSocketAddress source = (InetSocketAddress) connection.getRemoteSocketAddress();
            switch (gatehouse.gate().judge(message, message.length, source)) {
                case Verdict.Pass pass -> admit(pass, message);
                case Verdict.Refuse(String response, int _) -> answer(response.getBytes(StandardCharsets.ISO_8859_1));
                case Verdict.Drop(Verdict.Reason reason) when reason == Verdict.Reason.NO_SIP ->
                        throw new IOException("This is no SIP");
                case Verdict.Drop(Verdict.Reason reason) -> LOG.trace("Message of a connection dropped: {}", reason);
            }
        } catch (RuntimeException | Error bug) {
            gatehouse.watchdog().caught(bug);
        }
    }

    private void admit(Verdict.Pass pass, byte[] message) throws IOException {
        ready = pass.marked(message);
        if (connection.getSoTimeout() > 0) {
            connection.setSoTimeout(Math.toIntExact(LONGEST_SILENCE.toMillis()));
        }
    }

    private void answer(byte[] octets) throws IOException {
        synchronized (out) {
            out.write(octets);
            out.flush();
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
