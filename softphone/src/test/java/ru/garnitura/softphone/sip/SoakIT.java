package ru.garnitura.softphone.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import ru.garnitura.softphone.call.ScriptedMedia;
import ru.garnitura.softphone.call.SipAccount;
import ru.garnitura.softphone.call.SrtpPolicy;
import ru.garnitura.softphone.peers.Phone;
import ru.garnitura.softphone.peers.RawPeer;

/// 2,000 calls, one after the other (FAULTS 47). Signaling alone: media has its own bench.
@Tag("full")
class SoakIT {

    private static final int SETTLING = 300;
    private static final int CALLS = 2_000;
    private static final long LEAST_SLACK = 2L << 20;
    /// Transactions outlive their call by 32 s.
    private static final Duration TRANSACTIONS_END = Duration.ofSeconds(60);

    /// What a process holds.
    private record Holdings(long heap, int threads, long descriptors) {
    }

    @Test
    void twoThousandCallsLeaveNothingBehind() throws Exception {
        try (Phone phone = new Phone("alice", new ScriptedMedia())) {
            SipAccount plain = phone.account("", "x");
            phone.softphone().register(new SipAccount(plain.identity(), plain.route(),
                    new SipAccount.CallPolicy(0, 0, 3, List.of("pcma"), SrtpPolicy.OFF)));
            phone.await(() -> !phone.softphone().snapshot().listening().isEmpty());
            try (RawPeer peer = new RawPeer(phone.softphone().snapshot().listening())) {
                calls(phone, peer, 0, SETTLING);
                Holdings before = holdings();
                calls(phone, peer, SETTLING, SETTLING + CALLS);
                long limit = before.heap() + Math.max(before.heap() / 20, LEAST_SLACK);
                phone.await(() -> holdings().heap() < limit, TRANSACTIONS_END);
                Holdings after = holdings();

                assertThat(after.threads()).isLessThanOrEqualTo(before.threads() + 2);
                assertThat(after.descriptors()).isLessThanOrEqualTo(before.descriptors() + 2);
                assertThat(after.heap()).isLessThan(limit);
            }
        }
    }

    private static void calls(Phone phone, RawPeer peer, int from, int to) throws IOException, InterruptedException {
        for (int i = from; i < to; i++) {
            String call = "soak" + i;
            peer.send("INVITE", call, RawPeer.offer());
            String ok = peer.awaitFinal("INVITE", call);
            assertThat(ok).startsWith("SIP/2.0 200");
            peer.send("ACK", call, "tag=" + RawPeer.toTag(ok) + "\n");
            peer.send("BYE", call, "tag=" + RawPeer.toTag(ok) + "\n");
            assertThat(peer.awaitFinal("BYE", call)).startsWith("SIP/2.0 200");
            phone.await(() -> phone.calls().isEmpty());
            phone.forget();
        }
    }

    private static Holdings holdings() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return new Holdings(runtime.totalMemory() - runtime.freeMemory(),
                    ManagementFactory.getThreadMXBean().getThreadCount(), descriptors.count());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
