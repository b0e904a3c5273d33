package ru.garnitura.softphone.call;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands calls over to others: blind and attended transfers of ours, and those the remote side asks for. Signaling lane.
final class Transfers {

    private static final Logger LOG = LoggerFactory.getLogger(Transfers.class);
    private static final String USER_TO_USER = "User-to-User";
    /// How long a remote side's wish waits for the operator: less than the subscription it was told (RFC 3515, section 2.4.4).
    private static final Duration QUESTION = Duration.ofSeconds(45);
    private static final int TRYING = 100;
    private static final int DECLINE = 603;

    private final Switchboard switchboard;
    private final SoftphoneLane lane;
    /// Calls made because the remote side of another call asked for them, with that other call.
    private final Map<CallId, CallId> referrals = new HashMap<>();
    /// What remote sides ask for and the operator has not agreed to yet, by the call they ask in.
    private final Map<CallId, Wish> wishes = new HashMap<>();

    /// @param patience declines in the end
    private record Wish(CallRequest request, Timers.Timer patience) {
    }

    Transfers(Switchboard switchboard, SoftphoneLane lane) {
        this.switchboard = switchboard;
        this.lane = lane;
    }

    /// Asks the remote side to call `target`; the interaction's id travels along.
    void transfer(Call call, String target, Map<String, String> extra) {
        Optional<DialTarget> parsed = switchboard.parse(target);
        if (parsed.isEmpty()) {
            switchboard.emit(new SoftphoneEvent.TransferFailed(call.id(), new CallEndCause.BadTarget()));
        } else if (call.take(CallInput.TRANSFER, lane.now())) {
            switchboard.signaling().ifPresent(s -> s.transfer(call.id(), parsed.get().uri(), travelling(call, extra)));
            switchboard.changed(call);
        }
    }

    /// The id that came with the call goes on; a call that came without one gets ours.
    private static Map<String, String> travelling(Call call, Map<String, String> extra) {
        Map<String, String> headers = new LinkedHashMap<>(extra);
        String interaction = call.remote().hints().interactionId();
        headers.putIfAbsent(USER_TO_USER, CallHints.userToUser(interaction.isEmpty() ? "i-" + call.id().value() : interaction));
        return headers;
    }

    /// Holds a call and calls somebody about it, who learns which interaction it is about.
    void consult(CallId id, Call about, CallRequest request) {
        switchboard.dial(id, new CallRequest(request.target(), travelling(about, request.extra())), about.id());
    }

    /// Joins the two sides of a consultation and leaves them; either of its calls may be named. Where the consulted
    /// side has not answered yet, the transfer is made blind.
    void complete(Call either) {
        Optional<Call> consultation = consultationOf(either);
        Optional<Call> about = consultation.map(Call::consults).flatMap(switchboard::find);
        if (consultation.isEmpty() || about.isEmpty() || !about.get().state().takes(CallInput.TRANSFER)) {
            return;
        }
        Call customer = about.get();
        Call consulted = consultation.get();
        if (!consulted.state().established()) {
            String target = consulted.remote().uri();
            switchboard.end(consulted);
            transfer(customer, target, Map.of());
            return;
        }
        customer.take(CallInput.TRANSFER, lane.now());
        switchboard.signaling().ifPresent(s -> s.transferInto(customer.id(), consulted.id(), travelling(customer, Map.of())));
        switchboard.changed(customer);
    }

    Optional<Call> consultationOf(Call either) {
        return either.consults() != null ? Optional.of(either)
                : switchboard.calls().stream().filter(call -> either.id().equals(call.consults())).findFirst();
    }

    /// The remote side reached its new partner: this call is done with, and its consultation too.
    void transferred(Call call) {
        Optional<Call> consultation = consultationOf(call).filter(other -> other != call);
        leave(call);
        consultation.filter(other -> other.state().established()).ifPresent(this::leave);
    }

    private void leave(Call call) {
        switchboard.signaling().ifPresent(s -> s.end(call.id()));
        switchboard.finish(call, new CallEndCause.Transferred());
    }

    void refused(Call call, CallEndCause cause) {
        if (call.take(CallInput.REFUSE, lane.now())) {
            LOG.info("Transfer of call {} came to nothing: {}", call.id().value(), cause);
            switchboard.applyMute(call);
            switchboard.changed(call);
            switchboard.emit(new SoftphoneEvent.TransferFailed(call.id(), cause));
        }
    }

    /// The remote side asks us to call somebody else.
    void referred(Call by, CallRequest request) {
        Optional<DialTarget> target = switchboard.parse(request.target());
        if (target.isEmpty() || !by.state().established()) {
            report(by.id(), DECLINE);
            return;
        }
        switch (switchboard.permissions().referrals()) {
            case REFUSED -> report(by.id(), DECLINE);
            case ASKED -> {
                report(by.id(), TRYING);
                if (target.get().isInside(switchboard.domain())) {
                    follow(by, request);
                } else {
                    ask(by, request, target.get());
                }
            }
            case FOLLOWED -> {
                report(by.id(), TRYING);
                follow(by, request);
            }
        }
    }

    private void ask(Call by, CallRequest request, DialTarget target) {
        wishes.put(by.id(), new Wish(request, lane.timers().after(QUESTION, () -> decline(by))));
        by.wish(target);
        switchboard.changed(by);
    }

    /// The operator agrees to call whom the remote side asked for.
    void agree(Call by) {
        settle(by, wish -> follow(by, wish.request()));
    }

    void decline(Call by) {
        settle(by, _ -> report(by.id(), DECLINE));
    }

    private void settle(Call by, Consumer<Wish> outcome) {
        Wish wish = wishes.remove(by.id());
        if (wish != null) {
            wish.patience().cancel();
            by.wish(null);
            switchboard.changed(by);
            outcome.accept(wish);
        }
    }

    private void follow(Call by, CallRequest request) {
        CallId id = CallId.fresh();
        referrals.put(id, by.id());
        switchboard.dial(id, request, null);
    }

    private void report(CallId by, int status) {
        switchboard.signaling().ifPresent(s -> s.referralProgressed(by, status));
    }

    /// Passes on how a call goes that somebody asked us to make; a call that is over asks for nothing any more.
    void noticed(Call call) {
        Wish idle = call.state() == CallState.TERMINATED ? wishes.remove(call.id()) : null;
        if (idle != null) {
            idle.patience().cancel();
        }
        CallId by = referrals.get(call.id());
        if (by == null) {
            return;
        }
        int status = statusOf(call);
        if (status >= 200) {
            referrals.remove(call.id());
        }
        report(by, status);
    }

    private static int statusOf(Call call) {
        CallEndCause end = call.snapshot().end();
        if (end != null) {
            return end.asStatus();
        }
        return call.state().established() ? 200 : call.state() == CallState.ALERTING ? 180 : 100;
    }
}
