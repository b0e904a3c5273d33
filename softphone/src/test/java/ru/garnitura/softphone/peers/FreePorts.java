package ru.garnitura.softphone.peers;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/// Ports nobody uses on 127.0.0.1 at the moment.
public final class FreePorts {

    static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    private FreePorts() {
    }

    /// The first of `count` neighbouring ports, even, free over UDP and TCP.
    public static int row(int count) {
        while (true) {
            int first = ThreadLocalRandom.current().nextInt(10_000, 30_000) & ~1;
            boolean free = true;
            for (int port = first; free && port < first + count; port++) {
                free = free(port);
            }
            if (free) {
                return first;
            }
        }
    }

    /// Waits until somebody listens there.
    static void awaitTaken(int port) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (free(port)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("nobody listens on " + port);
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static boolean free(int port) {
        try (DatagramSocket udp = new DatagramSocket(port, LOOPBACK); ServerSocket tcp = new ServerSocket(port, 1, LOOPBACK)) {
            return udp.isBound() && tcp.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
