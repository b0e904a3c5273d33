package ru.garnitura.softphone.sip;

import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.sip.message.Message;
import javax.sip.message.Request;
import javax.sip.message.Response;

import org.jspecify.annotations.Nullable;

import ru.garnitura.softphone.call.CallEndCause;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.RegistrationCause;
import ru.garnitura.softphone.sip.stack.ResolvedHop;

/// A call with a dialog: answered, and not yet ended by either side.
final class EstablishedLeg implements Leg {

    private static final Pattern SIMPLE = Pattern.compile("(?i)^\\s*baresip\\b");

    private final SipLine line;
    private final Legs legs;
    private final CallId id;
    private final SipDialog dialog;
    private final Queue<Waiting> waitingForHop = new ArrayDeque<>();
    private final ReInvites reInvites;
    private final Referrals referrals;
    private final DigitSender digits;
    private final SessionTimer session;
    private final Set<InetAddress> sources = new LinkedHashSet<>();
    private String described = "";
    private boolean simple;
    private boolean offered;
    private Stage stage = Stage.OPEN;
    private @Nullable ResolvedHop hop;
    private @Nullable AnswerKeeper keeper;

    private enum Stage {
        OPEN,
        /// To be ended once the ACK to our 200 is there (RFC 3261, section 15).
        BYE_WANTED, CLOSED
    }

    private record Waiting(Consumer<ResolvedHop> sending, Runnable stuck) {
    }

    EstablishedLeg(SipLine line, Legs legs, CallId id, SipDialog dialog) {
        this.line = line;
        this.legs = legs;
        this.id = id;
        this.dialog = dialog;
        this.reInvites = new ReInvites(line, legs, this);
        this.referrals = new Referrals(line, legs, this);
        this.digits = new DigitSender(this);
        this.session = new SessionTimer(line.lane().timers(), () -> reInvites.refresh(described),
                () -> lost(new CallEndCause.Unreachable()));
    }

    @Override
    public CallId id() {
        return id;
    }

    /// From this host we take requests within the dialog, besides where the dialog leads and from our own proxies.
    EstablishedLeg from(InetAddress source) {
        sources.add(source);
        return this;
    }

    /// The host it began with.
    Optional<InetAddress> source() {
        return sources.stream().findFirst();
    }

    boolean knows(InetAddress source) {
        ResolvedHop known = hop;
        return sources.contains(source) || (known != null && known.address().equals(source));
    }

    /// Learns from the remote side's INVITE or 2xx what it understands.
    EstablishedLeg able(Message message) {
        simple = Stream.of("User-Agent", "Server").anyMatch(name -> SIMPLE.matcher(Wording.value(message, name)).find());
        return this;
    }

    /// Whether the remote side is known to call the address of a Refer-To with all that hangs on it.
    boolean simple() {
        return simple;
    }

    /// What we told the remote side of our media last, and it agreed to.
    void described(String sdp) {
        described = sdp;
    }

    void agreed(SessionTimer.Agreement agreement) {
        session.restart(agreement);
    }

    SessionTimer session() {
        return session;
    }

    /// A target refresh: further requests go where the remote side says it is, and may come from there (RFC 3261, section
    /// 12.2.1.1).
    void retarget(Message message) {
        Optional<SipUriParts> before = SipUriParts.parse(dialog.nextHop());
        dialog.retarget(message);
        Optional<SipUriParts> now = SipUriParts.parse(dialog.nextHop());
        boolean moved = now.isPresent() && before.filter(former -> former.samePlace(now.get())).isEmpty();
        if (moved) {
            hop = null;
            line.hops().find(dialog.nextHop(), new HopFinder.Found() {
                @Override
                public void at(ResolvedHop found) {
                    sources.add(found.address());
                }

                @Override
                public void nowhere(RegistrationCause cause) {
                    // The next request will tell.
                }
            });
        }
    }

    String key() {
        return Legs.key(dialog.ends().callId(), dialog.ends().localTag(), dialog.ends().remoteTag());
    }

    String remoteTag() {
        return dialog.ends().remoteTag();
    }

    SipDialog dialog() {
        return dialog;
    }

    boolean open() {
        return stage == Stage.OPEN;
    }

    /// An INVITE outside any dialog that began this call, seen again because our 200 was lost or the path forks.
    boolean startedBy(Message invite) {
        return !dialog.caller() && dialog.ends().callId().equals(Wording.callIdOf(invite))
                && remoteTag().equals(Wording.fromTagOf(invite));
    }

    /// Sends a request within the dialog. One that can't leave now is no sign that the dialog is gone: it is as if refused with
    /// a 503 (RFC 3261, section 8.1.3.1).
    void send(Exchange.Outcome outcome, Function<ResolvedHop, RequestDraft> next) {
        Exchange exchange = line.exchange(dialog.caller() ? Realms.Purpose.IN_OUR_CALL : Realms.Purpose.IN_THEIR_CALL, outcome);
        towards(found -> exchange.send(() -> next.apply(found), found), () -> exchange.silent(Responses.Silence.NO_NETWORK));
    }

