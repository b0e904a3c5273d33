package ru.garnitura.desktop.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ServerSocketFactory;
import org.jspecify.annotations.Nullable;

/// A registrar that calls whoever registered, the way he registered, and measures when he rings and answers.
final class CallerDesk implements AutoCloseable {

    private static final long PATIENCE_S = 20;
    private static final Pattern CONTACT = Pattern.compile("(?im)^(?:Contact|m)\\s*:\\s*(.*)$");
    private static final Pattern LENGTH = Pattern.compile("(?im)^(?:Content-Length|l)\\s*:\\s*(\\d+)");
    private static final String SDP = """
            v=0\r
            o=- 1 1 IN IP4 127.0.0.1\r
            s=-\r
            c=IN IP4 127.0.0.1\r
            t=0 0\r
            m=audio 40000 RTP/AVP 8 0\r
            """;

    private final String transport;
    private final @Nullable DatagramSocket datagrams;
    private final @Nullable ServerSocket server;
    private final BlockingQueue<Message> answers = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> contacts = new LinkedBlockingQueue<>();
    private volatile @Nullable Way way;

    /// A message and when it was here.
    private record Message(String text, long at) {
    }

    /// How to reach who registered.
    @FunctionalInterface
    private interface Way {

        void send(String message) throws IOException;
    }

    /// Milliseconds since the INVITE left.
    record Times(double ringing, double answered) {
    }

    /// @param sockets makes the listening socket for TCP and TLS; null for UDP
    CallerDesk(String transport, @Nullable ServerSocketFactory sockets) throws IOException {
        this.transport = transport;
        InetAddress here = InetAddress.getLoopbackAddress();
        datagrams = sockets == null ? new DatagramSocket(new InetSocketAddress(here, 0)) : null;
        server = sockets == null ? null : sockets.createServerSocket(0, 5, here);
        Thread.ofPlatform().daemon().name("caller-desk").start(this::listen);
    }

    /// `sip:127.0.0.1:PORT;transport=...`
    String uri() {
        return "sip:127.0.0.1:" + port() + ";transport=" + transport;
    }

    private int port() {
        ServerSocket listening = server;
        DatagramSocket socket = datagrams;
        return listening != null ? listening.getLocalPort() : socket != null ? socket.getLocalPort() : 0;
    }

    private void listen() {
        try {
            ServerSocket listening = server;
            DatagramSocket socket = datagrams;
            if (socket != null) {
                receive(socket);
            }
            while (listening != null) {
                Socket connection = listening.accept();
                connection.setTcpNoDelay(true);
                Thread.ofPlatform().daemon().start(() -> follow(connection));
            }
        } catch (IOException closed) {
            answers.clear();
        }
    }

