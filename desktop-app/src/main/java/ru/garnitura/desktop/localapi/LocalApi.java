package ru.garnitura.desktop.localapi;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.Executors;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.garnitura.desktop.settings.PrivateFile;

/// The local control interface: HTTP and a WebSocket on 127.0.0.1, for CRMs and tests. Every start makes a new token.
public final class LocalApi implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LocalApi.class);
    private static final int TOKEN_BYTES = 24;
    private static final int THREADS = 6;
    private static final long STOP_MS = 1_000;
    /// Changes told to a listener who does not read; then he is let go.
    private static final int MOST_WAITING = 256;

    private final Server server;
    private final ServerConnector connector;
    private final EventSockets sockets;

    private LocalApi(Server server, ServerConnector connector, EventSockets sockets) {
        this.server = server;
        this.connector = connector;
        this.sockets = sockets;
    }

    /// Opens the interface. Blocks until it listens.
    ///
    /// @param port      0 = any free one
    /// @param tokenFile written anew, mode 0600
    /// @throws IOException when the port is taken or the token can't be written
    public static LocalApi open(int port, Path tokenFile, LocalDesk desk) throws IOException {
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        PrivateFile.write(tokenFile, token + "\n");
        QueuedThreadPool pool = new QueuedThreadPool(THREADS, 1);
        pool.setName("local-api");
        pool.setDaemon(true);
        pool.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
        Server server = new Server(pool);
        ServerConnector connector = new ServerConnector(server, 1, 1);
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        server.addConnector(connector);
        Gate gate = new Gate(token);
        EventSockets sockets = new EventSockets(desk);
        WebSocketUpgradeHandler upgrades = WebSocketUpgradeHandler.from(server, container -> {
            // Nothing may happen for hours.
            container.setIdleTimeout(Duration.ZERO);
            container.setMaxOutgoingFrames(MOST_WAITING);
            container.addMapping("/v1/events", (request, response, callback) -> sockets.listener());
        });
        upgrades.setHandler(new CallHandler(desk));
        server.setHandler(new GateHandler(gate, upgrades));
        return started(new LocalApi(server, connector, sockets));
    }

    private static LocalApi started(LocalApi api) throws IOException {
        try {
            api.server.setStopTimeout(STOP_MS);
            api.server.start();
            return api;
        } catch (IOException e) {
            api.close();
            throw e;
        } catch (Exception e) {
            api.close();
            throw new IOException("start the local control interface on port " + api.connector.getPort(), e);
        }
    }

    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        sockets.close();
        try {
            server.stop();
        } catch (Exception e) {
            log.warn("The local control interface did not stop in order", e);
        }
    }
}
