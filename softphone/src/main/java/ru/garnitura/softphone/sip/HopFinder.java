package ru.garnitura.softphone.sip;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.Executor;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import ru.garnitura.softphone.call.RegistrationCause;
import ru.garnitura.softphone.call.SipTransport;
import ru.garnitura.softphone.sip.stack.ResolvedHop;
import ru.garnitura.softphone.sip.stack.StreamConnections;
import ru.garnitura.softphone.sip.stack.TlsTrust;

/// Finds where a SIP URI leads, and connects there where the transport needs that: an address over UDP at once, all else
/// on the I/O lane.
final class HopFinder {

    private static final Logger LOG = LoggerFactory.getLogger(HopFinder.class);

    private final Executor lane;
    private final Executor io;
    private final Means means;

    /// How to travel. All goes by the account's own transport, whatever a URI may ask for.
    ///
    /// @param local address to send from
    record Means(SipTransport transport, InetAddress local, StreamConnections connections, TlsTrust tls) {
    }

    HopFinder(Executor lane, Executor io, Means means) {
        this.lane = lane;
        this.io = io;
        this.means = means;
    }

    /// What became of a search.
    interface Found {

        void at(ResolvedHop hop);

        void nowhere(RegistrationCause cause);
    }

    /// Reports on the signaling lane, at once where nothing has to be waited for.
    void find(String uri, Found found) {
        Optional<SipUriParts> parsed = SipUriParts.parse(uri);
        if (parsed.isEmpty()) {
            found.nowhere(new RegistrationCause.UnknownHost(uri));
            return;
        }
        SipUriParts parts = parsed.get();
        Optional<ResolvedHop> literal = literal(parts.host()).map(address -> hop(address, parts));
        if (literal.isPresent() && ready(literal.get())) {
            found.at(literal.get());
            return;
        }
        io.execute(() -> {
            try {
                ResolvedHop hop = hop(InetAddress.getByName(parts.host()), parts);
                if (!ready(hop)) {
                    means.connections().prepare(hop, means.local(), means.tls(), parts.host());
                }
                lane.execute(() -> found.at(hop));
            } catch (UnknownHostException e) {
                lane.execute(() -> found.nowhere(new RegistrationCause.UnknownHost(parts.host())));
            } catch (IOException e) {
                RegistrationCause cause = ConnectFailures.causeOf(e);
                lane.execute(() -> found.nowhere(cause));
            }
        });
    }

    /// Whether a request can leave for there now.
    boolean ready(ResolvedHop hop) {
        return means.transport() == SipTransport.UDP || means.connections().ready(hop);
    }

    /// Lets go of the connection to there, where there is one.
    void forget(ResolvedHop hop) {
        if (means.transport() == SipTransport.UDP) {
            return;
        }
        io.execute(() -> {
            try {
                means.connections().drop(hop);
            } catch (IOException e) {
                LOG.info("A connection did not close: {}", e.getMessage());
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
        int standard = means.transport() == SipTransport.TLS ? 5061 : 5060;
        return new ResolvedHop(address, parts.port() < 0 ? standard : parts.port(), means.transport().name());
    }
}
