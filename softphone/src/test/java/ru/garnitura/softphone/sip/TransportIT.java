package ru.garnitura.softphone.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import javax.net.ssl.SSLServerSocket;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import ru.garnitura.softphone.call.CallEndCause;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.CallState;
import ru.garnitura.softphone.call.RegistrationCause;
import ru.garnitura.softphone.call.RegistrationCause.Certificate.Flaw;
import ru.garnitura.softphone.call.RegistrationState;
import ru.garnitura.softphone.call.ScriptedMedia;
import ru.garnitura.softphone.call.SipTransport;
import ru.garnitura.softphone.call.SoftphoneEvent;
import ru.garnitura.softphone.peers.ClockedPhone;
import ru.garnitura.softphone.peers.FreePorts;
import ru.garnitura.softphone.peers.Kamailio;
import ru.garnitura.softphone.peers.Phone;
import ru.garnitura.softphone.peers.TlsCertificate;

/// Signaling over TCP and TLS, and certificates that are refused (FAULTS 23).
class TransportIT {

    private static final String LOOPBACK = "ip:127.0.0.1,dns:localhost";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(value = SipTransport.class, names = {"TCP", "TLS"})
    void callsThroughTheProxyOverAConnection(SipTransport transport) throws Exception {
        TlsCertificate certificate = TlsCertificate.of(folder.resolve("tls"), LOOPBACK);
        try (Kamailio kamailio = Kamailio.start(folder, "SHA-256", certificate);
                Phone alice = new Phone("alice", new ScriptedMedia());
                Phone bob = new Phone("bob", new ScriptedMedia())) {
            String registrar = transport == SipTransport.TLS ? kamailio.tlsUri() : kamailio.uri();
            String ca = certificate.certificate().toString();
            alice.register(alice.account(registrar, transport, ca));
            bob.register(bob.account(registrar, transport, ca));

            CallId outgoing = alice.dial("bob");
            CallId incoming = bob.awaitRinging().id();
            alice.awaitState(outgoing, CallState.ALERTING);
            bob.softphone().answer(incoming);
            alice.awaitState(outgoing, CallState.CONFIRMED);
            alice.softphone().hold(outgoing);
            alice.awaitState(outgoing, CallState.HELD);
            bob.softphone().end(incoming);
            assertThat(alice.awaitEnd(outgoing)).isEqualTo(new CallEndCause.EndedByPeer());

            CallId back = bob.dial("alice");
            alice.softphone().answer(alice.awaitRinging().id());
            bob.awaitState(back, CallState.CONFIRMED);
        }
    }

    @Test
    void aLostConnectionIsMadeAgain() throws Exception {
        try (Kamailio kamailio = Kamailio.start(folder, "MD5"); Phone alice = new Phone("alice", new ScriptedMedia())) {
            alice.register(alice.account(kamailio.uri(), SipTransport.TCP, ""));
            var confirmed = alice.softphone().snapshot().registration().lastSuccess();
            kamailio.stop();
            kamailio.restart();

            alice.await(() -> alice.softphone().snapshot().registration().state() == RegistrationState.REGISTERED
                    && !Objects.equals(confirmed, alice.softphone().snapshot().registration().lastSuccess()),
                    Duration.ofSeconds(30));
        }
    }

    /// A firewall that forgot the flow says nothing: no FIN, no RST.
    @Test
    void aConnectionThatDiedWithoutAWordIsReplaced() throws Exception {
        try (ForgetfulFirewall firewall = new ForgetfulFirewall(); ClockedPhone phone = new ClockedPhone()) {
            phone.register("sip:127.0.0.1:" + firewall.port(), SipTransport.TCP);
            phone.awaitState(RegistrationState.REGISTERED);
            phone.pass(Duration.ofSeconds(20));
            firewall.awaitSwallowed();
            phone.pass(Duration.ofSeconds(5));
            phone.awaitCause(new RegistrationCause.NoAnswer());
            firewall.awaitForgotten();
            phone.pass(Duration.ofSeconds(1));

            phone.awaitState(RegistrationState.REGISTERED);
            assertThat(firewall.connections()).isEqualTo(2);
        }
    }

    /// A registrar behind what passes one message of each connection, and swallows the rest of the first.
    private static final class ForgetfulFirewall implements AutoCloseable {

        private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        private final CountDownLatch swallowed = new CountDownLatch(1);
        private final CountDownLatch forgotten = new CountDownLatch(1);
        private final AtomicInteger connections = new AtomicInteger();

        ForgetfulFirewall() throws IOException {
            Thread.ofVirtual().start(this::accept);
        }

        int port() {
            return server.getLocalPort();
        }

        int connections() {
            return connections.get();
        }

