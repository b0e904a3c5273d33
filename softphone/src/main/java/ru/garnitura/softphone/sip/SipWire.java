package ru.garnitura.softphone.sip;

import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.text.ParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import gov.nist.javax.sip.message.MessageFactoryImpl;
import gov.nist.javax.sip.message.SIPResponse;
import javax.sip.ClientTransaction;
import javax.sip.InvalidArgumentException;
import javax.sip.ObjectInUseException;
import javax.sip.SipException;
import javax.sip.SipProvider;
import javax.sip.message.Request;
import javax.sip.message.Response;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import ru.garnitura.softphone.sip.gate.KnownSources;
import ru.garnitura.softphone.sip.stack.AddressedRouter;
import ru.garnitura.softphone.sip.stack.ResolvedHop;

/// Sends requests and responses through one bound address. Signaling lane; the socket never blocks for long.
final class SipWire implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SipWire.class);

    private final StackEdge edge;
    private final InetSocketAddress bound;
    private final String user;
    private final WireTrace trace;

    /// Sends through an open stack; `user` is the user part of our contact address.
    SipWire(StackEdge edge, InetSocketAddress bound, String user, WireTrace trace) {
        this.edge = edge;
        this.bound = bound;
        this.user = user;
        this.trace = trace;
    }

    InetSocketAddress bound() {
        return bound;
    }

    /// Hosts that are not counted among strangers.
    KnownSources known() {
        return edge.known();
    }

    /// Whether the INVITE that a CANCEL means still has a transaction (RFC 3261, section 9.2).
    boolean knowsInviteOf(Incoming cancel) {
        return edge.knowsInviteOf(cancel.request());
    }

    /// The address of this host that leads to another one; asks the routing table, sends nothing.
    InetAddress localTowards(InetAddress remote) {
        return routeTowards(remote).orElseGet(() -> {
            LOG.info("No route towards the next hop");
            return InetAddress.getLoopbackAddress();
        });
    }

    /// The same; empty where nothing leads there now.
    Optional<InetAddress> routeTowards(InetAddress remote) {
        if (!bound.getAddress().isAnyLocalAddress()) {
            return Optional.of(bound.getAddress());
        }
        try (DatagramSocket probe = new DatagramSocket()) {
            probe.connect(new InetSocketAddress(remote, 9));
            return Optional.of(probe.getLocalAddress());
        } catch (SocketException | UncheckedIOException e) {
            LOG.trace("No route", e);
            return Optional.empty();
        }
    }

    /// Our contact as a header value, as seen from where the hop leads.
    String contactTowards(InetAddress remote) {
        String transport = edge.transport();
        String asked = transport.equals("udp") ? "" : ";transport=" + transport;
        return "<sip:" + user + "@" + sentBy(remote) + asked + ">";
    }

    private String sentBy(InetAddress remote) {
        String host = localTowards(remote).getHostAddress();
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":"
                + edge.connections().portTowards(remote).orElse(bound.getPort());
    }

    private Request addressed(RequestDraft draft, ResolvedHop hop) throws ParseException {
        draft.header("Via", "SIP/2.0/" + hop.transport().toUpperCase(Locale.ROOT) + " " + sentBy(hop.address())
                + ";branch=" + Wording.branch() + ";rport");
        Request request = draft.header("Max-Forwards", 70).header("User-Agent", "Garnitura").toRequest();
        AddressedRouter.address(request, hop);
        return request;
    }

    /// Sends a request in a transaction of its own. What comes of it reaches `responses`, later and on this lane; null
    /// where the request could not leave.
    @Nullable ClientTransaction send(RequestDraft draft, ResolvedHop hop, Responses responses) {
        try {
            Request request = addressed(draft, hop);
            ClientTransaction transaction = provider().getNewClientTransaction(request);
            trace.sent(request);
            transaction.setApplicationData(responses);
            transaction.sendRequest();
            return transaction;
        } catch (SipException | ParseException e) {
            LOG.info("{} could not be sent to {}: {}", draft.method(), hop, e.getMessage());
            edge.lane().execute(() -> responses.silent(Responses.Silence.NO_NETWORK));
            return null;
        }
    }

    /// Cancels an INVITE whose transaction has seen a provisional response.
    void cancel(ClientTransaction invite, ResolvedHop hop) {
        try {
            Request cancel = invite.createCancel();
            AddressedRouter.address(cancel, hop);
            trace.sent(cancel);
            provider().getNewClientTransaction(cancel).sendRequest();
        } catch (SipException e) {
            LOG.info("CANCEL could not be sent: {}", e.getMessage());
        }
    }

    /// Ends a transaction that waits for what will not come any more.
    void giveUp(ClientTransaction invite) {
        try {
            invite.terminate();
        } catch (ObjectInUseException e) {
            LOG.info("A transaction can't be given up: {}", e.getMessage());
        }
    }

    /// Sends the ACK to a 2xx, which belongs to no transaction.
    void acknowledge(RequestDraft ack, ResolvedHop hop) {
        try {
            Request request = addressed(ack, hop);
            trace.sent(request);
            provider().sendRequest(request);
        } catch (SipException | ParseException e) {
            LOG.info("ACK could not be sent to {}: {}", hop, e.getMessage());
        }
    }

    /// A response to a request, ready to be completed.
    Response response(Incoming incoming, int status) {
        try {
            return new MessageFactoryImpl().createResponse(status, incoming.request());
        } catch (ParseException e) {
            throw new IllegalStateException("No response " + status + " can be made", e);
        }
    }

    /// A final response without a body, with a tag where the request opened no dialog.
    void refuse(Incoming incoming, int status) {
        refuse(incoming, new RequestGate.Refusal(status, "", List.of()));
    }

    void refuse(Incoming incoming, RequestGate.Refusal refusal) {
        Response response = response(incoming, refusal.status());
        Headers.add(response, refusal.header(), refusal.values().toArray(String[]::new));
        if (((SIPResponse) response).getToTag() == null) {
            ((SIPResponse) response).setToTag(Wording.unique());
        }
        reply(incoming, response);
    }

    void reply(Incoming incoming, Response response) {
        try {
            if (incoming.transaction() != null) {
                trace.sent(response);
                incoming.transaction().sendResponse(response);
            }
        } catch (SipException | InvalidArgumentException e) {
            LOG.info("Response {} could not be sent: {}", response.getStatusCode(), e.getMessage());
        }
    }

    /// Repeats a 200 to INVITE, which its transaction no longer does.
    void repeat(Response ok) {
        try {
            trace.sent(ok);
            provider().sendResponse(ok);
        } catch (SipException e) {
            LOG.info("200 could not be repeated: {}", e.getMessage());
        }
    }

    private SipProvider provider() {
        return edge.provider();
    }

    @Override
    public void close() {
        edge.close();
    }
}
