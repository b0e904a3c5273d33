package ru.garnitura.softphone.peers;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A SIP peer without manners: sends any bytes and reads what comes back, with no transactions of its own.
public final class RawPeer implements AutoCloseable {

    private static final Pattern TO_TAG = Pattern.compile("(?im)^To:.*;tag=([^;\\s]+)");

    private static final Pattern COPIED = Pattern.compile("(?i)^(Via|From|To|Call-ID|CSeq|Record-Route):");

    private final String host;
    private final DatagramSocket socket;
    private InetSocketAddress target;
    private String lastSource = "";

    /// Sends to `host:port` as a phone reports it.
    public RawPeer(String target) throws IOException {
        this(FreePorts.LOOPBACK, target);
    }

    /// At an address of this host; sends to `host:port`.
    public RawPeer(InetAddress here, String target) throws IOException {
        this.host = here.getHostAddress();
        this.socket = new DatagramSocket(0, here);
        this.target = parsed(target);
    }

    private static InetSocketAddress parsed(String target) {
        int colon = target.lastIndexOf(':');
        String host = target.substring(0, colon);
        return new InetSocketAddress(host.equals("0.0.0.0") ? FreePorts.LOOPBACK : InetAddress.ofLiteral(host),
                Integer.parseInt(target.substring(colon + 1)));
    }

    /// Sends to another `host:port` from now on.
    public RawPeer towards(String other) {
        target = parsed(other);
        return this;
    }

    public int port() {
        return socket.getLocalPort();
    }

    /// `host:port` the last message came from.
    public String lastSource() {
        return lastSource;
    }

    public void send(byte[] datagram) throws IOException {
        socket.send(new DatagramPacket(datagram, datagram.length, target));
    }

    /// Sends a request of one call: the first line's method, a sequence number, and what follows the usual headers.
    public void send(String method, String call, String more) throws IOException {
        boolean toAnswer = method.equals("ACK") || method.equals("CANCEL");
        int sequence = toAnswer || method.equals("INVITE") ? 1 : 2;
        send(request(method, call, sequence, more).getBytes(StandardCharsets.UTF_8));
    }