        void awaitSwallowed() throws InterruptedException {
            assertThat(swallowed.await(Phone.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }

        /// Until the phone has let go of the first connection.
        void awaitForgotten() throws InterruptedException {
            assertThat(forgotten.await(Phone.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }

        private void accept() {
            while (!server.isClosed()) {
                try {
                    Socket line = server.accept();
                    connections.incrementAndGet();
                    Thread.ofVirtual().start(() -> serve(line));
                } catch (IOException closed) {
                    assertThat(closed).isNotNull();
                }
            }
        }

        private void serve(Socket line) {
            try (line; BufferedReader in = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8))) {
                line.getOutputStream().write(consent(head(in)).getBytes(StandardCharsets.UTF_8));
                while (!head(in).isEmpty()) {
                    swallowed.countDown();
                }
            } catch (IOException reset) {
                assertThat(reset).isNotNull();
            }
            forgotten.countDown();
        }

        private static String head(BufferedReader in) throws IOException {
            StringBuilder head = new StringBuilder();
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                head.append(line).append("\r\n");
            }
            return head.toString();
        }

        private static String consent(String register) {
            return "SIP/2.0 200 OK\r\n" + register.lines().skip(1)
                    .filter(line -> line.matches("(?i)(Via|From|To|Call-ID|CSeq|Contact|Expires):.*"))
                    .collect(Collectors.joining("\r\n")) + "\r\nContent-Length: 0\r\n\r\n";
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }

    @Test
    void theSecondRegistrarTakesOver() throws Exception {
        int dead = FreePorts.row(1);
        try (Kamailio kamailio = Kamailio.start(folder, "MD5"); Phone alice = new Phone("alice", new ScriptedMedia())) {
            alice.register(alice.account("sip:127.0.0.1:" + dead + ", " + kamailio.uri(), SipTransport.TCP, ""));

            assertThat(alice.softphone().snapshot().registration().state()).isEqualTo(RegistrationState.REGISTERED);
        }
    }

    @Test
    void anExpiredCertificateIsRefused() throws Exception {
        TlsCertificate expired = TlsCertificate.expired(folder, LOOPBACK);

        assertThat(refusal(expired, expired.certificate().toString())).isEqualTo(Flaw.EXPIRED);
    }

    @Test
    void aCertificateOfAnotherServerIsRefused() throws Exception {
        TlsCertificate other = TlsCertificate.of(folder, "dns:other.example,ip:192.0.2.1");

        assertThat(refusal(other, other.certificate().toString())).isEqualTo(Flaw.OTHER_NAME);
    }

    @Test
    void aCertificateNobodyVouchesForIsRefused() throws Exception {
        TlsCertificate unknown = TlsCertificate.of(folder.resolve("a"), LOOPBACK);
        TlsCertificate trusted = TlsCertificate.of(folder.resolve("b"), LOOPBACK);

        assertThat(refusal(unknown, trusted.certificate().toString())).isEqualTo(Flaw.UNTRUSTED);
        assertThat(refusal(unknown, "")).isEqualTo(Flaw.UNTRUSTED);
    }

    @Test
    void weakCiphersAreNotAgreedTo() throws Exception {
        TlsCertificate certificate = TlsCertificate.of(folder, LOOPBACK);

        assertThat(refusal(certificate, certificate.certificate().toString(), "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256"))
                .isEqualTo(Flaw.NO_COMMON_PROTOCOL);
    }

    private static Flaw refusal(TlsCertificate certificate, String ca, String... suites) throws Exception {
        try (SSLServerSocket server = (SSLServerSocket) certificate.server().getServerSocketFactory()
                .createServerSocket(0, 5, InetAddress.getLoopbackAddress()); Phone alice = new Phone("alice", new ScriptedMedia())) {
            if (suites.length > 0) {
                server.setEnabledProtocols(new String[] {"TLSv1.2"});
                server.setEnabledCipherSuites(suites);
            }
            Thread.ofVirtual().start(() -> shakeHands(server));
            alice.softphone().register(alice.account("sip:127.0.0.1:" + server.getLocalPort(), SipTransport.TLS, ca));
            Predicate<RegistrationCause> refused = RegistrationCause.Certificate.class::isInstance;
            SoftphoneEvent.RegistrationChanged told = alice.awaitEvent(SoftphoneEvent.RegistrationChanged.class,
                    changed -> refused.test(changed.registration().cause()));
            assertThat(told.registration().state()).isEqualTo(RegistrationState.FAILED);
            return ((RegistrationCause.Certificate) told.registration().cause()).flaw();
        }
    }

    /// Reads until the client goes away; a refused handshake ends in an exception here, as it should.
    private static void shakeHands(ServerSocket server) {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                client.setSoTimeout(5_000);
                while (client.getInputStream().read() >= 0) {
                    Thread.onSpinWait();
                }
            } catch (IOException refused) {
                assertThat(refused).isNotNull();
            }
        }
    }
}
