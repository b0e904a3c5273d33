package ru.garnitura.softphone.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;

import ru.garnitura.softphone.call.ScriptedMedia;
import ru.garnitura.softphone.peers.Phone;
import ru.garnitura.softphone.peers.RawPeer;

/// Datagrams made to keep us busy (FAULTS 18): the phone hears what comes after them, and spends next to nothing on them.
class HostileDatagramsIT {

    private static final int PER_SECOND = 200;
    private static final int WARM_UP = 400;
    private static final int COUNT = 600;
    private static final double MOST_OF_A_PROCESSOR = 0.05;

    private static final List<byte[]> HOSTILE = List.of(
            message("INVITE x SIP/2.0\r\nVia: a" + "\n ".repeat(8_100)),
            message("SIP/2.0 200 OK\r\nVia: a" + "\r\n\t".repeat(5_300)),
            message(head("From: <" + "a ".repeat(4_000))),
            message(head("From: \"" + "\\\"".repeat(4_000))),
            message(head("Contact: <sip:a@b>" + ";".repeat(8_000))),
            message(head("Contact: " + "<sip:a@b>,".repeat(6_000))),
            message(head("Subject: x" + "\r\n y".repeat(15_000))),
            message(head("X: " + "a".repeat(64_000))));

    private static byte[] message(String head) {
        return (head + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String head(String field) {
        return "INVITE sip:alice@127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:9;branch=z9hG4bK1\r\n" + field
                + "\r\nTo: <sip:alice@127.0.0.1>\r\nCall-ID: h\r\nCSeq: 1 INVITE\r\nContent-Length: 0";
    }

    private static void alive(RawPeer peer, String call) throws Exception {
        peer.send("OPTIONS", call, "");
        assertThat(peer.awaitFinal("OPTIONS", call)).startsWith("SIP/2.0 200");
    }

    @Test
    void noneOfThemMakesThePhoneDeaf() throws Exception {
        try (Phone phone = new Phone("alice", new ScriptedMedia()).listen();
                RawPeer peer = new RawPeer(phone.softphone().snapshot().listening())) {
            for (int i = 0; i < HOSTILE.size(); i++) {
                byte[] hostile = HOSTILE.get(i);
                peer.send(hostile.length > 65_000 ? Arrays.copyOf(hostile, 65_000) : hostile);
                alive(peer, "after" + i);
            }
        }
    }

    /// The processor time of the thread that reads, measured by the thread itself: whatever else runs here does not count.
    @Test
    void theThreadThatReadsSpendsLittleOnThem() throws Exception {
        try (Phone phone = new Phone("alice", new ScriptedMedia()).listen();
                RawPeer peer = new RawPeer(phone.softphone().snapshot().listening())) {
            long reader = reader(phone.softphone().snapshot().listening());
            send(peer, WARM_UP);
            alive(peer, "before");
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            long spent = threads.getThreadCpuTime(reader);
            send(peer, COUNT);
            alive(peer, "after");
            spent = threads.getThreadCpuTime(reader) - spent;

            assertThat(Duration.ofNanos(spent))
                    .isLessThan(Duration.ofMillis((long) (COUNT * 1_000.0 / PER_SECOND * MOST_OF_A_PROCESSOR)));
        }
    }

    private static long reader(String listening) {
        String port = listening.substring(listening.lastIndexOf(':') + 1);
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("MessageProcessorThread-UDP") && thread.getName().endsWith("/" + port))
                .findFirst().orElseThrow().threadId();
    }

    private static void send(RawPeer peer, int count) throws Exception {
        long started = System.nanoTime();
        for (int i = 0; i < count; i++) {
            byte[] hostile = HOSTILE.get(i % HOSTILE.size());
            peer.send(hostile.length > 65_000 ? Arrays.copyOf(hostile, 65_000) : hostile);
            long due = started + TimeUnit.SECONDS.toNanos(i) / PER_SECOND;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(100_000);
            }
        }
    }
}
