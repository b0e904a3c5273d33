package ru.garnitura.softphone.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import ru.garnitura.softphone.call.SipTransport;
import ru.garnitura.softphone.peers.ClockedPhone;
import ru.garnitura.softphone.peers.Phone;
import ru.garnitura.softphone.peers.RawPeer;

/// A desk behind a NAT: the way back to it is kept open, however long a term the registrar grants, and pings that keep it
/// open from the other side do no harm.
class KeepAliveIT {

    /// NATs forget a way that nothing went for half a minute.
    private static final Duration OFTEN_ENOUGH = Duration.ofSeconds(20);

    private final ClockedPhone phone = new ClockedPhone();

    private static String header(String message, String name) {
        return message.lines().filter(line -> line.startsWith(name + ":")).findFirst().orElse("");
    }

    private static boolean isNext(String message, String before) {
        return message.startsWith("REGISTER") && !header(message, "CSeq").equals(header(before, "CSeq"));
    }

    /// As a registrar sees it through a NAT (RFC 3581).
    private static String throughNat(String request) {
        return request.replaceFirst(";rport(?=[;\\r])", ";rport=61001;received=203.0.113.7");
    }

    @Test
    void theWayBackOverUdpIsUsedOftenEnoughAndLeadsWhereWeListen() throws Exception {
        try (phone; RawPeer registrar = new RawPeer("127.0.0.1:9")) {
            String listening = phone.register("sip:127.0.0.1:" + registrar.port(), SipTransport.UDP);
            registrar.towards(listening);
            String register = registrar.await(message -> message.startsWith("REGISTER"), Phone.PATIENCE);
            assertThat(throughNat(register)).as("asks for the way it came by").contains("received=");
            for (int round = 0; round < 9; round++) {
                assertThat(registrar.lastSource()).isEqualTo(listening);
                registrar.respond(throughNat(register), "200 OK", "registrar", "Expires: 3600");
                phone.awaitConsent();
                String before = register;
                phone.pass(OFTEN_ENOUGH);
                register = registrar.await(message -> isNext(message, before), Phone.PATIENCE);
            }
            registrar.send("\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            registrar.send(new byte[4]);
            registrar.send("OPTIONS", "ping", "");
            assertThat(registrar.awaitFinal("OPTIONS", "ping")).startsWith("SIP/2.0 200");
        }
    }

    @Test
    void aConnectionIsUsedOftenEnoughAndItsPingsAreAnswered() throws Exception {
        try (phone; ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout((int) Phone.PATIENCE.toMillis());
            phone.register("sip:127.0.0.1:" + server.getLocalPort(), SipTransport.TCP);
            try (Socket connection = server.accept()) {
                connection.setSoTimeout((int) Phone.PATIENCE.toMillis());
                String register = read(connection);
                for (int round = 0; round < 9; round++) {
                    accept(connection, register);
                    phone.awaitConsent();
                    write(connection, "\r\n\r\n");
                    assertThat(connection.getInputStream().readNBytes(2)).as("the pong (RFC 5626, section 3.5.1)").containsExactly('\r', '\n');
                    phone.pass(OFTEN_ENOUGH);
                    String before = register;
                    register = read(connection);
                    assertThat(isNext(register, before)).isTrue();
                }
                accept(connection, register);
                server.setSoTimeout(200);
                assertThat(hasAnother(server)).as("one connection serves all the time").isFalse();
            }
        }
    }

    private static boolean hasAnother(ServerSocket server) throws IOException {
        try (Socket another = server.accept()) {
            return another.isConnected();
        } catch (SocketTimeoutException none) {
            return false;
        }
    }

    /// A request without a body.
    private static String read(Socket connection) throws IOException {
        InputStream in = connection.getInputStream();
        StringBuilder message = new StringBuilder();
        while (message.indexOf("\r\n\r\n") < 0) {
            int octet = in.read();
            if (octet < 0) {
                throw new AssertionError("The connection ended after: " + message);
            }
            message.append((char) octet);
        }
        return message.toString();
    }

    private static void accept(Socket connection, String register) throws IOException {
        String copied = register.lines().filter(line -> line.matches("(?i)(Via|From|To|Call-ID|CSeq|Contact):.*"))
                .map(line -> line.startsWith("To:") ? line + ";tag=registrar" : line).collect(Collectors.joining("\r\n"));
        write(connection, "SIP/2.0 200 OK\r\n" + throughNat(copied + "\r\n") + "Expires: 3600\r\nContent-Length: 0\r\n\r\n");
    }

    private static void write(Socket connection, String text) throws IOException {
        connection.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        connection.getOutputStream().flush();
    }
}
