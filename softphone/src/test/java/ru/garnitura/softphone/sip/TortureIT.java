package ru.garnitura.softphone.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

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
            stream.forEach(file -> {
                if (file.toString().endsWith(".dat")) {
                    files.add(file);
                }
            });
        }
        files.sort(null);
        return files;
    }

    /// What each message may be answered with: statuses, `not` statuses, or `silence`.
    private static Map<String, String> rules() throws IOException, URISyntaxException {
        Map<String, String> rules = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of(TortureIT.class.getResource("rfc4475/answers.tsv").toURI()))) {
            String[] columns = line.split("\t", 2);
            rules.put(columns[0] + ".dat", columns[1]);
        }
        return rules;
    }

    private static boolean keeps(String rule, List<String> statuses) {
        if (rule.equals("silence")) {
            return statuses.isEmpty();
        }
        List<String> words = List.of(rule.replace("not ", "").split(" ", -1));
        Predicate<String> named = status -> words.contains(status) || words.contains(status.charAt(0) + "xx");
        return !statuses.isEmpty()
                && statuses.stream().allMatch(rule.startsWith("not ") ? named.negate() : named);
    }

    /// The sender's port is not the one its Via names, so an answer that goes back the way it came is an answer lost.
    @Test
    void eachMessageIsAnsweredAsTheRfcSaysAndCallsGoOnWorking() throws Exception {
        Map<String, String> rules = rules();
        Map<String, String> wrong = new TreeMap<>();
        try (Phone phone = new Phone("alice", new ScriptedMedia()).listen();
                DatagramSocket socket = new DatagramSocket(5060, TORTURER);
                DatagramSocket other = new DatagramSocket(5050, TORTURER);
                DatagramSocket sender = new DatagramSocket(0, TORTURER);
                RawPeer peer = new RawPeer(phone.softphone().snapshot().listening())) {
            String listening = phone.softphone().snapshot().listening();
            int port = Integer.parseInt(listening.substring(listening.lastIndexOf(':') + 1));
            for (Path message : messages()) {
                String name = message.getFileName().toString();
                byte[] bytes = Files.readAllBytes(message);
                sender.send(new DatagramPacket(bytes, bytes.length,
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
                String call = "alive" + name;
                peer.send("OPTIONS", call, "");
                assertThat(peer.awaitFinal("OPTIONS", call)).startsWith("SIP/2.0 200");
                phone.calls().forEach(ringing -> phone.softphone().reject(ringing.id()));
                phone.await(() -> phone.calls().isEmpty());
                List<String> answers = finalsIn(List.of(answersTo(socket), answersTo(other), answersTo(sender)), bytes);
                String rule = rules.getOrDefault(name, "no rule");
                if (!keeps(rule, answers)) {
                    wrong.put(name, answers + " instead of " + rule);
                }
            }
            peer.send("INVITE", "after", RawPeer.offer());
            phone.softphone().answer(phone.awaitRinging().id());
            assertThat(peer.awaitFinal("INVITE", "after")).startsWith("SIP/2.0 200");
        }
        assertThat(rules).hasSize(49);
        assertThat(wrong).isEmpty();
    }

    /// Final answers to this message; an earlier one's may be repeated in between.
    private static List<String> finalsIn(List<List<String>> answers, byte[] message) {
        String asked = new String(message, StandardCharsets.UTF_8);
        return answers.stream().flatMap(List::stream)
                .filter(answer -> answer.startsWith("SIP/2.0 ") && answer.charAt(8) != '1')
                .filter(answer -> answer.lines().filter(line -> line.startsWith("Call-ID: "))
                        .allMatch(line -> asked.contains(line.substring("Call-ID: ".length()))))
                .map(answer -> answer.substring(8, 11)).distinct().toList();
    }

    @Test
    void noAnswerTellsWhatTheParserStumbledOver() throws Exception {
        try (Phone phone = new Phone("alice", new ScriptedMedia()).listen();
                RawPeer peer = new RawPeer(phone.softphone().snapshot().listening())) {
            peer.send("OPTIONS", "odd", "Contact: <sip:x@y;;>\nRoute: <<<>\nDate: never");
            String answer = peer.awaitFinal("OPTIONS", "odd");

            assertThat(answer.lines().findFirst().orElse("")).matches("SIP/2\\.0 \\d{3} [A-Za-z ()]*");
            assertThat(answer.toLowerCase(Locale.ROOT)).doesNotContain("exception", "nist", "lexer", "parse");
        }
    }

    private static List<String> answersTo(DatagramSocket socket) throws IOException {
        List<String> answers = new ArrayList<>();
        socket.setSoTimeout(60);
        while (true) {
            DatagramPacket packet = new DatagramPacket(new byte[65_535], 65_535);
            try {
                socket.receive(packet);
            } catch (SocketTimeoutException e) {
                return answers;
            }
            String text = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
            answers.add(text);
        }
    }
}
