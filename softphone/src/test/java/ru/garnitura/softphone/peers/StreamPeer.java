package ru.garnitura.softphone.peers;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A SIP peer over connections, without manners: reads what comes by any of them, and answers by the one it came by. As a
/// registrar it consents to everything at once.
public final class StreamPeer implements AutoCloseable {

    private static final Pattern LENGTH = Pattern.compile("(?im)^(?:Content-Length|l)\\s*:\\s*(\\d+)");

    private final ServerSocket server;
    private final Queue<Socket> connections = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();

    /// A message and the connection it came by.
    public record Heard(String text, Socket connection) {

        /// The address it came from.
        public String from() {
            return ((InetSocketAddress) connection.getRemoteSocketAddress()).getAddress().getHostAddress();
        }

        /// What follows its headers.
        public String body() {
            return text.substring(text.indexOf("\r\n\r\n") + 4);
        }
    }

    /// Takes connections at once; closes the server in the end.
    public StreamPeer(ServerSocket server) {
        this.server = server;
        Thread.ofPlatform().daemon().start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                Socket connection = server.accept();
                connections.add(connection);
                Thread.ofPlatform().daemon().start(() -> read(connection));
            }
        } catch (IOException closed) {
            heard.add(new Heard("(no more connections: " + closed.getMessage() + ")", new Socket()));
        }
    }

    private void read(Socket connection) {
        try (connection; InputStream in = new BufferedInputStream(connection.getInputStream())) {
            for (String message = message(in); !message.isEmpty(); message = message(in)) {
                Heard next = new Heard(message, connection);
                if (message.startsWith("REGISTER")) {
                    respond(next, "200 OK", "exchange", "Expires: 120");
                }
                heard.add(next);
            }
        } catch (IOException ended) {
            heard.add(new Heard("(a connection ended: " + ended.getMessage() + ")", connection));
        }
    }

    /// Empty at the end of the connection.
    private static String message(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < 4 || head.indexOf("\r\n\r\n", head.length() - 4) < 0) {
            int octet = in.read();
            if (octet < 0) {
                return "";
            }
            head.append((char) octet);
            if (head.indexOf("\r\n") == 0) {
                head.setLength(0);
            }
        }
        Matcher length = LENGTH.matcher(head);
        byte[] body = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
        return head + new String(body, StandardCharsets.UTF_8);
    }

    /// The first message like this; others are passed over.
    public Heard await(Predicate<String> wanted, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        StringBuilder seen = new StringBuilder();
        while (true) {
            Heard next = heard.poll(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (next == null) {
                throw new AssertionError("Never came; instead:\n" + seen);
            }
            if (wanted.test(next.text())) {
                return next;
            }
            seen.append(next.text()).append('\n');
        }
    }

    /// Answers as [RawPeer#respond] does.
    public void respond(Heard request, String status, String tag, String more) throws IOException {
        String here = server.getInetAddress().getHostAddress() + ":" + port();
        request.connection().getOutputStream()
                .write(RawPeer.response(request.text(), status, tag, here, more).getBytes(StandardCharsets.UTF_8));
        request.connection().getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }
}
