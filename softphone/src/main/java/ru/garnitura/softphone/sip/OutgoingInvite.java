package ru.garnitura.softphone.sip;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

import javax.sip.ClientTransaction;
import javax.sip.message.Request;
import javax.sip.message.Response;

import org.jspecify.annotations.Nullable;

import ru.garnitura.softphone.call.CallEndCause;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.sip.stack.ResolvedHop;

/// An INVITE of ours until its final answer, and its forks for a while longer.
final class OutgoingInvite implements Leg, Exchange.Outcome {

    /// 64 x T1: how long a response may still be on its way (RFC 3261, section 17.1.1.2).
    static final Duration LONGEST_WAY = Duration.ofSeconds(32);

    private final SipLine line;
    private final Legs legs;
    private final CallId id;
    private final Exchange exchange;
    private final String callId = Wording.unique() + Wording.unique();
    private final String tag = Wording.unique();
    private Stage stage = Stage.RESOLVING;
    private long sequence;
    private @Nullable ResolvedHop hop;
    private @Nullable EstablishedLeg winner;

    private enum Stage {
        RESOLVING, CALLING, PROCEEDING,
        /// To be cancelled as soon as a provisional response allows it (RFC 3261, section 9.1).
        CANCEL_WANTED, CANCELLED, DONE
    }

    /// Whom to call and how.
    ///
    /// @param offer asked for once the local address is known; an empty text gives the call up
    record Wish(String target, Map<String, String> extra, Function<InetAddress, String> offer) {
    }

    OutgoingInvite(SipLine line, Legs legs, CallId id) {
        this.line = line;
        this.legs = legs;
        this.id = id;
        this.exchange = line.exchange(this);
    }

    @Override
    public CallId id() {
        return id;
    }

    void start(Wish wish) {
        line.hops().find(line.firstHop(wish.target()), new HopFinder.Found() {
            @Override
            public void at(ResolvedHop found) {
                invite(wish, found);
            }

            @Override
            public void unknown(String host) {
                finish(new CallEndCause.Unreachable());
            }
        });
    }

    private void invite(Wish wish, ResolvedHop found) {
        if (stage != Stage.RESOLVING) {
            return;
        }
        InetAddress local = line.wire().localTowards(found.address());
        String sdp = wish.offer().apply(local);
        if (sdp.isEmpty()) {
            stage = Stage.DONE;
            legs.remove(this);
            return;
        }
        stage = Stage.CALLING;
        hop = found;
        exchange.send(() -> draft(wish, found, sdp), found);
    }

    private RequestDraft draft(Wish wish, ResolvedHop found, String sdp) {
        sequence++;
        RequestDraft draft = new RequestDraft(Request.INVITE, wish.target())
                .header("From", line.party() + ";tag=" + tag).header("To", "<" + wish.target() + ">")
                .header("Call-ID", callId).header("CSeq", sequence + " INVITE")
                .header("Contact", line.wire().contactTowards(found.address())).header("Allow", Wording.ALLOW).sdp(sdp);
        wish.extra().forEach(draft::header);
        return draft;
    }

    @Override
    public void end() {
        switch (stage) {
            case RESOLVING -> stage = Stage.DONE;
            case CALLING -> stage = Stage.CANCEL_WANTED;
            case PROCEEDING -> cancel();
            case CANCEL_WANTED, CANCELLED, DONE -> { }
        }
        legs.remove(this);
    }

    private void cancel() {
        stage = Stage.CANCELLED;
        ClientTransaction transaction = exchange.transaction();
        if (transaction != null && hop != null) {
            line.wire().cancel(transaction, hop);
        }
    }

    @Override
    public void provisional(Response response) {
        switch (stage) {
            case CALLING, PROCEEDING -> {
                stage = Stage.PROCEEDING;
                if (response.getStatusCode() > 100) {
                    legs.listener().progressed(id, response.getStatusCode(), Wording.sdpOf(response));
                }
            }
            case CANCEL_WANTED -> cancel();
            case RESOLVING, CANCELLED, DONE -> { }
        }
    }

    @Override
    public void success(Response ok) {
        boolean wanted = stage == Stage.CALLING || stage == Stage.PROCEEDING;
        stage = Stage.DONE;
        legs.expectForks(callId, this);
        line.lane().timers().after(LONGEST_WAY, () -> legs.forgetForks(callId));
        EstablishedLeg established = new EstablishedLeg(line, legs, id, SipDialog.calling(ok));
        established.acknowledge(Wording.cseqOf(ok));
        winner = established;
        if (wanted) {
            legs.put(established);
            legs.listener().answered(id, Wording.sdpOf(ok));
        } else {
            established.end();
        }
    }

    /// The same 2xx again wants its ACK again; another fork's is acknowledged and ended (RFC 3261, section 13.2.2.4).
    void answeredAgain(Response ok) {
        EstablishedLeg first = winner;
        if (first != null && first.remoteTag().equals(Wording.toTagOf(ok))) {
            first.acknowledge(Wording.cseqOf(ok));
            return;
        }
        EstablishedLeg other = new EstablishedLeg(line, legs, id, SipDialog.calling(ok));
        other.acknowledge(Wording.cseqOf(ok));
        other.end();
    }

    @Override
    public void failure(Response response) {
        finish(CallEndCause.of(response.getStatusCode()));
    }

    @Override
    public void silence(Responses.Silence why) {
        finish(new CallEndCause.Unreachable());
    }

    private void finish(CallEndCause cause) {
        boolean alive = stage == Stage.RESOLVING || stage == Stage.CALLING || stage == Stage.PROCEEDING;
        stage = Stage.DONE;
        legs.remove(this);
        if (alive) {
            legs.listener().ended(id, cause);
        }
    }
}
