package ru.garnitura.desktop.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// A line of a known speed between a client and a server on this machine, which counts what comes down it.
final class PacedRelay implements AutoCloseable {

    private static final int PIECE = 16 * 1024;

    private final ServerSocket door;
    private final int server;
    private final long bytesPerSecond;
    private final AtomicLong down = new AtomicLong();
    private long freeAt = System.nanoTime();

    PacedRelay(int server, long bytesPerSecond) throws IOException {
        this.server = server;
        this.bytesPerSecond = bytesPerSecond;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /// Bytes the client was sent so far, headers included.
    long bytes() {
        return down.get();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Socket upstream = new Socket(InetAddress.getLoopbackAddress(), server);
                Thread.ofVirtual().start(() -> carry(client, upstream, false));
                Thread.ofVirtual().start(() -> carry(upstream, client, true));
            } catch (IOException e) {
                if (!door.isClosed()) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    private void carry(Socket from, Socket to, boolean paced) {
        byte[] piece = new byte[PIECE];
        try (from; to; InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                if (paced) {
                    pay(read);
                    down.addAndGet(read);
                }
                out.write(piece, 0, read);
            }
        } catch (IOException e) {
            System.err.println("relay: " + e.getMessage());
        }
    }

    private void pay(int bytes) {
        long until;
        synchronized (this) {
            freeAt = Math.max(freeAt, System.nanoTime()) + bytes * 1_000_000_000L / bytesPerSecond;
            until = freeAt;
        }
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