    private String request(String method, String call, int sequence, String more) {
        String branch = method.equals("CANCEL") ? "INVITE" : method;
        String to = more.startsWith("tag=") ? ";" + more.lines().findFirst().orElse("") : "";
        String rest = to.isEmpty() ? more : more.substring(more.indexOf('\n') + 1);
        String[] parts = rest.split("\n\n", 2);
        String body = parts.length > 1 ? parts[1].replace("\n", "\r\n") : "";
        String headers = parts[0].isBlank() ? "" : parts[0].strip().replace("\n", "\r\n") + "\r\n";
        return method + " sip:alice@127.0.0.1:" + target.getPort() + " SIP/2.0\r\nVia: SIP/2.0/UDP " + host + ":" + port()
                + ";branch=z9hG4bK" + call + branch + "\r\nFrom: <sip:raw@127.0.0.1>;tag=raw\r\nTo: <sip:alice@127.0.0.1>"
                + to + "\r\nCall-ID: " + call + "\r\nCSeq: " + sequence + " " + method + "\r\nContact: <sip:raw@" + host + ":"
                + port() + ">\r\nMax-Forwards: 70\r\n" + headers + "Content-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }

    /// Sends a request within the dialog of any message of the other side that has both tags. A `Contact` in `more` takes the
    /// place of ours.
    public void sendWithin(String seen, String method, int sequence, String more) throws IOException {
        boolean asked = !seen.startsWith("SIP/2.0");
        String[] parts = more.split("\n\n", 2);
        String body = parts.length > 1 ? parts[1].replace("\n", "\r\n") : "";
        String contact = parts[0].contains("Contact:") ? "" : "Contact: <sip:raw@" + host + ":" + port() + ">\r\n";
        String headers = parts[0].isBlank() ? "" : parts[0].strip().replace("\n", "\r\n") + "\r\n";
        send((method + " sip:alice@127.0.0.1:" + target.getPort() + " SIP/2.0\r\nVia: SIP/2.0/UDP " + host + ":" + port()
                + ";branch=z9hG4bK" + method + sequence + port() + "\r\nFrom: " + header(seen, asked ? "To" : "From")
                + "\r\nTo: " + header(seen, asked ? "From" : "To") + "\r\nCall-ID: " + header(seen, "Call-ID") + "\r\nCSeq: "
                + sequence + " " + method + "\r\nMax-Forwards: 70\r\n" + contact + headers + "Content-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body).getBytes(StandardCharsets.UTF_8));
    }

    /// The value of a header, or empty.
    public static String header(String message, String name) {
        return message.lines().filter(line -> line.startsWith(name + ":")).findFirst()
                .map(line -> line.substring(name.length() + 1).strip()).orElse("");
    }

    /// The version in an SDP body's origin (RFC 4566, section 5.2).
    public static int version(String message) {
        return message.lines().filter(line -> line.startsWith("o=")).findFirst()
                .map(line -> Integer.parseInt(line.split(" ", -1)[2])).orElseThrow();
    }

    /// Answers a request with a status line, a tag, and what follows the headers copied from it. A REGISTER's contact is
    /// listed, as a registrar has to (RFC 3261, section 10.3), unless what follows says otherwise.
    public void respond(String request, String status, String tag, String more) throws IOException {
        send(response(request, status, tag, host + ":" + port(), more).getBytes(StandardCharsets.UTF_8));
    }

    /// The text of such an answer.
    ///
    /// @param here `host:port` to reach whoever answers at
    static String response(String request, String status, String tag, String here, String more) {
        StringBuilder response = new StringBuilder("SIP/2.0 ").append(status).append("\r\n");
        request.lines().takeWhile(line -> !line.isEmpty()).filter(COPIED.asPredicate()).forEach(line -> response
                .append(line).append(line.startsWith("To:") && !line.contains(";tag=") ? ";tag=" + tag : "")
                .append("\r\n"));
        String[] parts = more.split("\n\n", 2);
        String body = parts.length > 1 ? parts[1].replace("\n", "\r\n") : "";
        String contact = request.startsWith("REGISTER") ? request.lines().filter(line -> line.startsWith("Contact:"))
                .findFirst().orElse("") : "Contact: <sip:raw@" + here + ">";
        response.append(more.contains("Contact:") ? "" : contact + "\r\n")
                .append(parts[0].isBlank() ? "" : parts[0].strip().replace("\n", "\r\n") + "\r\n")
                .append("Content-Length: ").append(body.getBytes(StandardCharsets.UTF_8).length)
                .append("\r\n\r\n").append(body);
        return response.toString();
    }

    /// The first message like this; others are passed over.
    public String await(Predicate<String> wanted, Duration patience) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        StringBuilder seen = new StringBuilder();
        while (true) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError("Never came; instead:\n" + seen);
            }
            socket.setSoTimeout((int) left);
            DatagramPacket packet = new DatagramPacket(new byte[65_535], 65_535);
            try {
                socket.receive(packet);
                lastSource = packet.getAddress().getHostAddress() + ":" + packet.getPort();
            } catch (SocketTimeoutException e) {
                continue;
            }
            String message = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
            seen.append(message).append('\n');
            if (wanted.test(message)) {
                return message;
            }
        }
    }

    /// The final response to a method of one call.
    public String awaitFinal(String method, String call) throws IOException {
        return await(message -> message.startsWith("SIP/2.0 ") && message.charAt(8) != '1'
                && message.contains("CSeq: ") && message.contains(" " + method + "\r\n")
                && message.contains(call), Phone.PATIENCE);
    }

    /// The tag of the To header.
    public static String toTag(String message) {
        Matcher matcher = TO_TAG.matcher(message);
        return matcher.find() ? matcher.group(1) : "";
    }

    /// An SDP offer as anybody makes it, after the blank line that ends the headers.
    public static String offer() {
        return """
                Content-Type: application/sdp

                v=0
                o=- 1 1 IN IP4 127.0.0.1
                s=-
                c=IN IP4 127.0.0.1
                t=0 0
                m=audio 40002 RTP/AVP 8
                a=rtpmap:8 PCMA/8000
                """;
    }

    @Override
    public void close() {
        socket.close();
    }
}
