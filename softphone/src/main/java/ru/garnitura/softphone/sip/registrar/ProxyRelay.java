package ru.garnitura.softphone.sip.registrar;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Optional;
import java.util.UUID;

import gov.nist.javax.sip.address.AddressFactoryImpl;
import gov.nist.javax.sip.header.Via;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import javax.sip.InvalidArgumentException;
import javax.sip.address.SipURI;
import javax.sip.message.Request;
import javax.sip.message.Response;

import ru.garnitura.softphone.sip.digest.DigestVerifier;

/// Passes requests on to bindings and responses back, without state (RFC 3261, section 16.11). Keeps out of dialogs:
/// both sides then speak directly.
final class ProxyRelay {

    private final InetSocketAddress self;
    private final DigestVerifier verifier;
    private final Bindings bindings;
    private final Outbox outbox;
    private final Replies replies;
    private final QueueDesk queue;

    ProxyRelay(InetSocketAddress self, DigestVerifier verifier, Bindings bindings, Outbox outbox) {
        this.self = self;
        this.verifier = verifier;
        this.bindings = bindings;
        this.outbox = outbox;
        this.replies = new Replies(outbox);
        this.queue = new QueueDesk(self, replies);
    }

    QueueDesk queue() {
        return queue;
    }

    void request(SIPRequest request, InetSocketAddress source) throws ParseException, InvalidArgumentException {
        boolean ack = request.getMethod().equals(Request.ACK);
        if (request.getMaxForwards() != null && request.getMaxForwards().getMaxForwards() <= 0) {
            refuse(request, Response.TOO_MANY_HOPS, source);
        } else if (QueueDesk.owns(request)) {
            queue.within(request, source);
        } else if (ack || request.getMethod().equals(Request.CANCEL) || request.getToTag() != null) {
            forward(request);
        } else if (verified(request, source)) {
            String caller = DigestVerifier.userOf(Texts.value(request, "Proxy-Authorization"));
            request.removeHeader("Proxy-Authorization");
            if (queue.takes(request, caller, source)) {
                return;
            }
            if (queue.keepsAway(request)) {
                refuse(request, Response.TEMPORARILY_UNAVAILABLE, source);
                return;
            }
            request.removeHeader("P-Asserted-Identity");
            request.addHeader(Replies.header("P-Asserted-Identity", Texts.value(request, "From").split(";tag=", 2)[0]));
            if (!forward(request)) {
                refuse(request, Response.NOT_FOUND, source);
            }
        }
    }

    private void refuse(SIPRequest request, int status, InetSocketAddress source) {
        if (!request.getMethod().equals(Request.ACK)) {
            replies.send(replies.reply(request, status), source);
        }
    }

    private boolean verified(SIPRequest request, InetSocketAddress source) {
        String credentials = Texts.value(request, "Proxy-Authorization");
        var verdict = credentials.isEmpty() ? DigestVerifier.Verdict.BAD
                : verifier.check(credentials, request.getMethod());
        if (verdict == DigestVerifier.Verdict.GOOD) {
            return true;
        }
        SIPResponse challenge = replies.reply(request, Response.PROXY_AUTHENTICATION_REQUIRED);
        verifier.challenges(verdict == DigestVerifier.Verdict.STALE)
                .forEach(value -> Replies.with(challenge, "Proxy-Authenticate", value));
        replies.send(challenge, source);
        return false;
    }

    private boolean forward(SIPRequest request) throws ParseException, InvalidArgumentException {
        if (!(request.getRequestURI() instanceof SipURI uri)) {
            return false;
        }
        Optional<Bindings.Binding> binding = Optional.ofNullable(uri.getUser()).flatMap(bindings::find);
        Optional<InetSocketAddress> target = binding.map(Bindings.Binding::address).or(() -> addressOf(uri));
        if (target.isEmpty() || (binding.isEmpty() && ours(uri))) {
            return false;
        }
        if (binding.isPresent() && request.getToTag() == null) {
            request.setRequestURI(new AddressFactoryImpl().createURI(binding.get().contact()));
        }
        if (request.getMaxForwards() != null) {
            request.getMaxForwards().setMaxForwards(request.getMaxForwards().getMaxForwards() - 1);
        }
        request.addHeader(via(request));
        outbox.send(request, target.get());
        return true;
    }

    /// The same branch for an INVITE, its CANCEL and its ACK, since nothing is remembered.
    private Via via(SIPRequest request) throws ParseException, InvalidArgumentException {
        Via via = new Via();
        via.setHost(self.getAddress().getHostAddress());
        via.setPort(self.getPort());
        via.setTransport("UDP");
        String received = request.getTopmostVia().getBranch() + request.getCallId().getCallId();
        via.setBranch("z9hG4bK" + UUID.nameUUIDFromBytes(received.getBytes(StandardCharsets.UTF_8)));
        return via;
    }

    private Optional<InetSocketAddress> addressOf(SipURI uri) {
        try {
            int port = uri.getPort() < 0 ? 5060 : uri.getPort();
            InetSocketAddress address = new InetSocketAddress(InetAddress.ofLiteral(uri.getHost()), port);
            return Optional.of(address);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// Our own domain, where only bindings lead anywhere.
    private boolean ours(SipURI uri) {
        boolean port = uri.getPort() < 0 || uri.getPort() == self.getPort();
        return port && uri.getHost().equals(self.getAddress().getHostAddress());
    }

    /// The topmost Via is ours; the next one says where to.
    void response(SIPResponse response) {
        response.removeFirst("Via");
        Via via = response.getTopmostVia();
        if (via == null) {
            return;
        }
        String host = via.getReceived() == null ? via.getHost() : via.getReceived();
        int port = via.getRPort() > 0 ? via.getRPort() : via.getPort() > 0 ? via.getPort() : 5060;
        outbox.send(response, new InetSocketAddress(InetAddress.ofLiteral(host), port));
    }
}
