package ru.garnitura.softphone.sip.stack;

import java.net.InetAddress;
import java.util.Locale;

import javax.sip.address.Hop;

/// Where a request goes next, resolved.
public record ResolvedHop(InetAddress address, int port, String transport) implements Hop {

    @Override
    public String getHost() {
        return address.getHostAddress();
    }

    @Override
    public int getPort() {
        return port;
    }

    @Override
    public String getTransport() {
        return transport;
    }

    @Override
    public String toString() {
        return getHost() + ":" + port + "/" + transport.toLowerCase(Locale.ROOT);
    }
}
