package ru.garnitura.softphone.sip;

import java.text.ParseException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

import javax.sip.message.Request;
import javax.sip.message.Response;

import org.jspecify.annotations.Nullable;

import ru.garnitura.softphone.call.CallEndCause;
import ru.garnitura.softphone.call.Timers;

/// Changes of media within a dialog, one at a time in either direction (RFC 3261, section 14). What the remote side asks by
/// UPDATE (RFC 3311) is treated alike.
final class ReInvites {

    /// A refresh that met something else, or found no way out, is due again after this.
    private static final Duration BUSY = Duration.ofSeconds(5);
    private static final Duration REFUSED = Duration.ofSeconds(SessionTimer.LEAST_SECONDS / 2);

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

    /// Says again what was agreed on last, so that the session does not expire (RFC 4028).
    void refresh(String same) {
        if (stage != Stage.IDLE || leg.unsettled()) {
            leg.session().again(BUSY);
        } else if (!same.isEmpty()) {
            send(same, new Refreshed(same));
        }
    }

    void ask(String offer) {
        if (stage != Stage.IDLE || leg.unsettled()) {
            askLater();
        } else {
            send(offer, new Asked(offer));
        }
    }

    private void send(String offer, Exchange.Outcome outcome) {
        if (leg.open()) {
            stage = Stage.ASKING;
            leg.send(outcome, hop -> leg.session().propose(leg.dialog().request(Request.INVITE)
                    .header("Contact", line.wire().contactTowards(hop.address())).header("Allow", Wording.ALLOW)
                    .header("Supported", Wording.SUPPORTED), usual()).sdp(offer));
        }
    }

    private int usual() {
        return line.account().policy().sessionTimerSeconds();
    }

    /// Waits as section 14.1 demands, so that both sides don't collide again. By then the remote side may have been answered
    /// with a later description than this offer's.
    private void askLater() {
        int earliest = leg.dialog().caller() ? 2_100 : 0;
        int latest = leg.dialog().caller() ? 4_000 : 2_000;
        int wait = ThreadLocalRandom.current().nextInt(earliest, latest + 1);
        retry.cancel();
        retry = line.lane().timers().after(Duration.ofMillis(wait), () -> legs.listener().offerWanted(leg.id()));
    }

    void stop() {
        retry.cancel();
    }

    void received(Incoming asking) {
        if (SessionTimer.tooBrief(asking.request())) {
            line.wire().refuse(asking, RequestGate.tooBrief());
        } else if (asking.method().equals(Request.UPDATE) && Wording.sdpOf(asking.request()).isEmpty()) {
            agree(asking, "");
        } else if (stage == Stage.ASKING || leg.unsettled()) {
            line.wire().refuse(asking, Response.REQUEST_PENDING);
        } else if (stage == Stage.BEING_ASKED) {
            line.wire().refuse(asking, RequestGate.busyWithAnother());
        } else {
            stage = Stage.BEING_ASKED;
            offered = asking;
            legs.listener().offered(leg.id(), Wording.sdpOf(asking.request()));
        }
    }

    void accept(String sdp) {
        Incoming asking = take();
        if (asking != null) {
            leg.described(sdp);
            agree(asking, sdp);
        }
    }

    private void agree(Incoming asking, String sdp) {
        Response ok = line.wire().response(asking, Response.OK);
        leg.retarget(asking.request());
        Headers.agree(ok, SessionTimer.wantedBy(asking.request())).ifPresent(leg::agreed);
        try {
            Headers.add(ok, "Contact", line.wire().contactTowards(asking.source()));
            Headers.allow(ok);
            Wording.setBody(ok, "application/sdp", sdp);
        } catch (ParseException e) {
            throw new IllegalStateException("SDP can't be attached", e);
        }
        line.wire().reply(asking, ok);
        if (asking.method().equals(Request.INVITE)) {
            leg.awaitAck(ok);
        }
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
    private abstract class Sent implements Exchange.Outcome {

        private final String offer;

        Sent(String offer) {
            this.offer = offer;
        }

        String offer() {
            return offer;
        }

        abstract void agreed(String answer);

        abstract void collided();

        abstract void refused(int status);

        /// It could not leave; nothing is known of the remote side.
        abstract void unsent();

        @Override
        public void success(Response ok) {
            stage = Stage.IDLE;
            leg.retarget(ok);
            leg.acknowledge(Wording.cseqOf(ok));
            leg.session().settle(ok);
            if (leg.open()) {
                agreed(Wording.sdpOf(ok));
            }
        }

        /// Only a dialog that is gone ends the call (RFC 3261, section 12.2.1.2).
        @Override
        public void failure(Response response) {
            stage = Stage.IDLE;
            switch (response.getStatusCode()) {
                case Response.REQUEST_PENDING -> collided();
                case Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST, Response.REQUEST_TIMEOUT ->
                        leg.lost(new CallEndCause.EndedByPeer());
                case RequestGate.INTERVAL_TOO_SMALL -> {
                    if (leg.session().raisedBy(response, usual())) {
                        send(offer, this);
                    } else {
                        refused(RequestGate.INTERVAL_TOO_SMALL);
                    }
                }
                default -> refused(response.getStatusCode());
            }
        }

        @Override
        public void silence(Responses.Silence why) {
            stage = Stage.IDLE;
            switch (why) {
                case TIME_OUT -> leg.lost(new CallEndCause.Unreachable());
                case NO_NETWORK -> unsent();
            }
        }
    }

    /// Asks for other media.
    private final class Asked extends Sent {

        Asked(String offer) {
            super(offer);
        }

        /// A 2xx without an answer agrees to nothing (RFC 3261, section 13.2.1); no live call is given up for it.
        @Override
        void agreed(String answer) {
            if (answer.isEmpty()) {
                refused(Response.NOT_ACCEPTABLE_HERE);
            } else {
                leg.described(offer());
                legs.listener().modified(leg.id(), answer);
            }
        }

        @Override
        void collided() {
            askLater();
        }

        @Override
        void refused(int status) {
            legs.listener().modifyRefused(leg.id(), status);
        }

        @Override
        void unsent() {
            refused(Response.SERVICE_UNAVAILABLE);
        }
    }

    /// Changes nothing.
    private final class Refreshed extends Sent {

        Refreshed(String same) {
            super(same);
        }

        @Override
        void agreed(String answer) {
            // It is as it was.
        }

        @Override
        void collided() {
            leg.session().again(BUSY);
        }

        @Override
        void refused(int status) {
            leg.session().again(REFUSED);
        }

        @Override
        void unsent() {
            leg.session().again(BUSY);
        }
    }
}
