package ru.garnitura.backoffice.chat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A session as operators see it, as the contract has it.
public record SessionCard(
        String id,
        String channel,
        SessionState state,
        @Nullable String owner,
        long ownerEpoch,
        String rev,
        String queue,
        Who customer,
        String language,
        Instant openedAt,
        @Nullable Instant assignedAt,
        @Nullable Instant waitingSince,
        long lastSeq,
        long customerReadUpto,
        long operatorReadUpto,
        boolean online,
        @Nullable String lastText,
        @Nullable String topicHint) {

    /// The customer as far as known: an id only where the phone belongs to one customer alone.
    public record Who(@Nullable String id, String name, @Nullable String phone) {}

    /// @param online whether the customer's page is connected
    static SessionCard of(ChatSession session, boolean online) {
        var guest = session.guest();
        var place = session.place();
        return new SessionCard(
                session.id(),
                session.channel(),
                place.state(),
                place.owner(),
                place.ownerEpoch(),
                "r" + session.rev(),
                session.queue(),
                new Who(guest.customer(), guest.name(), guest.phone()),
                guest.language(),
                session.openedAt(),
                place.assignedAt(),
                session.waitingSince(),
                session.marks().lastSeq(),
                session.marks().customerRead(),
                session.marks().operatorRead(),
                online,
                session.lastText(),
                null);
    }
}