    private void receive(DatagramSocket socket) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[65_535], 65_535);
        while (true) {
            packet.setLength(65_535);
            socket.receive(packet);
            long at = System.nanoTime();
            InetSocketAddress source = (InetSocketAddress) packet.getSocketAddress();
            take(new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8), at, message -> {
                byte[] octets = message.getBytes(StandardCharsets.UTF_8);
                socket.send(new DatagramPacket(octets, octets.length, source));
            });
        }
    }

    private void follow(Socket connection) {
        try (connection; InputStream in = new BufferedInputStream(connection.getInputStream())) {
            while (true) {
                String message = read(in);
                take(message, System.nanoTime(), text -> {
                    connection.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
                    connection.getOutputStream().flush();
                });
            }
        } catch (IOException closed) {
            way = null;
        }
    }

    private static String read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n") || head.toString(StandardCharsets.UTF_8).isBlank()) {
            int octet = in.read();
            if (octet < 0) {
                throw new IOException("closed");
            }
            if (head.size() > 0 || (octet != '\r' && octet != '\n')) {
                head.write(octet);
            }
        }
        String text = head.toString(StandardCharsets.UTF_8);
        Matcher length = LENGTH.matcher(text);
        return text + new String(in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0), StandardCharsets.UTF_8);
    }

    private void take(String message, long at, Way back) throws IOException {
        if (!message.startsWith("REGISTER ")) {
            answers.add(new Message(message, at));
            return;
        }
        way = back;
        Matcher contact = CONTACT.matcher(message);
        String named = contact.find() ? contact.group(1).strip() : "";
        back.send("SIP/2.0 200 OK\r\n" + copied(message) + "Contact: " + named.split(">", 2)[0] + ">;expires=600\r\n"
                + "Content-Length: 0\r\n\r\n");
        contacts.add(named.substring(named.indexOf('<') + 1, named.indexOf('>')));
    }

    private static String copied(String message) {
        StringBuilder lines = new StringBuilder();
        message.lines().takeWhile(line -> !line.isEmpty())
                .filter(line -> line.matches("(?i)(Via|From|To|Call-ID|CSeq|v|f|t|i)\\s*:.*"))
                .forEach(line -> lines.append(line)
                        .append(line.regionMatches(true, 0, "To", 0, 2) && !line.contains("tag=") ? ";tag=desk" : "")
                        .append("\r\n"));
        return lines.toString();
    }

    /// The contact of who registered last.
    String awaitContact() throws InterruptedException {
        String contact = contacts.poll(PATIENCE_S, TimeUnit.SECONDS);
        if (contact == null) {
            throw new IllegalStateException("nobody registered over " + transport);
        }
        return contact;
    }

    /// One call, answered by the other side by itself, and ended here.
    Times call(String contact) throws IOException, InterruptedException {
        String id = UUID.randomUUID().toString();
        answers.clear();
        long sent = System.nanoTime();
        send(request("INVITE", contact, id, ""));
        Message ringing = await(id, text -> text.startsWith("SIP/2.0 18") || text.startsWith("SIP/2.0 200"));
        Message answered = ringing.text().startsWith("SIP/2.0 200") ? ringing : await(id, text -> text.startsWith("SIP/2.0 200"));
        String tag = answered.text().replaceFirst("(?is).*\\nTo\\s*:[^\\r\\n]*;tag=([^;\\s]+).*", "$1");
        send(request("ACK", contact, id, tag));
        send(request("BYE", contact, id, tag));
        await(id, text -> text.startsWith("SIP/2.0 ") && text.contains("BYE"));
        return new Times((ringing.at() - sent) / 1e6, (answered.at() - sent) / 1e6);
    }

    private void send(String message) throws IOException {
        Way open = way;
        if (open == null) {
            throw new IOException("nobody is registered over " + transport);
        }
        open.send(message);
    }

    private Message await(String id, Predicate<String> wanted) throws InterruptedException, IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (true) {
            Message message = answers.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (message == null) {
                throw new IOException("no answer over " + transport);
            }
            if (message.text().contains(id) && wanted.test(message.text())) {
                return message;
            }
        }
    }

    private String request(String method, String contact, String id, String tag) {
        String body = method.equals("INVITE") ? SDP : "";
        int sequence = method.equals("BYE") ? 2 : 1;
        return method + " " + contact + " SIP/2.0\r\nVia: SIP/2.0/" + transport.toUpperCase(Locale.ROOT)
                + " 127.0.0.1:" + port() + ";rport;branch=z9hG4bK" + id + method + "\r\nMax-Forwards: 70\r\nFrom: <sip:caller@127.0.0.1>"
                + ";tag=" + id.substring(0, 8) + "\r\nTo: <" + contact + ">" + (tag.isEmpty() ? "" : ";tag=" + tag)
                + "\r\nCall-ID: " + id + "\r\nCSeq: " + sequence + " " + method + "\r\nContact: <sip:caller@127.0.0.1:" + port()
                + ";transport=" + transport + ">\r\n" + (body.isEmpty() ? "" : "Content-Type: application/sdp\r\n")
                + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    @Override
    public void close() throws IOException {
        ServerSocket listening = server;
        DatagramSocket socket = datagrams;
        if (listening != null) {
            listening.close();
        }
        if (socket != null) {
            socket.close();
        }
    }
}
