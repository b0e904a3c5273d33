package ru.garnitura.backoffice.chat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ru.garnitura.backoffice.desk.OperatorState;

/// One numbered piece of news for one operator, as the contract has it; members that don't belong to `ev` are null.
public record InboxEvent(
        String ev,
        @Nullable String s,
        @Nullable String owner,
        @Nullable Long ownerEpoch,
        @Nullable Instant expiresAt,
        @Nullable String reason,
        @Nullable SessionCard session,
        @Nullable String state,
        @Nullable Boolean voice,
        @Nullable Boolean chat,
        @Nullable Instant since,
        @Nullable String text,
        @Nullable String from,
        @Nullable Instant at) {

    static InboxEvent offered(SessionCard card, Instant expiresAt) {
        return ofSession("offered", card, expiresAt, null, card);
    }

    static InboxEvent assigned(SessionCard card) {
        return ofSession("assigned", card, null, null, card);
    }

    /// @param reason `timeout`, `disconnected` or `left`
    static InboxEvent revoked(SessionCard card, String reason) {
        return ofSession("revoked", card, null, reason, null);
    }

    static InboxEvent closed(SessionCard card, String reason) {
        return ofSession("closed", card, null, reason, null);
    }

    static InboxEvent state(OperatorState state) {
        return new InboxEvent(
                "state", null, null, null, null, state.reason(), null, state.state(), state.voice(), state.chat(),
                state.since(), null, null, null);
    }

    public static InboxEvent broadcast(String text, String from, Instant at) {
        return new InboxEvent(
                "broadcast", null, null, null, null, null, null, null, null, null, null, text, from, at);
    }

    private static InboxEvent ofSession(
            String ev,
            SessionCard card,
            @Nullable Instant expiresAt,
            @Nullable String reason,
            @Nullable SessionCard shown) {
        return new InboxEvent(
                ev, card.id(), card.owner(), card.ownerEpoch(), expiresAt, reason, shown, null, null, null, null, null,
                null, null);
    }
}
