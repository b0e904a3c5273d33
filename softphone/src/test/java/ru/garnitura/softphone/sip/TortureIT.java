package ru.garnitura.softphone.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import ru.garnitura.softphone.call.ScriptedMedia;
import ru.garnitura.softphone.peers.Phone;
import ru.garnitura.softphone.peers.RawPeer;

/// The torture messages of RFC 4475, one datagram each.
class TortureIT {

    /// Answers go to port 5060 of the sender where a Via names no port, so the sender has a loopback address of its own.
    private static final InetAddress TORTURER = InetAddress.ofLiteral("127.47.57.1");

    private static List<Path> messages() throws Exception {
        Path folder = Path.of(TortureIT.class.getResource("rfc4475").toURI());
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(files::add);
        }
        files.sort(null);
        return files;
    }

    @Test
    void afterEachMessageWeStillAnswerAndNoneBringsUsTo500() throws Exception {
        Map<String, String> answers = new TreeMap<>();
        try (Phone phone = new Phone("alice", new ScriptedMedia()).listen();
                DatagramSocket socket = new DatagramSocket(5060, TORTURER);
                RawPeer peer = new RawPeer(phone.softphone().snapshot().listening())) {
            String listening = phone.softphone().snapshot().listening();
            int port = Integer.parseInt(listening.substring(listening.lastIndexOf(':') + 1));
            for (Path message : messages()) {
                byte[] bytes = Files.readAllBytes(message);
                socket.send(new DatagramPacket(bytes, bytes.length,
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
                String call = "alive" + message.getFileName();
                peer.send("OPTIONS", call, "");
                assertThat(peer.awaitFinal("OPTIONS", call)).startsWith("SIP/2.0 200");
                phone.calls().forEach(ringing -> phone.softphone().reject(ringing.id()));
                phone.await(() -> phone.calls().isEmpty());
                answers.put(message.getFileName().toString(), answersTo(socket));
            }
        }
        assertThat(answers.values()).noneMatch(answer -> answer.contains("SIP/2.0 500"));
    }

    private static String answersTo(DatagramSocket socket) throws IOException {
        StringBuilder answers = new StringBuilder();
        socket.setSoTimeout(300);
        while (true) {
            DatagramPacket packet = new DatagramPacket(new byte[65_535], 65_535);
            try {
                socket.receive(packet);
            } catch (SocketTimeoutException e) {
                return answers.toString();
            }
            String text = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
            answers.append(text);
        }
    }
}
