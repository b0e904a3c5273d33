package ru.garnitura.softphone.sip;

import java.text.ParseException;
import java.time.Duration;
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

    void ask(String offer) {
        if (stage == Stage.BEING_ASKED || leg.unsettled()) {
            askLater(offer);
        } else if (leg.open()) {
            stage = Stage.ASKING;
            Exchange exchange = line.exchange(new Asked(offer));
            leg.towards(hop -> exchange.send(() -> leg.dialog().request(Request.INVITE)
                    .header("Contact", line.wire().contactTowards(hop.address())).header("Allow", Wording.ALLOW)
                    .sdp(offer), hop));
        }
    }

    /// Waits as section 14.1 demands, so that both sides don't collide again.
    private void askLater(String offer) {
        int earliest = leg.dialog().caller() ? 2_100 : 0;
        int latest = leg.dialog().caller() ? 4_000 : 2_000;
        int wait = ThreadLocalRandom.current().nextInt(earliest, latest + 1);
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
}
