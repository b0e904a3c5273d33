package ru.garnitura.softphone.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ru.garnitura.softphone.peers.OwnNetwork;
import ru.garnitura.softphone.peers.PeerProcess;
import ru.garnitura.softphone.peers.Phone;
import ru.garnitura.softphone.peers.RawPeer;
import ru.garnitura.softphone.peers.RoamingPhone;

/// The host's address changes in the middle of a call (FAULTS 4).
class AddressChangeIT {

    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration GOAL = Duration.ofSeconds(3);

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
                        "sip:" + network.here().getHostAddress() + ":" + exchange.port())) {
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
