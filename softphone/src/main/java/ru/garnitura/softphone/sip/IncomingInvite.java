package ru.garnitura.softphone.sip;

import java.text.ParseException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

import gov.nist.javax.sip.message.SIPResponse;
import javax.sip.message.Message;
import javax.sip.message.Response;

import org.jspecify.annotations.Nullable;

import ru.garnitura.softphone.call.CallEndCause;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.Timers;

/// An INVITE from outside until we answer it.
final class IncomingInvite implements Leg {

    private static final Pattern ELSEWHERE = Pattern.compile("(?i)\\s*SIP\\s*;.*\\bcause\\s*=\\s*200\\b.*");

    private final SipLine line;
    private final Legs legs;
    private final CallId id;
    private final Incoming invite;
    private final String tag = Wording.unique();
    /// Of the one reliable response we send (RFC 3262, section 3).
    private final int ringNumber = ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE);
    private @Nullable AnswerKeeper keeper;
    private Timers.Timer expiry = Timers.Timer.NONE;

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

    /// Repeated until confirmed where the caller demands that (RFC 3262), and for no longer than he wants to wait
    /// (RFC 3261, section 13.3.1).
    void ring() {
        String patience = Wording.value(invite.request(), "Expires");
        if (patience.matches("\\d{1,9}")) {
            expiry.cancel();
            expiry = line.lane().timers().after(Duration.ofSeconds(Long.parseLong(patience)), this::expired);
        }
        Response ringing = response(Response.RINGING);
        if (Wording.values(invite.request(), "Require").stream().anyMatch("100rel"::equalsIgnoreCase)) {
            Headers.add(ringing, "Require", "100rel");
            Headers.add(ringing, "RSeq", Integer.toString(ringNumber));
            keeper = new AnswerKeeper(line, ringing, this::unconfirmed);
        }
        line.wire().reply(invite, ringing);
    }

    /// Who demanded a confirmed ring and does not confirm it is gone (RFC 3262, section 3).
    private void unconfirmed() {
        refuse(Response.SERVER_TIMEOUT);
        legs.listener().ended(id, new CallEndCause.Missed());
    }

    boolean sameDialog(Message request) {
        return Wording.callIdOf(request).equals(Wording.callIdOf(invite.request()))
                && Wording.fromTagOf(request).equals(Wording.fromTagOf(invite.request()))
                && Wording.toTagOf(request).equals(tag);
    }

    /// The caller knows that we ring.
    void confirmed(Incoming prack) {
        String ring = ringNumber + " " + Wording.cseqOf(invite.request()) + " INVITE";
        if (keeper == null || !Wording.value(prack.request(), "RAck").replaceAll("\\s+", " ").equals(ring)) {
            line.wire().refuse(prack, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
            return;
        }
        stopRepeating();
        line.wire().reply(prack, line.wire().response(prack, Response.OK));
    }

    private void expired() {
        refuse(Response.REQUEST_TERMINATED);
        legs.listener().ended(id, new CallEndCause.Missed());
    }

    private void settled() {
        expiry.cancel();
        stopRepeating();
    }

    private void stopRepeating() {
        AnswerKeeper kept = keeper;
        if (kept != null) {
            kept.stop();
        }
    }

    void answer(String sdp) {
        settled();
        Response ok = response(Response.OK);
        Optional<SessionTimer.Agreement> agreement = Headers.agree(ok, sessionTimer());
        try {
            Wording.setBody(ok, "application/sdp", sdp);
        } catch (ParseException e) {
            throw new IllegalStateException("SDP can't be attached", e);
        }
        EstablishedLeg established = new EstablishedLeg(line, legs, id, SipDialog.called(invite.request(), tag))
                .from(invite.source()).able(invite.request());
        established.described(sdp);
        legs.remove(this);
        legs.put(established);
        line.wire().reply(invite, ok);
        if (Wording.sdpOf(invite.request()).isEmpty()) {
            established.awaitAnswer(ok);
        } else {
            established.awaitAck(ok);
        }
        agreement.ifPresent(established::agreed);
    }

    /// The caller's wish, or else that of the account, with us to refresh.
    private Optional<SessionTimer.Agreement> sessionTimer() {
        int ours = line.account().policy().sessionTimerSeconds();
        return SessionTimer.wantedBy(invite.request()).or(() -> ours > 0
                ? Optional.of(new SessionTimer.Agreement(Math.max(ours, SessionTimer.LEAST_SECONDS), true)) : Optional.empty());
    }

    void refuse(int status) {
        settled();
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
