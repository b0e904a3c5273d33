package ru.garnitura.softphone.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ru.garnitura.softphone.call.ScriptedMedia;
import ru.garnitura.softphone.call.SipTransport;
import ru.garnitura.softphone.peers.Phone;
import ru.garnitura.softphone.peers.RawPeer;

/// What comes over a connection passes the same gate as a datagram, and connections have a limit.
class ConnectionGateIT {

    private static final int TOO_MANY = 500;

    private final Phone phone = new Phone("alice", new ScriptedMedia());
    private int port;

    @BeforeEach
    void listen() throws Exception {
        phone.listen(phone.account("", SipTransport.TCP, ""));
        String listening = phone.softphone().snapshot().listening();
        port = Integer.parseInt(listening.substring(listening.lastIndexOf(':') + 1));
    }

    @AfterEach
    void close() {
        phone.close();
    }

    /// One connection to the phone.
    private record Line(Socket socket, BufferedReader in) implements AutoCloseable {

        static Line to(int port, String from) throws IOException {
            Socket socket = new Socket();
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral(from), 0));
            socket.setSoTimeout(Math.toIntExact(Phone.PATIENCE.toMillis()));
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return new Line(socket, new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)));
        }

        Line send(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            return this;
        }

        /// The head of the next message, or the text before the connection's end.
        String next() throws IOException {
            StringBuilder head = new StringBuilder();
            String line = in.readLine();
            while (line != null && !line.isEmpty()) {
                head.append(line).append('\n');
                line = in.readLine();
            }
            return head.toString();
        }

        boolean ended() throws IOException {
            try {
                return in.read() < 0;
            } catch (SocketException reset) {
                return true;
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static String options(String call, String more) {
        return "OPTIONS sip:alice@127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/TCP 127.0.0.1:9;branch=z9hG4bK" + call
                + ";rport\r\nFrom: <sip:r@x>;tag=1\r\nTo: <sip:a@x>\r\nCall-ID: " + call
                + "\r\nCSeq: 1 OPTIONS\r\nMax-Forwards: 70\r\n" + more + "Content-Length: 0\r\n\r\n";
    }

    @Test
    void messagesFollowEachOtherHoweverTheyAreCut() throws Exception {
        try (Line line = Line.to(port, "127.0.0.1")) {
            String both = options("one", "") + "\r\n" + options("two", "");
            for (int i = 0; i < both.length(); i += 100) {
                line.send(both.substring(i, Math.min(i + 100, both.length())));
            }

            assertThat(line.next()).startsWith("SIP/2.0 200").contains("Call-ID: one", "branch=z9hG4bKone;");
            assertThat(line.next()).startsWith("SIP/2.0 200").contains("Call-ID: two");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Contact: \"open <sip:a@b>\r\n", "no header at all\r\n", "Subject: a\rVia: b\r\n", "CSeq: 2 OPTIONS\r\n"})
    void aBrokenOneIsRefusedAndTheNextServed(String flaw) throws Exception {
        try (Line line = Line.to(port, "127.0.0.1")) {
            line.send(options("broken", flaw)).send(options("whole", ""));

            assertThat(line.next()).startsWith("SIP/2.0 400 Bad Request").contains("Call-ID: broken");
            assertThat(line.next()).startsWith("SIP/2.0 200").contains("Call-ID: whole");
        }
    }

    @Test
    void aKeepAliveIsAnswered() throws Exception {
        try (Line line = Line.to(port, "127.0.0.1")) {
            line.send("\r\n\r\n");
            assertThat(line.next()).isEmpty();
            line.send(options("after", ""));
            assertThat(line.next()).startsWith("SIP/2.0 200");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET / HTTP/1.1\r\nHost: x\r\n\r\n", "INVITE x SIP/2.0\r\nContent-Length: 99999999\r\n\r\n",
            "INVITE x SIP/2.0\r\nContent-Length: -1\r\n\r\n"})
    void whatHasNoEndOrIsNoSipEndsItsConnection(String sent) throws Exception {
        try (Line line = Line.to(port, "127.0.0.1"); Line other = Line.to(port, "127.0.0.1")) {
            line.send(sent);
            assertThat(line.ended()).isTrue();
            assertThat(other.send(options("other", "")).next()).startsWith("SIP/2.0 200");
        }
    }

    @Test
    void foldsWithoutEndEndTheirConnectionAlone() throws Exception {
        try (Line line = Line.to(port, "127.0.0.1"); Line other = Line.to(port, "127.0.0.1")) {
            line.send("INVITE x SIP/2.0\r\nVia: a" + "\n ".repeat(20_000));
            assertThat(line.ended()).isTrue();
            assertThat(other.send(options("other", "")).next()).startsWith("SIP/2.0 200");
        }
    }

    @Test
    void aFloodOverAConnectionIsLimitedAsOneOfDatagramsIs() throws Exception {
        StringBuilder flood = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            flood.append("INVITE sip:alice@127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/TCP 127.0.0.1:9;branch=z9hG4bKf").append(i)
                    .append("\r\nFrom: <sip:f@x>;tag=1\r\nTo: <sip:a@x>\r\nCall-ID: f").append(i)
                    .append("\r\nCSeq: 1 INVITE\r\nMax-Forwards: 70\r\nContact: <sip:f@x>\r\nContent-Length: 0\r\n\r\n");
        }
        try (Line line = Line.to(port, "127.99.9.9")) {
            line.send(flood.toString()).send(options("last", ""));
            List<String> busy = new ArrayList<>();
            String answer = line.next();
            while (!answer.contains("Call-ID: last")) {
                if (answer.startsWith("SIP/2.0 486")) {
                    busy.add(answer);
                }
                answer = line.next();
            }

            assertThat(busy.stream().distinct().count()).isLessThan(150);
        }
    }

    @Test
    void idleConnectionsAreFewAndHinderNobody() throws Exception {
        List<Line> idle = new ArrayList<>();
        try {
            int before = Thread.activeCount();
            for (int i = 0; i < TOO_MANY; i++) {
                idle.add(Line.to(port, "127.0.0.1"));
            }
            try (Line other = Line.to(port, "127.3.4.5")) {
                assertThat(other.send(options("other", "")).next()).startsWith("SIP/2.0 200");
            }
            assertThat(Thread.activeCount() - before).isLessThan(60);
        } finally {
            for (Line line : idle) {
                line.close();
            }
        }
    }

    @Test
    void aCallOverAConnectionIsACall() throws Exception {
        try (Line line = Line.to(port, "127.0.0.1")) {
            String[] offer = RawPeer.offer().split("\n\n", 2);
            String body = offer[1].replace("\n", "\r\n");
            line.send("INVITE sip:alice@127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/TCP 127.0.0.1:9;branch=z9hG4bKcall;rport\r\n"
                    + "From: <sip:r@x>;tag=1\r\nTo: <sip:a@x>\r\nCall-ID: call\r\nCSeq: 1 INVITE\r\nMax-Forwards: 70\r\n"
                    + "Contact: <sip:r@127.0.0.1:9;transport=tcp>\r\n" + offer[0] + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
            phone.softphone().answer(phone.awaitRinging().id());
            String answer = line.next();
            while (answer.startsWith("SIP/2.0 1")) {
                answer = line.next();
            }

            assertThat(answer).startsWith("SIP/2.0 200").contains("Via: SIP/2.0/TCP 127.0.0.1:9;branch=z9hG4bKcall;");
        }
    }
}
