package ru.garnitura.softphone.sip;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import ru.garnitura.softphone.call.SipTransport;
import ru.garnitura.softphone.sip.stack.ResolvedHop;

/// Finds where a SIP URI leads: an address as it stands at once, a name on the I/O lane.
final class HopFinder {

    private final Executor lane;
    private final Executor io;
    private final SipTransport transport;

    HopFinder(Executor lane, Executor io, SipTransport transport) {
        this.lane = lane;
        this.io = io;
        this.transport = transport;
    }

    /// What became of a search.
    interface Found {

        void at(ResolvedHop hop);

        void unknown(String host);
    }

    /// Reports on the signaling lane, at once where nothing has to be resolved.
    void find(String uri, Found found) {
        Optional<SipUriParts> parsed = SipUriParts.parse(uri);
        if (parsed.isEmpty()) {
            found.unknown(uri);
            return;
        }
        SipUriParts parts = parsed.get();
        Consumer<InetAddress> use = address -> found.at(hop(address, parts));
        Optional<InetAddress> literal = literal(parts.host());
        if (literal.isPresent()) {
            use.accept(literal.get());
            return;
        }
        io.execute(() -> {
            try {
                InetAddress address = InetAddress.getByName(parts.host());
                lane.execute(() -> use.accept(address));
            } catch (UnknownHostException e) {
                lane.execute(() -> found.unknown(parts.host()));
            }
        });
    }

    private static Optional<InetAddress> literal(String host) {
        try {
            return Optional.of(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private ResolvedHop hop(InetAddress address, SipUriParts parts) {
        String named = parts.transport().isEmpty() ? transport.name() : parts.transport();
        String used = named.toUpperCase(Locale.ROOT);
        int standard = used.equals("TLS") ? 5061 : 5060;
        return new ResolvedHop(address, parts.port() < 0 ? standard : parts.port(), used);
    }
}
