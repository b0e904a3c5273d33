package ru.garnitura.softphone.sip;

import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import javax.sip.ClientTransaction;
import javax.sip.message.Request;
import javax.sip.message.Response;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import ru.garnitura.softphone.call.CallEndCause;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.RegistrationCause;
import ru.garnitura.softphone.sip.stack.ResolvedHop;

/// An INVITE of ours until its final answer, and its forks for a while longer.
final class OutgoingInvite implements Leg, Exchange.Outcome {

    /// 64 x T1: how long a response may still be on its way (RFC 3261, section 17.1.1.2).
    static final Duration LONGEST_WAY = Duration.ofSeconds(32);

    private static final Logger LOG = LoggerFactory.getLogger(OutgoingInvite.class);

    private final SipLine line;
    private final Legs legs;
    private final CallId id;
    private final Map<String, SipDialog> early = new HashMap<>();
    private final Map<String, Long> confirmed = new HashMap<>();
    /// What each fork that has rung said of its media, by its tag.
    private final Map<String, String> described = new HashMap<>();
    private Exchange exchange;
    private final String callId = Wording.unique() + Wording.unique();
    private final String tag = Wording.unique();
    private Stage stage = Stage.RESOLVING;
    private long sequence;
    private int interval;
    private int leastInterval;
    private @Nullable Runnable again;
    private String offered = "";
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
        this.exchange = line.exchange(Realms.Purpose.DIALLING, this);
        this.interval = line.account().policy().sessionTimerSeconds();
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
            public void nowhere(RegistrationCause cause) {
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
        offered = sdp;
        again = () -> exchange.send(() -> draft(wish, found, sdp), found);
        try {
            again.run();
        } catch (IllegalArgumentException e) {
            LOG.info("Nobody can be called so: {}", e.getMessage());
            finish(new CallEndCause.BadTarget());
        }
    }

    private RequestDraft draft(Wish wish, ResolvedHop found, String sdp) {
        sequence++;
        RequestDraft draft = new RequestDraft(Request.INVITE, wish.target())
                .header("From", line.party() + ";tag=" + tag).header("To", "<" + wish.target() + ">")
                .header("Call-ID", callId).header("CSeq", sequence + " INVITE")
                .header("Contact", line.wire().contactTowards(found.address())).header("Allow", Wording.ALLOW)
                .header("Supported", Wording.SUPPORTED).sdp(sdp);
        if (interval > 0) {
            draft.header("Session-Expires", interval).header("Min-SE",
                    Math.max(leastInterval, Math.min(interval, SessionTimer.LEAST_SECONDS)));
        }
        wish.extra().forEach(draft::header);
        return draft;
    }

    @Override
    public void end() {
        switch (stage) {
            case RESOLVING -> stage = Stage.DONE;
            case CALLING -> {
                stage = Stage.CANCEL_WANTED;
                exchange.giveUp();
            }
            case PROCEEDING -> cancel();
            case CANCEL_WANTED, CANCELLED, DONE -> { }
        }
        legs.remove(this);
    }

    /// Without a final answer to the CANCEL's INVITE it is over after 64 x T1 (RFC 3261, section 9.1).
    private void cancel() {
        stage = Stage.CANCELLED;
        exchange.giveUp();
        ClientTransaction transaction = exchange.transaction();
        if (transaction != null && hop != null) {
            line.wire().cancel(transaction, hop);
            line.lane().timers().after(LONGEST_WAY, () -> {
                if (stage == Stage.CANCELLED) {
                    stage = Stage.DONE;
                    line.wire().giveUp(transaction);
                }
            });
        }
    }

    @Override
    public void provisional(Response response) {
        switch (stage) {
            case CALLING, PROCEEDING -> {
                stage = Stage.PROCEEDING;
                if (response.getStatusCode() > 100 && confirm(response)) {
                    String said = Wording.sdpOf(response);
                    described.merge(Wording.toTagOf(response), said, (before, now) -> now.isEmpty() ? before : now);
                    legs.listener().progressed(id, response.getStatusCode(), Wording.sdpOf(response));
                }
            }
            case CANCEL_WANTED -> cancel();
            case RESOLVING, CANCELLED, DONE -> { }
        }
    }

    /// A provisional response that is sent until we confirm it (RFC 3262). False for one that comes again, or before another
    /// that is still on its way: it does not count (section 4).
    private boolean confirm(Response response) {
        String number = Wording.value(response, "RSeq");
        boolean reliable = Wording.values(response, "Require").stream().anyMatch("100rel"::equalsIgnoreCase);
        if (!reliable || !number.matches("\\d{1,10}")) {
            return true;
        }
        String fork = Wording.toTagOf(response);
        long now = Long.parseLong(number);
        if (now != confirmed.getOrDefault(fork, now - 1) + 1) {
            return false;
        }
        confirmed.put(fork, now);
        SipDialog dialog = early.computeIfAbsent(fork, ignored -> SipDialog.calling(response));
        String acknowledged = now + " " + Wording.cseqOf(response) + " INVITE";
        line.hops().find(dialog.nextHop(), new HopFinder.Found() {
            @Override
            public void at(ResolvedHop found) {
                line.exchange(Realms.Purpose.IN_OUR_CALL, Bye.UNHEEDED)
                        .send(() -> dialog.request(Request.PRACK).header("RAck", acknowledged), found);
            }

            @Override
            public void nowhere(RegistrationCause cause) {
                // The remote side gives up by itself.
            }
        });
        return true;
    }

    /// Whether a fork of this call rings whose dialog has these names.
    boolean rings(String call, String localTag, String remoteTag) {
        return stage == Stage.PROCEEDING && callId.equals(call) && tag.equals(localTag) && described.containsKey(remoteTag);
    }

    @Override
    public void success(Response ok) {
        boolean wanted = stage == Stage.CALLING || stage == Stage.PROCEEDING;
        stage = Stage.DONE;
        legs.expectForks(callId, this);
        line.lane().timers().after(LONGEST_WAY, () -> legs.forgetForks(callId));
        SipDialog dialog = SipDialog.calling(ok);
        Optional.ofNullable(early.get(Wording.toTagOf(ok))).ifPresent(dialog::continueAfter);
        EstablishedLeg established = new EstablishedLeg(line, legs, id, dialog).from(Incoming.sourceOf(ok)).able(ok);
        established.described(offered);
        if (wanted) {
            legs.put(established);
        }
        established.acknowledge(Wording.cseqOf(ok));
        established.session().atLeast(leastInterval);
        SessionTimer.settledBy(ok).ifPresent(established::agreed);
        winner = established;
        if (!wanted) {
            established.end();
        } else if (established.open()) {
            legs.listener().answered(id, answerIn(ok));
        }
    }

    /// Whoever answered in a reliable provisional response need not say it again (RFC 3262, section 5).
    private String answerIn(Response ok) {
        String sdp = Wording.sdpOf(ok);
        return sdp.isEmpty() ? described.getOrDefault(Wording.toTagOf(ok), "") : sdp;
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
        int least = SessionTimer.secondsIn(response, "Min-SE").orElse(0);
        Runnable retry = again;
        if (response.getStatusCode() == RequestGate.INTERVAL_TOO_SMALL && least > interval && interval > 0 && retry != null
                && (stage == Stage.CALLING || stage == Stage.PROCEEDING)) {
            interval = least;
            leastInterval = least;
            stage = Stage.CALLING;
            exchange = line.exchange(Realms.Purpose.DIALLING, this);
            retry.run();
            return;
        }
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
