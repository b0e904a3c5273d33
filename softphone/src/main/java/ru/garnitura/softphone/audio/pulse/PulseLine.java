package ru.garnitura.softphone.audio.pulse;

import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A connection to the sound server: requests out, replies and events in. Its protocol: a frame of 20 bytes (length,
/// channel, offset, flags), then tagged values beginning with the command and its number.
final class PulseLine implements AutoCloseable {

    static final int ERROR = 0;
    static final int REPLY = 2;
    static final int AUTHORISE = 8;
    static final int SET_NAME = 9;
    static final int SERVER = 20;
    static final int SINKS = 22;
    static final int SOURCES = 24;
    static final int SUBSCRIBE = 35;
    static final int EVENT = 66;

    private static final int NO_CHANNEL = -1;
    private static final int HEAD = 20;
    /// More than any list of devices.
    private static final int LONGEST = 4 << 20;

    /// Old enough that lists are short, new enough for every server in use.
    private static final int VERSION = 12;

    private static final Logger LOG = LoggerFactory.getLogger(PulseLine.class);
    /// Longer than any healthy server takes.
    private static final Duration USUAL = Duration.ofSeconds(3);

    private final SocketChannel channel;
    private final Duration patience;
    private int tag;
    private boolean newsCame;

    /// @throws IOException where nobody listens there, or takes the call
    private PulseLine(Path socket, Duration patience) throws IOException {
        this.patience = patience;
        channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try (Deadline _ = new Deadline()) {
            channel.connect(UnixDomainSocketAddress.of(socket));
        } catch (IOException unreachable) {
            channel.close();
            throw unreachable;
        }
    }

    /// Ends the line where what is asked takes too long: a server that hangs would hold its asker for ever.
    private final class Deadline implements AutoCloseable {
        private final CompletableFuture<Void> end = CompletableFuture.runAsync(PulseLine.this::endQuietly,
                CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS));

        @Override
        public void close() {
            end.cancel(false);
        }
    }

    private void endQuietly() {
        try {
            channel.close();
        } catch (IOException unclosed) {
            LOG.debug("The connection to the sound server did not close", unclosed);
        }
    }

    /// Opens a line and says who speaks.
    static PulseLine authorised(PulseServer server) throws IOException {
        return authorised(server, USUAL);
    }

    /// @param patience for each answer
    static PulseLine authorised(PulseServer server, Duration patience) throws IOException {
        PulseLine line = new PulseLine(server.socket(), patience);
        try {
            line.ask(AUTHORISE, new Request().number(VERSION).blob(server.secret()));
            line.ask(SET_NAME, new Request().text("Garnitura"));
            return line;
        } catch (IOException refused) {
            line.close();
            throw refused;
        }
    }

    /// A message: its command, its number, and its values.
    record Message(int command, int tag, Tags values) {
    }

    /// Values of a request, as the protocol writes them.
    static final class Request {
        private final ByteBuffer bytes = ByteBuffer.allocate(1024);

        Request number(int value) {
            bytes.put((byte) 'L').putInt(value);
            return this;
        }

        Request text(String value) {
            bytes.put((byte) 't').put(value.getBytes(StandardCharsets.UTF_8)).put((byte) 0);
            return this;
        }

        Request blob(byte[] value) {
            bytes.put((byte) 'x').putInt(value.length).put(value);
            return this;
        }
    }

    /// Sends a request.
    ///
    /// @return its number, which the reply repeats
    private int send(int command, Request request) throws IOException {
        ByteBuffer values = request.bytes.flip();
        ByteBuffer frame = ByteBuffer.allocate(HEAD + 10 + values.remaining());
        frame.putInt(10 + values.remaining()).putInt(NO_CHANNEL).putInt(0).putInt(0).putInt(0);
        int number = tag++;
        frame.put((byte) 'L').putInt(command).put((byte) 'L').putInt(number).put(values).flip();
        while (frame.hasRemaining()) {
            channel.write(frame);
        }
        return number;
    }

    /// Waits for the reply to a request. News may come before it; they are remembered.
    ///
    /// @throws IOException too where the server does not answer in time; the line is of no more use then
    Tags ask(int command, Request request) throws IOException {
        try (Deadline _ = new Deadline()) {
            return answer(command, send(command, request));
        }
    }

    private Tags answer(int command, int number) throws IOException {
        while (true) {
            Message message = receive();
            if (message.command() == REPLY && message.tag() == number) {
                return message.values();
            }
            if (message.command() == ERROR) {
                throw new IOException("the sound server refused command " + command + " with error " + message.values().number());
            }
            newsCame |= message.command() == EVENT;
        }
    }

    /// Waits until something changed since the last time.
    void awaitNews() throws IOException {
        while (!newsCame) {
            newsCame = receive().command() == EVENT;
        }
        newsCame = false;
    }

    /// Waits for the next message.
    private Message receive() throws IOException {
        ByteBuffer head = read(HEAD);
        int length = head.getInt();
        int stream = head.getInt();
        if (length < 0 || length > LONGEST || stream != NO_CHANNEL) {
            throw new IOException("a message of " + length + " bytes on channel " + stream);
        }
        Tags values = new Tags(read(length));
        return new Message(values.number(), values.number(), values);
    }

    private ByteBuffer read(int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw new EOFException("the sound server ended the connection");
            }
        }
        return bytes.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
