package ru.garnitura.softphone.sip;

import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import javax.sip.message.Request;
import javax.sip.message.Response;

import org.jspecify.annotations.Nullable;

import ru.garnitura.softphone.call.CallEndCause;
import ru.garnitura.softphone.call.Timers;

/// Changes of media within a dialog, one at a time in either direction (RFC 3261, section 14).
final class ReInvites {

    private final SipLine line;
    private final Legs legs;
    private final EstablishedLeg leg;
    private Stage stage = Stage.IDLE;
    private @Nullable Incoming offered;
    private Timers.Timer retry = Timers.Timer.NONE;

    private enum Stage { IDLE, ASKING, BEING_ASKED }

    ReInvites(SipLine line, Legs legs, EstablishedLeg leg) {
        this.line = line;
        this.legs = legs;
        this.leg = leg;
    }

    /// Says again what we said last, so that the session does not expire (RFC 4028).
    void refresh(String same) {
        if (stage == Stage.IDLE && !leg.unsettled() && !same.isEmpty()) {
            send(same, new Refreshed());
        }
    }

    void ask(String offer) {
        if (stage != Stage.IDLE || leg.unsettled()) {
            askLater(offer);
        } else {
            send(offer, new Asked(offer));
        }
    }

    private void send(String offer, Exchange.Outcome outcome) {
        if (leg.open()) {
            stage = Stage.ASKING;
            leg.described(offer);
            int interval = line.account().policy().sessionTimerSeconds();
            Exchange exchange = line.exchange(outcome);
            leg.towards(hop -> exchange.send(() -> leg.dialog().request(Request.INVITE)
                    .header("Contact", line.wire().contactTowards(hop.address())).header("Allow", Wording.ALLOW)
                    .headers("Session-Expires", interval > 0 ? List.of(interval + ";refresher=uac") : List.of())
                    .header("Supported", Wording.SUPPORTED).sdp(offer), hop));
        }
    }

    /// Waits as section 14.1 demands, so that both sides don't collide again.
    private void askLater(String offer) {
        int earliest = leg.dialog().caller() ? 2_100 : 0;
        int latest = leg.dialog().caller() ? 4_000 : 2_000;
        int wait = ThreadLocalRandom.current().nextInt(earliest, latest + 1);
        retry.cancel();
        retry = line.lane().timers().after(Duration.ofMillis(wait), () -> ask(offer));
    }

    void stop() {
        retry.cancel();
    }

    void received(Incoming invite) {
        if (stage == Stage.ASKING || leg.unsettled()) {
            line.wire().refuse(invite, Response.REQUEST_PENDING);
        } else if (stage == Stage.BEING_ASKED) {
            line.wire().refuse(invite, Response.SERVER_INTERNAL_ERROR);
        } else {
            stage = Stage.BEING_ASKED;
            offered = invite;
            leg.dialog().retarget(invite.request());
            legs.listener().offered(leg.id(), Wording.sdpOf(invite.request()));
        }
    }

    void accept(String sdp) {
        Incoming invite = take();
        if (invite == null) {
            return;
        }
        Response ok = line.wire().response(invite, Response.OK);
        leg.described(sdp);
        Headers.agree(ok, SessionTimer.wantedBy(invite.request())).ifPresent(leg::agreed);
        try {
            Headers.add(ok, "Contact", line.wire().contactTowards(invite.source()));
            Headers.allow(ok);
            Wording.setBody(ok, "application/sdp", sdp);
        } catch (ParseException e) {
            throw new IllegalStateException("SDP can't be attached", e);
        }
        line.wire().reply(invite, ok);
        leg.awaitAck(ok);
    }

    void refuse(int status) {
        Incoming invite = take();
        if (invite != null) {
            line.wire().refuse(invite, status);
        }
    }

    private @Nullable Incoming take() {
        Incoming invite = offered;
        offered = null;
        if (stage == Stage.BEING_ASKED) {
            stage = Stage.IDLE;
        }
        return invite;
    }

    /// One re-INVITE of ours.
    private final class Asked implements Exchange.Outcome {

        private final String offer;

        Asked(String offer) {
            this.offer = offer;
        }

        @Override
        public void success(Response ok) {
            stage = Stage.IDLE;
            leg.dialog().retarget(ok);
            leg.acknowledge(Wording.cseqOf(ok));
            SessionTimer.settledBy(ok).ifPresent(leg::agreed);
            if (leg.open()) {
                legs.listener().modified(leg.id(), Wording.sdpOf(ok));
            }
        }

        @Override
        public void failure(Response response) {
            stage = Stage.IDLE;
            switch (response.getStatusCode()) {
                case Response.REQUEST_PENDING -> askLater(offer);
                case Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST, Response.REQUEST_TIMEOUT ->
                        leg.lost(new CallEndCause.EndedByPeer());
                default -> legs.listener().modifyRefused(leg.id(), response.getStatusCode());
            }
        }

        @Override
        public void silence(Responses.Silence why) {
            stage = Stage.IDLE;
            leg.lost(new CallEndCause.Unreachable());
        }
    }

    /// A re-INVITE that changes nothing; only a dialog that is gone, or silence, ends the call.
    private final class Refreshed implements Exchange.Outcome {

        @Override
        public void success(Response ok) {
            stage = Stage.IDLE;
            leg.dialog().retarget(ok);
            leg.acknowledge(Wording.cseqOf(ok));
            SessionTimer.settledBy(ok).ifPresent(leg::agreed);
        }

        @Override
        public void failure(Response response) {
            stage = Stage.IDLE;
            switch (response.getStatusCode()) {
                case Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST, Response.REQUEST_TIMEOUT ->
                        leg.lost(new CallEndCause.EndedByPeer());
                default -> leg.agreed(new SessionTimer.Agreement(SessionTimer.LEAST_SECONDS, true));
            }
        }

        @Override
        public void silence(Responses.Silence why) {
            stage = Stage.IDLE;
            leg.lost(new CallEndCause.Unreachable());
        }
    }
}
