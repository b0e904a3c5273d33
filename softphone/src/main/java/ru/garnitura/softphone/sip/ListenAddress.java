package ru.garnitura.softphone.sip;

import java.net.InetAddress;
import java.util.Optional;

/// Where to listen: `host:port` with an address, never a name, so that nothing has to be resolved.
record ListenAddress(InetAddress address, int port) {

    static Optional<ListenAddress> parse(String text) {
        int colon = text.lastIndexOf(':');
        if (colon <= 0 || !text.substring(colon + 1).matches("\\d{1,5}")) {
            return Optional.empty();
        }
        int port = Integer.parseInt(text.substring(colon + 1));
        String host = text.substring(0, colon).replaceAll("^\\[|\\]$", "");
        try {
            InetAddress address = InetAddress.ofLiteral("localhost".equals(host) ? "127.0.0.1" : host);
            return port > 65_535 ? Optional.empty() : Optional.of(new ListenAddress(address, port));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
