package ru.garnitura.desktop.bench;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// A caller of a few lines over bare UDP, so that nothing of ours or of a peer is in the measured time: sends an INVITE,
/// notes when the 180 is there, cancels, and acknowledges the 487.
public final class SipProbe implements AutoCloseable {

    private static final int TIMEOUT_MS = 5_000;
    private static final String SDP = """
            v=0\r
            o=- 1 1 IN IP4 127.0.0.1\r
            s=-\r
            c=IN IP4 127.0.0.1\r
            t=0 0\r
            m=audio 40000 RTP/AVP 8 0 101\r
            a=rtpmap:101 telephone-event/8000\r
            """;

    private final DatagramSocket socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    private final InetSocketAddress target;
    private final String callee;

    /// @param callee request URI
    public SipProbe(InetSocketAddress target, String callee) throws IOException {
        this.target = target;
        this.callee = callee;
        socket.setSoTimeout(TIMEOUT_MS);
    }

    /// One call that is cancelled while it rings.
    ///
    /// @param caller number of the caller
    /// @param ringing runs between the 180 and the CANCEL
    /// @return milliseconds from the INVITE's datagram to the 180's
    public double ring(String caller, Runnable ringing) throws IOException {
        String id = UUID.randomUUID().toString();
        byte[] invite = request("INVITE", caller, id, "Content-Type: application/sdp\r\n", SDP);
        long sent = System.nanoTime();
        send(invite);
        await(id, "SIP/2.0 180");
        double milliseconds = (System.nanoTime() - sent) / 1e6;
        ringing.run();
        send(request("CANCEL", caller, id, "", ""));
        String last = await(id, "SIP/2.0 487");
        String to = last.lines().filter(line -> line.startsWith("To:")).findFirst().orElseThrow();
        send(new String(request("ACK", caller, id, "", ""), StandardCharsets.UTF_8)
                .replaceFirst("To: <[^>]*>", to).getBytes(StandardCharsets.UTF_8));
        return milliseconds;
    }

    private byte[] request(String method, String caller, String id, String headers, String body) {
        return """
                %1$s %2$s SIP/2.0\r
                Via: SIP/2.0/UDP 127.0.0.1:%3$d;rport;branch=z9hG4bK%4$s\r
                Max-Forwards: 70\r
                From: <sip:%5$s@127.0.0.1>;tag=%4$.8s\r
                To: <%2$s>\r
                Call-ID: %4$s\r
                CSeq: 1 %1$s\r
                Contact: <sip:%5$s@127.0.0.1:%3$d>\r
                %6$sContent-Length: %7$d\r
                \r
                %8$s""".formatted(method, callee, socket.getLocalPort(), id, caller, headers, body.length(), body)
                .getBytes(StandardCharsets.UTF_8);
    }

    private void send(byte[] datagram) throws IOException {
        socket.send(new DatagramPacket(datagram, datagram.length, target));
    }

    private String await(String id, String start) throws IOException {
        var packet = new DatagramPacket(new byte[65_536], 65_536);
        while (true) {
            packet.setLength(65_536);
            try {
                socket.receive(packet);
            } catch (SocketTimeoutException e) {
                throw new IOException("no " + start + " within " + TIMEOUT_MS + " ms", e);
            }
            String text = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
            if (text.startsWith(start) && text.contains(id)) {
                return text;
            }
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
