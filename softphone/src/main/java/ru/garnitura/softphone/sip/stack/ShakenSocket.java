package ru.garnitura.softphone.sip.stack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.net.SocketException;

import javax.net.ssl.HandshakeCompletedListener;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/// A connection whose handshake is over and stays as it was agreed: JAIN-SIP would set ciphers of its own and begin
/// another one.
final class ShakenSocket extends SSLSocket {

    private final SSLSocket socket;
    private final GatedConnection.Streams streams;

    /// Gives out only what passes the gate.
    ShakenSocket(SSLSocket socket, Gatehouse gatehouse) throws IOException {
        this.socket = socket;
        this.streams = GatedConnection.Streams.of(socket, socket.getInputStream(), socket.getOutputStream(), gatehouse);
    }

    @Override
    public void startHandshake() {
        // Done.
    }

    @Override
    public void setEnabledCipherSuites(String[] suites) {
        // Agreed.
    }

    @Override
    public void setEnabledProtocols(String[] protocols) {
        // Agreed.
    }

    @Override
    public void addHandshakeCompletedListener(HandshakeCompletedListener listener) {
        // There is nothing more to hear of.
    }

    @Override
    public void removeHandshakeCompletedListener(HandshakeCompletedListener listener) {
        // None was added.
    }

    @Override
    public void setUseClientMode(boolean mode) {
        // Agreed.
    }

    @Override
    public void setNeedClientAuth(boolean need) {
        // Agreed.
    }

    @Override
    public void setWantClientAuth(boolean want) {
        // Agreed.
    }

    @Override
    public void setEnableSessionCreation(boolean flag) {
        // Agreed.
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return socket.getSupportedCipherSuites();
    }

    @Override
    public String[] getEnabledCipherSuites() {
        return socket.getEnabledCipherSuites();
    }

    @Override
    public String[] getSupportedProtocols() {
        return socket.getSupportedProtocols();
    }

    @Override
    public String[] getEnabledProtocols() {
        return socket.getEnabledProtocols();
    }

    @Override
    public SSLSession getSession() {
        return socket.getSession();
    }

    @Override
    public boolean getUseClientMode() {
        return socket.getUseClientMode();
    }

    @Override
    public boolean getNeedClientAuth() {
        return socket.getNeedClientAuth();
    }

    @Override
    public boolean getWantClientAuth() {
        return socket.getWantClientAuth();
    }

    @Override
    public boolean getEnableSessionCreation() {
        return socket.getEnableSessionCreation();
    }

    @Override
    public InputStream getInputStream() {
        return streams.in();
    }

    @Override
    public OutputStream getOutputStream() {
        return streams.out();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    @Override
    public boolean isClosed() {
        return socket.isClosed();
    }

    @Override
    public boolean isConnected() {
        return socket.isConnected();
    }

    @Override
    public boolean isBound() {
        return socket.isBound();
    }

    @Override
    public InetAddress getInetAddress() {
        return socket.getInetAddress();
    }

    @Override
    public InetAddress getLocalAddress() {
        return socket.getLocalAddress();
    }

    @Override
    public int getPort() {
        return socket.getPort();
    }

    @Override
    public int getLocalPort() {
        return socket.getLocalPort();
    }

    @Override
    public SocketAddress getRemoteSocketAddress() {
        return socket.getRemoteSocketAddress();
    }

    @Override
    public SocketAddress getLocalSocketAddress() {
        return socket.getLocalSocketAddress();
    }

    @Override
    public void setSoTimeout(int milliseconds) throws SocketException {
        socket.setSoTimeout(milliseconds);
    }

    @Override
    public int getSoTimeout() throws SocketException {
        return socket.getSoTimeout();
    }

    @Override
    public void setTcpNoDelay(boolean on) throws SocketException {
        socket.setTcpNoDelay(on);
    }

    @Override
    public void setKeepAlive(boolean on) throws SocketException {
        socket.setKeepAlive(on);
    }
}
