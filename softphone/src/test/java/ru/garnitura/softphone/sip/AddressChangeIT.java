package ru.garnitura.softphone.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ru.garnitura.softphone.audio.AudioEndpoints;
import ru.garnitura.softphone.audio.Ear;
import ru.garnitura.softphone.audio.ToneSource;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.MediaDirection;
import ru.garnitura.softphone.call.MediaPolicy;
import ru.garnitura.softphone.call.MediaSession;
import ru.garnitura.softphone.call.SipTransport;
import ru.garnitura.softphone.call.SrtpPolicy;
import ru.garnitura.softphone.media.MediaLanes;
import ru.garnitura.softphone.media.MediaPair;
import ru.garnitura.softphone.media.MediaSettings;
import ru.garnitura.softphone.media.RtpMediaEngine;
import ru.garnitura.softphone.peers.MediaPhone;
import ru.garnitura.softphone.peers.OwnNetwork;
import ru.garnitura.softphone.peers.PeerProcess;
import ru.garnitura.softphone.peers.Phone;
import ru.garnitura.softphone.peers.RawPeer;
import ru.garnitura.softphone.peers.RoamingPhone;
import ru.garnitura.softphone.peers.StreamPeer;
import ru.garnitura.softphone.peers.TlsCertificate;

/// The host's address changes in the middle of a call (FAULTS 4).
class AddressChangeIT {

    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration GOAL = Duration.ofSeconds(3);
    private static final double CLEAR = 0.9;

    @TempDir
    private Path folder;

    @Test
    @Tag("full")
    @SuppressWarnings("try")
    void theRegistrarThenTheOtherSideLearnTheNewAddressAndSoundFollows() throws Exception {
        try (OwnNetwork network = OwnNetwork.open();
                DatagramSocket ear = new DatagramSocket(0, network.here());
                RawPeer exchange = new RawPeer(network.here(), network.here().getHostAddress() + ":9");
                PeerProcess phone = network.java(folder, RoamingPhone.class,
                        "sip:" + network.here().getHostAddress() + ":" + exchange.port(), "UDP", "", "OFF")) {
            confirm(exchange, START);
            answer(exchange, network, ear);
            exchange.await(message -> message.startsWith("ACK"), Phone.PATIENCE);
            awaitSoundFrom(ear, network.there());
            String former = network.there();

            long began = System.nanoTime();
            network.readdress();
            String registration = confirm(exchange, GOAL);
            String offer = answer(exchange, network, ear);
            awaitSoundFrom(ear, network.there());

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(GOAL);
            assertThat(registration).contains("Contact: <sip:alice@" + network.there());
            assertThat(offer).contains("c=IN IP4 " + network.there(), "Contact: <sip:alice@" + network.there())
                    .doesNotContain(former);
        }
    }

    /// Over TCP and TLS by a connection from the new address; encrypted sound goes on under the keys it had.
    @ParameterizedTest
    @Tag("full")
    @CsvSource({"TCP,a=fingerprint", "TCP,a=crypto", "TLS,a=fingerprint", "TLS,a=crypto"})
    void aConnectionIsMadeFromTheNewAddressAndEncryptedSoundGoesOn(SipTransport transport, String notTaken) throws Exception {
        try (OwnNetwork network = OwnNetwork.open();
                Bob bob = new Bob(network.here(), notTaken);
                StreamPeer exchange = exchange(transport, network.here());
                PeerProcess phone = network.java(folder, RoamingPhone.class,
                        "sip:" + network.here().getHostAddress() + ":" + exchange.port(), transport.name(),
                        transport == SipTransport.TLS ? folder.resolve("server.pem").toString() : "", "REQUIRED")) {
            StreamPeer.Heard invite = bob.answer(exchange, START);
            bob.awaitTone();
            awaitClear(phone, 1);
            String former = network.there();

            long began = System.nanoTime();
            network.readdress();
            StreamPeer.Heard registration = exchange.await(message -> message.startsWith("REGISTER")
                    && message.contains(network.there()), Phone.PATIENCE);
            StreamPeer.Heard reInvite = bob.answer(exchange, Phone.PATIENCE);
            bob.awaitTone();

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(GOAL);
            assertThat(registration.from()).isEqualTo(network.there()).isEqualTo(reInvite.from());
            assertThat(registration.text()).contains("Contact: <sip:alice@" + network.there());
            assertThat(reInvite.text()).contains("c=IN IP4 " + network.there(), "Contact: <sip:alice@" + network.there())
                    .doesNotContain(former);
            assertThat(keying(reInvite, notTaken)).as("keys stay").isSubsetOf(keying(invite, notTaken)).isNotEmpty();
            assertThat(bob.media.snapshot().encrypted()).isTrue();
            awaitClear(phone, received(phone) + 150);
        }
    }

