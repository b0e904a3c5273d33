package ru.garnitura.softphone.sip.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

import javax.net.ssl.SSLSocket;

/// Connections for TCP and TLS, made before JAIN-SIP asks for them, so that nothing waits for a handshake on the
/// signaling lane. Thread-safe.
public final class StreamConnections {

    private static final int CONNECT_MS = 4_000;

    private final Map<InetSocketAddress, Socket> connections = new ConcurrentHashMap<>();
    private final Gatehouse gatehouse;
    private volatile boolean closed;

    StreamConnections(Gatehouse gatehouse) {
        this.gatehouse = gatehouse;
    }

    /// Connects unless that is done already. Blocks: I/O lane only.
    ///
    /// @param local  address to send from; a wildcard leaves it to the system
    /// @param tls    how to be sure of the server, for a hop over TLS
    /// @param server name the server was asked for by, which its certificate must bear
    /// @throws IOException where it can't be reached, or its certificate is refused
    public void prepare(ResolvedHop hop, InetAddress local, TlsTrust tls, String server) throws IOException {
        InetSocketAddress there = new InetSocketAddress(hop.address(), hop.port());
        if (ready(hop)) {
            return;
        }
        connections.values().removeIf(Socket::isClosed);
        boolean secure = hop.transport().equals("TLS");
        Socket socket = secure ? new Socket() : new GatedConnection(gatehouse);
        try {
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            if (!local.isAnyLocalAddress()) {
                socket.bind(new InetSocketAddress(local, 0));
            }
            socket.connect(there, CONNECT_MS);
            Socket usable = secure ? new ShakenSocket(tls.secure(socket, server, hop.port()), gatehouse) : socket;
            if (closed) {
                usable.close();
            }
            connections.put(there, usable);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /// Whether requests can go there at once.
    public boolean ready(ResolvedHop hop) {
        Socket known = connections.get(new InetSocketAddress(hop.address(), hop.port()));
        return known != null && !known.isClosed();
    }

    /// The port a peer sees us at, where we are connected to its host.
    public OptionalInt portTowards(InetAddress host) {
        return connections.entrySet().stream()
                .filter(known -> known.getKey().getAddress().equals(host) && !known.getValue().isClosed())
                .mapToInt(known -> known.getValue().getLocalPort()).findFirst();
    }

    /// Never connects by itself.
    Socket take(InetAddress address, int port) throws SocketException {
        Socket known = connections.get(new InetSocketAddress(address, port));
        if (known == null || known.isClosed()) {
            throw new SocketException("Not connected to " + address.getHostAddress() + ":" + port);
        }
        return known;
    }

    SSLSocket takeSecure(InetAddress address, int port) throws SocketException {
        if (take(address, port) instanceof SSLSocket secure) {
            return secure;
        }
        throw new SocketException("The connection to " + address.getHostAddress() + ":" + port + " is not encrypted");
    }

    /// Lets go of one connection, for one that died without a word looks alive from here. Blocks for a moment: I/O lane
    /// only.
    public void drop(ResolvedHop hop) throws IOException {
        Socket socket = connections.remove(new InetSocketAddress(hop.address(), hop.port()));
        if (socket != null) {
            socket.close();
        }
    }

    /// Lets go of every connection there is; the next request makes a new one. Blocks for a moment: I/O lane only.
    public void drop() throws IOException {
        for (Socket socket : connections.values()) {
            socket.close();
        }
    }

    /// Blocks for a moment: I/O lane only.
    public void close() throws IOException {
        closed = true;
        drop();
    }
}
