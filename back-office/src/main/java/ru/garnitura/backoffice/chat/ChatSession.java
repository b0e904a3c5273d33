package ru.garnitura.backoffice.chat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ru.garnitura.backoffice.store.Row;

/// A chat session as it stands in the store.
///
/// @param waitingSince time of the first customer message without an answer
/// @param lastText the last message, for lists
public record ChatSession(
        String id,
        String channel,
        String queue,
        Guest guest,
        Place place,
        Marks marks,
        long rev,
        Instant openedAt,
        @Nullable Instant waitingSince,
        @Nullable String lastText) {

    /// Who writes; the phone is the customer's own word.
    public record Guest(@Nullable String customer, String name, @Nullable String phone, String language) {}

    /// Who has it, or to whom it is offered.
    public record Place(
            SessionState state,
            @Nullable String owner,
            long ownerEpoch,
            @Nullable Instant offerUntil,
            @Nullable Instant assignedAt) {}

    /// How far both sides are in the log.
    public record Marks(
            long lastSeq, long customerDelivered, long customerRead, long operatorDelivered, long operatorRead) {}

    public SessionState state() {
        return place.state();
    }

    /// Whether this operator, by this epoch, is who it is assigned to.
    public boolean isOwnedBy(String operator, long epoch) {
        return state() == SessionState.ASSIGNED && operator.equals(place.owner()) && place.ownerEpoch() == epoch;
    }

    static ChatSession of(Row row) {
        return new ChatSession(
                row.text("id"),
                row.text("channel"),
                row.text("queue"),
                new Guest(
                        row.textOrNull("customer"), row.text("name"), row.textOrNull("phone"), row.text("language")),
                new Place(
                        SessionState.parse(row.text("state")),
                        row.textOrNull("owner"),
                        row.number("owner_epoch"),
                        row.timeOrNull("offer_until"),
                        row.timeOrNull("assigned")),
                new Marks(
                        row.number("last_seq"),
                        row.number("customer_delivered"),
                        row.number("customer_read"),
                        row.number("operator_delivered"),
                        row.number("operator_read")),
                row.number("rev"),
                row.time("opened"),
                row.timeOrNull("waiting_since"),
                row.textOrNull("last_text"));
    }
}
