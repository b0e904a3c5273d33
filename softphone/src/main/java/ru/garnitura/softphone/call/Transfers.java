package ru.garnitura.softphone.call;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands calls over to others: blind and attended transfers of ours. Signaling lane.
final class Transfers {

    private static final Logger LOG = LoggerFactory.getLogger(Transfers.class);
    private static final String USER_TO_USER = "User-to-User";

    private final Switchboard switchboard;
    private final SoftphoneLane lane;

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
            switchboard.changed(call);
            switchboard.emit(new SoftphoneEvent.TransferFailed(call.id(), cause));
            if (call.state() == CallState.CONFIRMED) {
                switchboard.attention().keepOneLive(call);
            }
        }
    }
}
