package ru.garnitura.softphone.sip.stack;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;

import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSocket;

import gov.nist.core.net.NetworkLayer;
import gov.nist.javax.sip.SipStackImpl;

import org.jspecify.annotations.Nullable;

import ru.garnitura.softphone.call.Watchdog;
import ru.garnitura.softphone.sip.gate.KnownSources;

/// The sockets JAIN-SIP works with: datagrams and connections behind a gate, the latter made
/// beforehand. JAIN-SIP makes
/// one for each stack.
public final class OwnNetworkLayer implements NetworkLayer {

    private final Gatehouse gatehouse = Gatehouse.usual();
    private final StreamConnections connections = new StreamConnections(gatehouse);
    private @Nullable GatedSocket datagrams;

    public StreamConnections connections() {
        return connections;
    }

    /// Hosts that are not counted among strangers.
    public KnownSources known() {
        return gatehouse.known();
    }

    /// Keeps JAIN-SIP's threads alive.
    public Watchdog watchdog() {
        return gatehouse.watchdog();
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
        return new Doorkeeper(port, backlog, address, gatehouse);
    }

    /// Without a certificate of ours nobody gets past the handshake: whoever calls over TLS does so through our proxy.
    /// JAIN-SIP shakes hands on the accepting thread, so there is never more than one such connection.
    @Override
    public SSLServerSocket createSSLServerSocket(int port, int backlog, InetAddress address) throws IOException {
        return (SSLServerSocket) SSLServerSocketFactory.getDefault().createServerSocket(port, backlog, address);
    }

    @Override
    public Socket createSocket(InetAddress address, int port) throws IOException {
        return connections.take(address, port);
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress local) throws IOException {
        return connections.take(address, port);
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress local, int localPort) throws IOException {
        return connections.take(address, port);
    }

    @Override
    public SSLSocket createSSLSocket(InetAddress address, int port) throws IOException {
        return connections.takeSecure(address, port);
    }

    @Override
    public SSLSocket createSSLSocket(InetAddress address, int port, InetAddress local) throws IOException {
        return connections.takeSecure(address, port);
    }

    @Override
    public DatagramSocket createDatagramSocket() throws SocketException {
        return new DatagramSocket();
    }

    /// The same one again for a port that is ours already: see [GuardedProcessors].
    @Override
    public DatagramSocket createDatagramSocket(int port, InetAddress address) throws SocketException {
        GatedSocket open = datagrams;
        if (open != null && !open.isClosed() && open.getLocalPort() == port && same(open.getLocalAddress(), address)) {
            return open;
        }
        GatedSocket fresh = new GatedSocket(port, address, gatehouse);
        datagrams = fresh;
        return fresh;
    }

    /// A socket for every address of IPv4 is one for those of IPv6, and says so.
    private static boolean same(InetAddress bound, InetAddress asked) {
        return bound.equals(asked) || (bound.isAnyLocalAddress() && asked.isAnyLocalAddress());
    }

    @Override
    public void setSipStack(SipStackImpl stack) {
        // Nothing here depends on it.
    }
}
