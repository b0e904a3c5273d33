package ru.garnitura.desktop.desk;

import java.util.HashMap;
import java.util.Map;
import ru.garnitura.sessions.session.SessionId;
import ru.garnitura.sessions.CallFacts;
import ru.garnitura.softphone.call.CallEndCause;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.CallSnapshot;
import ru.garnitura.softphone.call.CallState;
import ru.garnitura.softphone.call.RemoteParty;
import ru.garnitura.softphone.call.SoftphoneEvent;

/// From a ring to the card, and from the end of a call to its wrap-up. The session opens with what the INVITE says, and
/// the sessions' own lookup fills the card: local copy first. FX lane.
public final class ScreenPop {

    private final Map<CallId, CallRecord> calls = new HashMap<>();
    private final Sessions sessions;
    private final Outcome outcome;

    /// The sessions' verbs that a call drives.
    public interface Sessions {

        void open(CallFacts facts);

        void answered(SessionId session);

        void ended(SessionId session);

        /// Id of the customer as far as known; empty else.
        String customerOf(SessionId session);

        String notesOf(SessionId session);
    }

    /// What follows from a call that is over.
    public interface Outcome {

        void talked(Contact contact, String notes);

        void missed(RemoteParty caller);
    }

    public ScreenPop(Sessions sessions, Outcome outcome) {
        this.sessions = sessions;
        this.outcome = outcome;
    }

    /// Events in the order of the signaling lane.
    public void happened(SoftphoneEvent event) {
        switch (event) {
            case SoftphoneEvent.IncomingCall incoming -> changed(incoming.call());
            case SoftphoneEvent.CallChanged change -> changed(change.call());
            case SoftphoneEvent.TurnedAway _, SoftphoneEvent.RegistrationChanged _, SoftphoneEvent.DigitReceived _,
                    SoftphoneEvent.DeviceChanged _, SoftphoneEvent.RemoteSilent _,
                    SoftphoneEvent.TransferFailed _,
                    SoftphoneEvent.AnsweredByItself _,
                    SoftphoneEvent.ReferralAsked _, SoftphoneEvent.ReferralSettled _,
                    SoftphoneEvent.CodeDialled _ -> { }
        }
    }

    /// A consultation belongs to the session of the call it is about.
    private void changed(CallSnapshot call) {
        if (call.consults() != null) {
            return;
        }
        CallRecord before = calls.get(call.id());
        if (before == null) {
            if (call.state() == CallState.TERMINATED) {
                return;
            }
            sessions.open(facts(call));
        }
        CallRecord now = before == null ? CallRecord.of(call) : before.after(call);
        calls.put(call.id(), now);
        if (now.wasAnswered() && (before == null || !before.wasAnswered())) {
            sessions.answered(CallRecord.sessionOf(call));
        }
        if (call.state() == CallState.TERMINATED) {
            calls.remove(call.id());
            over(now);
        }
    }

    private void over(CallRecord call) {
        SessionId session = CallRecord.sessionOf(call.last());
        if (call.wasAnswered()) {
            outcome.talked(call.contact(sessions.customerOf(session)), sessions.notesOf(session));
        } else if (call.last().end() instanceof CallEndCause.Missed) {
            outcome.missed(call.last().remote());
        }
        sessions.ended(session);
    }

    private static CallFacts facts(CallSnapshot call) {
        RemoteParty remote = call.remote();
        return new CallFacts(CallRecord.sessionOf(call), remote.displayName(), remote.number(), remote.hints().queue(),
                call.startedAt());
    }
}
