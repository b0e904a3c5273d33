package ru.garnitura.desktop.desk;

import java.time.Duration;
import java.time.Instant;
import ru.garnitura.sessions.session.SessionId;
import ru.garnitura.softphone.call.CallDirection;
import ru.garnitura.softphone.call.CallEndCause;
import ru.garnitura.softphone.call.CallSnapshot;
import ru.garnitura.softphone.call.RemoteParty;

/// What a call adds up to while it lasts: its last snapshot and the time on hold.
///
/// @param held on hold in all, without the hold going on now
record CallRecord(CallSnapshot last, Duration held) {

    static CallRecord of(CallSnapshot first) {
        return new CallRecord(first, Duration.ZERO);
    }

    static SessionId sessionOf(CallSnapshot call) {
        return new SessionId("call-" + call.id().value());
    }

    CallRecord after(CallSnapshot next) {
        boolean holdOver = last.held() && !next.held();
        return new CallRecord(next, holdOver ? held.plus(Duration.between(last.since(), next.since())) : held);
    }

    boolean wasAnswered() {
        return last.answeredAt() != null;
    }

    Contact contact(String customer) {
        RemoteParty remote = last.remote();
        Contact.Party party = new Contact.Party(remote.displayName(), remote.number(), remote.hints().queue(),
                last.direction() == CallDirection.INCOMING);
        return new Contact(sessionOf(last).value(), Contact.Kind.CALL, customer, party, course(), endedBy());
    }

    private Contact.Course course() {
        Instant answered = last.answeredAt();
        Instant ended = last.progress().times().ended();
        Instant over = ended == null ? last.since() : ended;
        Duration ring = Duration.between(last.startedAt(), answered == null ? over : answered);
        Duration queued = Duration.ofSeconds(Math.max(0, last.remote().hints().waitedSeconds()));
        return new Contact.Course(last.startedAt(), answered, over, queued.plus(ring), held);
    }

    private String endedBy() {
        return switch (last.end()) {
            case CallEndCause.EndedHere _, CallEndCause.RejectedHere _, CallEndCause.Transferred _ -> "operator";
            case CallEndCause.EndedByPeer _, CallEndCause.Missed _ -> "customer";
            case null, default -> "line";
        };
    }
}
