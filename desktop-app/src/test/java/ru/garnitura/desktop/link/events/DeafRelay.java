package ru.garnitura.desktop.link.events;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Stands between a client and a server, and can stop carrying anything on the connections it has while they stay open.
/// New ones work.
final class DeafRelay implements AutoCloseable {

    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Pair> pairs = new CopyOnWriteArrayList<>();
    private final int target;

    private static final class Pair {

        private final Socket client;
        private final Socket server;
        private volatile boolean deaf;

        Pair(Socket client, Socket server) {
            this.client = client;
            this.server = server;
            Thread.ofVirtual().start(() -> carry(client, server));
            Thread.ofVirtual().start(() -> carry(server, client));
        }

        private void carry(Socket from, Socket to) {
            try (InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
                byte[] chunk = new byte[4_096];
                for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                    if (!deaf) {
                        out.write(chunk, 0, n);
                        out.flush();
                    }
                }
            } catch (IOException _) {
                deaf = true;
            }
        }

        void close() throws IOException {
            client.close();
            server.close();
        }
    }

    DeafRelay(int target) throws IOException {
        this.target = target;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    void goDeaf() {
        pairs.forEach(pair -> pair.deaf = true);
    }

    private void accept() {
        try {
            while (!listening.isClosed()) {
                Socket client = listening.accept();
                pairs.add(new Pair(client, new Socket(InetAddress.getLoopbackAddress(), target)));
            }
        } catch (IOException _) {
            return;
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Pair pair : pairs) {
            pair.close();
        }
    }
}