    /// Sends once it is known where the dialog leads.
    private void towards(Consumer<ResolvedHop> sending, Runnable stuck) {
        ResolvedHop known = hop;
        if (known != null && line.hops().ready(known)) {
            sending.accept(known);
            return;
        }
        waitingForHop.add(new Waiting(sending, stuck));
        if (waitingForHop.size() == 1) {
            line.hops().find(dialog.nextHop(), new HopFinder.Found() {
                @Override
                public void at(ResolvedHop found) {
                    hop = found;
                    waiting().forEach(one -> one.sending().accept(found));
                }

                @Override
                public void nowhere(RegistrationCause cause) {
                    nowhereNow(waiting());
                }
            });
        }
    }

    private List<Waiting> waiting() {
        List<Waiting> all = List.copyOf(waitingForHop);
        waitingForHop.clear();
        return all;
    }

    /// Only a remote side that never said where it is can't be reached later either.
    private void nowhereNow(List<Waiting> waiting) {
        if (SipUriParts.parse(dialog.nextHop()).isEmpty()) {
            lost(new CallEndCause.Unreachable());
        } else {
            waiting.forEach(one -> one.stuck().run());
        }
    }

    /// Unheard, it is asked for again by a repeated 2xx.
    void acknowledge(long inviteSequence) {
        RequestDraft ack = dialog.ack(inviteSequence);
        towards(found -> line.wire().acknowledge(ack, found), () -> { });
    }

    /// Repeats a 200 until its ACK comes; without one the call is over (RFC 3261, section 13.3.1.4).
    void awaitAck(Response ok) {
        keeper = new AnswerKeeper(line, ok, this::unacknowledged);
    }

    private void unacknowledged() {
        keeper = null;
        if (stage == Stage.BYE_WANTED) {
            bye();
        } else {
            lost(new CallEndCause.Unreachable());
        }
    }

    /// The same where the 200 holds our offer: its ACK has to hold the answer (RFC 3261, section 13.2.1).
    void awaitAnswer(Response ok) {
        offered = true;
        awaitAck(ok);
    }

    /// Whether a 200 of ours still waits for its ACK.
    boolean unsettled() {
        return keeper != null;
    }

    @Override
    public void end() {
        if (stage != Stage.OPEN) {
            return;
        }
        if (keeper == null) {
            bye();
        } else {
            stage = Stage.BYE_WANTED;
        }
    }

    private void bye() {
        stage = Stage.CLOSED;
        reInvites.stop();
        referrals.stop();
        session.stop();
        send(Bye.UNHEEDED, found -> dialog.request(Request.BYE));
        legs.remove(this);
    }

    /// The dialog is of no more use: says goodbye to whoever may listen, and reports.
    void lost(CallEndCause cause) {
        if (stage == Stage.OPEN) {
            bye();
            legs.listener().ended(id, cause);
        }
    }

    Referrals referrals() {
        return referrals;
    }

    DigitSender digits() {
        return digits;
    }

    void modify(String offer) {
        reInvites.ask(offer);
    }

    void acceptOffer(String sdp) {
        reInvites.accept(sdp);
    }

    void refuseOffer() {
        reInvites.refuse(Response.NOT_ACCEPTABLE_HERE);
    }

    /// A request within the dialog.
    void requested(Incoming incoming) {
        if (incoming.method().equals(Request.ACK)) {
            acknowledged(incoming);
        } else if (!dialog.takesRequest(incoming.request())) {
            line.wire().refuse(incoming, Response.SERVER_INTERNAL_ERROR);
        } else {
            switch (incoming.method()) {
                case Request.BYE -> byeReceived(incoming);
                case Request.INVITE, Request.UPDATE -> reInvites.received(incoming);
                case Request.INFO -> infoReceived(incoming);
                case Request.REFER -> referrals.received(incoming);
                case Request.NOTIFY -> referrals.notified(incoming);
                default -> line.wire().reply(incoming, OptionsAnswer.to(line.wire(), incoming));
            }
        }
    }

    private void acknowledged(Incoming ack) {
        AnswerKeeper kept = keeper;
        if (kept == null || !kept.answers(ack.request())) {
            return;
        }
        kept.stop();
        keeper = null;
        if (stage == Stage.BYE_WANTED) {
            bye();
        } else if (!Wording.sdpOf(ack.request()).isEmpty()) {
            offered = false;
            legs.listener().acknowledged(id, Wording.sdpOf(ack.request()));
        } else if (offered) {
            lost(new CallEndCause.NoCommonMedia());
        }
    }

    private void byeReceived(Incoming bye) {
        line.wire().reply(bye, line.wire().response(bye, Response.OK));
        if (keeper != null) {
            keeper.stop();
        }
        boolean mine = stage == Stage.OPEN;
        CallEndCause cause = referrals.handedOver() ? new CallEndCause.Transferred() : new CallEndCause.EndedByPeer();
        stage = Stage.CLOSED;
        reInvites.stop();
        referrals.stop();
        session.stop();
        legs.remove(this);
        if (mine) {
            legs.listener().ended(id, cause);
        }
    }

    private void infoReceived(Incoming info) {
        InfoDigits.digitIn(info.request()).ifPresentOrElse(digit -> {
            line.wire().reply(info, line.wire().response(info, Response.OK));
            legs.listener().digitReceived(id, digit);
        }, () -> line.wire().refuse(info, Response.UNSUPPORTED_MEDIA_TYPE));
    }
}
