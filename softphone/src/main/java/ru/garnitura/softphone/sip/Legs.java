package ru.garnitura.softphone.sip;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import javax.sip.message.Message;
import javax.sip.message.Response;

import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.SignalingListener;
import ru.garnitura.softphone.sip.gate.KnownSources;

/// All calls of a line by their id, and by what a message names them. Signaling lane.
final class Legs {

    private final SignalingListener listener;
    private final KnownSources known;
    private final Map<CallId, Leg> legs = new LinkedHashMap<>();
    private final Map<String, EstablishedLeg> dialogs = new HashMap<>();
    private final Map<String, OutgoingInvite> forkable = new HashMap<>();

    /// @param known told whom calls stand with
    Legs(SignalingListener listener, KnownSources known) {
        this.listener = listener;
        this.known = known;
    }

    SignalingListener listener() {
        return listener;
    }

    /// Enters a call, or its next stage.
    void put(Leg leg) {
        legs.put(leg.id(), leg);
        if (leg instanceof EstablishedLeg established) {
            dialogs.put(established.key(), established);
            established.source().ifPresent(known::enter);
        }
    }

    void remove(Leg leg) {
        legs.remove(leg.id(), leg);
        if (leg instanceof EstablishedLeg established && dialogs.remove(established.key(), established)) {
            established.source().ifPresent(known::leave);
        }
    }

    <T extends Leg> Optional<T> find(CallId id, Class<T> stage) {
        return Optional.ofNullable(legs.get(id)).filter(stage::isInstance).map(stage::cast);
    }

    Optional<Leg> find(CallId id) {
        return Optional.ofNullable(legs.get(id));
    }

    /// The dialog a request belongs to; its To tag is ours.
    Optional<EstablishedLeg> dialogOf(Message request) {
        return Optional.ofNullable(dialogs.get(key(Wording.callIdOf(request), Wording.toTagOf(request), Wording.fromTagOf(request))));
    }

    /// The dialog named by a Replaces header, seen from the one who sent it; one that rings only where we are the caller
    /// (RFC 3891, section 3).
    Optional<? extends Leg> replaced(Replacement replacement) {
        EstablishedLeg established = dialogs.get(key(replacement.callId(), replacement.toTag(), replacement.fromTag()));
        return established != null ? Optional.of(established) : outgoing()
                .filter(invite -> invite.rings(replacement.callId(), replacement.toTag(), replacement.fromTag())).findFirst();
    }

    private Stream<OutgoingInvite> outgoing() {
        return legs.values().stream().filter(OutgoingInvite.class::isInstance).map(OutgoingInvite.class::cast);
    }

    /// The call of ours a request belongs to whose remote side has not answered yet.
    Optional<OutgoingInvite> calling(Message request) {
        return outgoing().filter(invite -> invite.rings(Wording.callIdOf(request), Wording.toTagOf(request),
                Wording.fromTagOf(request))).findFirst();
    }

    /// The forks of an INVITE have all but the remote tag in common (RFC 3261, section 12).
    static String key(String callId, String localTag, String remoteTag) {
        return callId + " " + localTag + " " + remoteTag;
    }

    /// The ringing call a CANCEL or a repeated INVITE means.
    Optional<IncomingInvite> ringing(Message request) {
        return legs.values().stream().filter(IncomingInvite.class::isInstance).map(IncomingInvite.class::cast)
                .filter(invite -> invite.sameCall(request)).findFirst();
    }

    /// The ringing call a PRACK belongs to.
    Optional<IncomingInvite> early(Message request) {
        return legs.values().stream().filter(IncomingInvite.class::isInstance).map(IncomingInvite.class::cast)
                .filter(invite -> invite.sameDialog(request)).findFirst();
    }

    /// Whether an INVITE outside any dialog repeats one that was answered already.
    boolean answeredAlready(Message invite) {
        return dialogs.values().stream().anyMatch(leg -> leg.startedBy(invite));
    }

    /// Forks may go on answering after the first answer.
    void expectForks(String callId, OutgoingInvite invite) {
        forkable.put(callId, invite);
    }

    void forgetForks(String callId) {
        forkable.remove(callId);
    }

    /// A 2xx comes again because its ACK was lost, or from another fork.
    void strayed(Response response) {
        if (response.getStatusCode() / 100 != 2 || !"INVITE".equals(Wording.methodOf(response))) {
            return;
        }
        String call = Wording.callIdOf(response);
        EstablishedLeg standing = dialogs.get(key(call, Wording.fromTagOf(response), Wording.toTagOf(response)));
        OutgoingInvite invite = forkable.get(call);
        if (standing != null) {
            standing.acknowledge(Wording.cseqOf(response));
        } else if (invite != null) {
            invite.answeredAgain(response);
        }
    }

    void endAll() {
        List.copyOf(legs.values()).forEach(Leg::end);
        legs.clear();
        List.copyOf(dialogs.values()).forEach(this::remove);
    }
}
