package ru.garnitura.softphone.sip;

import java.net.InetAddress;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import javax.sip.message.Request;
import javax.sip.message.Response;

import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.SignalingListener.Invitation;

/// Takes what comes in and leads it to its call. Signaling lane.
final class RequestDesk implements StackEdge.Inbound {

    private final SipLine line;
    private final Legs legs;
    private final Set<InetAddress> proxies = new HashSet<>();

    RequestDesk(SipLine line, Legs legs) {
        this.line = line;
        this.legs = legs;
    }

    /// From this host we believe P-Asserted-Identity.
    void trust(InetAddress proxy) {
        if (proxies.add(proxy)) {
            line.wire().known().enter(proxy);
        }
    }

    @Override
    public void strayed(Response response) {
        legs.strayed(response);
    }

    @Override
    public void requested(Incoming incoming) {
        Optional<RequestGate.Refusal> refusal = RequestGate.refusalOf(incoming.request());
        if (refusal.isPresent()) {
            line.wire().refuse(incoming, refusal.get());
        } else if (incoming.method().equals(Request.CANCEL)) {
            legs.ringing(incoming.request()).ifPresentOrElse(invite -> invite.cancelled(incoming), () -> tooLate(incoming));
        } else if (Wording.toTagOf(incoming.request()).isEmpty()) {
            outsideDialog(incoming);
        } else {
            legs.dialogOf(incoming.request()).ifPresentOrElse(leg -> withinDialog(leg, incoming),
                    () -> beforeTheDialog(incoming));
        }
    }

    /// A CANCEL of what is answered already has no effect, and is none the less right (RFC 3261, section 9.2).
    private void tooLate(Incoming cancel) {
        line.wire().refuse(cancel, line.wire().knowsInviteOf(cancel) ? Response.OK
                : Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
    }

    /// Nobody but the remote side and our proxies may speak in a dialog, even with the right tags.
    private void withinDialog(EstablishedLeg leg, Incoming incoming) {
        if (leg.knows(incoming.source()) || proxies.contains(incoming.source())) {
            leg.requested(incoming);
        } else {
            line.wire().refuse(incoming, Response.FORBIDDEN);
        }
    }

    private void beforeTheDialog(Incoming incoming) {
        switch (incoming.method()) {
            case Request.PRACK -> legs.early(incoming.request()).ifPresentOrElse(invite -> invite.confirmed(incoming),
                    () -> line.wire().refuse(incoming, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST));
            case Request.UPDATE -> updated(incoming);
            default -> line.wire().refuse(incoming, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
        }
    }

    /// Before the call is answered an UPDATE may tell who is called, or how long a session lasts; an offer has to wait for the
    /// one of the INVITE (RFC 3311, section 5.2).
    private void updated(Incoming update) {
        boolean called = legs.early(update.request()).isPresent();
        if (!called && legs.calling(update.request()).isEmpty()) {
            line.wire().refuse(update, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
        } else if (!Wording.sdpOf(update.request()).isEmpty()) {
            line.wire().refuse(update, called ? RequestGate.busyWithAnother() : RequestGate.plain(Response.REQUEST_PENDING));
        } else {
            Response ok = line.wire().response(update, Response.OK);
            Headers.add(ok, "Contact", line.wire().contactTowards(update.source()));
            Headers.allow(ok);
            line.wire().reply(update, ok);
        }
    }

    /// Whoever asks what we can do may let that be the last hop (RFC 3261, section 11).
    private void outsideDialog(Incoming incoming) {
        if (Wording.value(incoming.request(), "Max-Forwards").equals("0") && !incoming.method().equals(Request.OPTIONS)) {
            line.wire().refuse(incoming, Response.TOO_MANY_HOPS);
            return;
        }
        switch (incoming.method()) {
            case Request.INVITE -> invited(incoming);
            case Request.OPTIONS -> line.wire().reply(incoming, OptionsAnswer.to(line.wire(), incoming));
            case Request.ACK -> { }
            default -> line.wire().refuse(incoming, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
        }
    }

    /// The same INVITE by another path is a loop (RFC 3261, section 8.2.2.2).
    private void invited(Incoming incoming) {
        Request request = incoming.request();
        if (legs.ringing(request).isPresent() || legs.answeredAlready(request)) {
            line.wire().refuse(incoming, Response.LOOP_DETECTED);
            return;
        }
        if (SessionTimer.tooBrief(request)) {
            line.wire().refuse(incoming, RequestGate.tooBrief());
            return;
        }
        Optional<Replacement> wish = Replacement.in(request);
        Optional<? extends Leg> replaced = wish.flatMap(legs::replaced);
        if (wish.isPresent() && (replaced.isEmpty() || (wish.get().earlyOnly() && replaced.get() instanceof EstablishedLeg))) {
            line.wire().refuse(incoming, replaced.isEmpty() ? Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST
                    : Response.BUSY_HERE);
            return;
        }
        CallId id = CallId.fresh();
        legs.put(new IncomingInvite(line, legs, id, incoming));
        CallerReading reading = new CallerReading(request, proxies.contains(incoming.source()));
        legs.listener().invited(id, new Invitation(reading.remote(), Wording.sdpOf(request),
                line.wire().localTowards(incoming.source()), autoAnswer(reading, incoming),
                replaced.map(Leg::id).orElse(null)));
    }

    /// Only our own proxy may pass on a wish to be answered by itself; without a proxy there is nobody to ask.
    private int autoAnswer(CallerReading reading, Incoming incoming) {
        boolean believable = line.account().route().registrar().isEmpty() || proxies.contains(incoming.source());
        return believable ? reading.answerAfterMs() : -1;
    }
}
