package ru.garnitura.softphone.sip;

import java.text.ParseException;
import java.util.regex.Pattern;

import gov.nist.javax.sip.message.SIPResponse;
import javax.sip.message.Message;
import javax.sip.message.Response;

import ru.garnitura.softphone.call.CallEndCause;
import ru.garnitura.softphone.call.CallId;

/// An INVITE from outside until we answer it.
final class IncomingInvite implements Leg {

    private static final Pattern ELSEWHERE = Pattern.compile("(?i)\\s*SIP\\s*;.*\\bcause\\s*=\\s*200\\b.*");

    private final SipLine line;
    private final Legs legs;
    private final CallId id;
    private final Incoming invite;
    private final String tag = Wording.unique();

    IncomingInvite(SipLine line, Legs legs, CallId id, Incoming invite) {
        this.line = line;
        this.legs = legs;
        this.id = id;
        this.invite = invite;
    }

    @Override
    public CallId id() {
        return id;
    }

    boolean sameCall(Message request) {
        return Wording.callIdOf(request).equals(Wording.callIdOf(invite.request()))
                && Wording.fromTagOf(request).equals(Wording.fromTagOf(invite.request()))
                && Wording.cseqOf(request) == Wording.cseqOf(invite.request());
    }

    void ring() {
        line.wire().reply(invite, response(Response.RINGING));
    }

    void answer(String sdp) {
        Response ok = response(Response.OK);
        try {
            Wording.setBody(ok, "application/sdp", sdp);
        } catch (ParseException e) {
            throw new IllegalStateException("SDP can't be attached", e);
        }
        EstablishedLeg established = new EstablishedLeg(line, legs, id, SipDialog.called(invite.request(), tag));
        legs.remove(this);
        legs.put(established);
        line.wire().reply(invite, ok);
        established.awaitAck(ok);
    }

    void refuse(int status) {
        legs.remove(this);
        line.wire().reply(invite, response(status));
    }

    @Override
    public void end() {
        refuse(Response.DECLINE);
    }

    /// The caller gave up, or somebody else answered (RFC 3326).
    void cancelled(Incoming cancel) {
        line.wire().reply(cancel, line.wire().response(cancel, Response.OK));
        refuse(Response.REQUEST_TERMINATED);
        boolean elsewhere = Wording.values(cancel.request(), "Reason").stream()
                .anyMatch(reason -> ELSEWHERE.matcher(reason).matches());
        legs.listener().ended(id, elsewhere ? new CallEndCause.AnsweredElsewhere() : new CallEndCause.Missed());
    }

    private Response response(int status) {
        Response response = line.wire().response(invite, status);
        ((SIPResponse) response).setToTag(tag);
        if (status < 300) {
            Headers.add(response, "Contact", line.wire().contactTowards(invite.source()));
            Headers.allow(response);
        }
        return response;
    }
}
