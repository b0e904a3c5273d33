package ru.garnitura.softphone.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import ru.garnitura.softphone.call.CallSnapshot;
import ru.garnitura.softphone.call.CallState;
import ru.garnitura.softphone.call.ScriptedMedia;
import ru.garnitura.softphone.peers.InviteFlood;
import ru.garnitura.softphone.peers.Phone;
import ru.garnitura.softphone.peers.RawPeer;

/// One source sends 1,000 INVITEs a second during a call (FAULTS 19).
class FloodIT {

    private static final int PER_SECOND = 1_000;
    private static final int SECONDS = 5;
    private static final Duration T1 = Duration.ofMillis(500);
    private static final long MOST_HEAP = 64L << 20;

    @Test
    void aFloodHarmsNeitherTheCallNorTheHeap() throws Exception {
        try (Phone phone = new Phone("alice", new ScriptedMedia()).listen();
                RawPeer peer = new RawPeer(phone.softphone().snapshot().listening());
                DatagramSocket flooder = new DatagramSocket(0, InetAddress.ofLiteral("127.99.9.9"))) {
            peer.send("INVITE", "live", RawPeer.offer());
            CallSnapshot call = phone.awaitRinging();
            phone.softphone().answer(call.id());
            String ok = peer.awaitFinal("INVITE", "live");
            peer.send("ACK", "live", "tag=" + RawPeer.toTag(ok) + "\n");
            long before = heap();
            String listening = phone.softphone().snapshot().listening();
            InetSocketAddress target = new InetSocketAddress(InetAddress.getLoopbackAddress(),
                    Integer.parseInt(listening.substring(listening.lastIndexOf(':') + 1)));
            Thread flood = Thread.ofPlatform().daemon().start(() -> flood(flooder, target));
            long slowest = 0;
            for (int i = 0; flood.isAlive(); i++) {
                slowest = Math.max(slowest, ask(peer, "alive" + i));
                flood.join(Duration.ofMillis(50));
            }

            assertThat(Duration.ofNanos(slowest)).isLessThan(Duration.ofSeconds(8));
            assertThat(phone.latest(call.id()).state()).isEqualTo(CallState.CONFIRMED);
            assertThat(heap() - before).isLessThan(MOST_HEAP);
        }
    }

    /// Asks as RFC 3261 has it, again after T1: what a full socket drops is asked for once more.
    ///
    /// @return nanoseconds until the answer
    private static long ask(RawPeer peer, String call) throws IOException {
        long asked = System.nanoTime();
        for (int tries = 0; tries < 20; tries++) {
            peer.send("OPTIONS", call, "");
            try {
                assertThat(peer.await(message -> message.contains(call), T1)).startsWith("SIP/2.0 200");
                return System.nanoTime() - asked;
            } catch (AssertionError unanswered) {
                assertThat(unanswered).hasMessageContaining("Never came");
            }
        }
        throw new AssertionError("No answer to " + call);
    }

    private static void flood(DatagramSocket socket, InetSocketAddress target) {
        try {
            InviteFlood.send(socket, target, PER_SECOND, PER_SECOND * SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