    private StreamPeer exchange(SipTransport transport, InetAddress here) throws Exception {
        ServerSocket server = transport == SipTransport.TCP ? new ServerSocket(0, 5, here)
                : TlsCertificate.of(folder, "ip:" + here.getHostAddress()).server().getServerSocketFactory().createServerSocket(0, 5, here);
        return new StreamPeer(server);
    }

    /// The far side's media: an engine of ours, which keys one way and not the other.
    private static final class Bob implements AutoCloseable {

        private static final MediaPolicy POLICY = new MediaPolicy(List.of("pcma"), SrtpPolicy.REQUIRED);

        final Ear ear = new Ear();
        final MediaSession media;
        private final ExecutorService lanes = Executors.newVirtualThreadPerTaskExecutor();
        private final RtpMediaEngine engine = RtpMediaEngine.create(MediaSettings.USUAL,
                AudioEndpoints.of(new ToneSource(RoamingPhone.THEIR_TONE), ear), new MediaLanes(Runnable::run, lanes));
        private final String notTaken;

        Bob(InetAddress here, String notTaken) {
            this.notTaken = notTaken;
            engine.prepare(POLICY);
            media = engine.open(new CallId("bob"), here, POLICY, new MediaPair.Reports());
        }

        StreamPeer.Heard answer(StreamPeer exchange, Duration patience) throws IOException, InterruptedException {
            StreamPeer.Heard invite = exchange.await(message -> message.startsWith("INVITE"), patience);
            String offer = invite.body().lines().filter(line -> !line.startsWith(notTaken))
                    .collect(Collectors.joining("\r\n", "", "\r\n"));
            String sdp = media.answer(offer, MediaDirection.SENDRECV);
            exchange.respond(invite, "200 OK", "one", "Content-Type: application/sdp\n\n" + sdp.replace("\r\n", "\n"));
            media.start();
            exchange.await(message -> message.startsWith("ACK"), Phone.PATIENCE);
            return invite;
        }

        /// As long as a fresh process may take for its first handshake on a busy machine.
        void awaitTone() throws InterruptedException {
            long deadline = System.nanoTime() + START.toNanos();
            double heard = 0;
            while (heard < CLEAR && System.nanoTime() < deadline) {
                heard = ear.waitForTone(MediaPhone.TONE, CLEAR);
            }
            assertThat(heard).isGreaterThanOrEqualTo(CLEAR);
        }

        @Override
        public void close() {
            engine.close();
            lanes.close();
        }
    }

    private static List<String> keying(StreamPeer.Heard invite, String notTaken) {
        String taken = notTaken.equals("a=crypto") ? "a=fingerprint" : "a=crypto";
        return invite.body().lines().filter(line -> line.startsWith(taken)).toList();
    }

    /// Waits until the phone has got so many packets and hears our tone.
    private static void awaitClear(PeerProcess phone, long packets) throws InterruptedException {
        phone.awaitLine(line -> line.endsWith(" clear") && packetsIn(line) >= packets, Phone.PATIENCE);
    }

    private static long received(PeerProcess phone) {
        return packetsIn(phone.output().getLast());
    }

    private static long packetsIn(String line) {
        return line.startsWith("received ") ? Long.parseLong(line.split(" ", 3)[1]) : 0;
    }

    private static String confirm(RawPeer exchange, Duration patience) throws IOException {
        String register = exchange.await(message -> message.startsWith("REGISTER"), patience);
        exchange.towards(viaOf(register)).respond(register, "200 OK", "exchange", "Expires: 120");
        return register;
    }

    private static String answer(RawPeer exchange, OwnNetwork network, DatagramSocket ear) throws IOException {
        String invite = exchange.await(message -> message.startsWith("INVITE"), Phone.PATIENCE);
        exchange.towards(viaOf(invite)).respond(invite, "200 OK", "one",
                RawPeer.offer().replace("127.0.0.1", network.here().getHostAddress()).replace("40002", Integer.toString(ear.getLocalPort())));
        return invite;
    }

    private static String viaOf(String request) {
        return request.replaceFirst("(?s).*?\nVia: SIP/2.0/UDP ([^;\\s]+).*", "$1");
    }

    private static void awaitSoundFrom(DatagramSocket ear, String host) throws IOException {
        ear.setSoTimeout((int) Phone.PATIENCE.toMillis());
        DatagramPacket packet = new DatagramPacket(new byte[2048], 2048);
        do {
            ear.receive(packet);
        } while (!packet.getAddress().getHostAddress().equals(host));
    }
}
