package ru.garnitura.backoffice.desk;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.garnitura.backoffice.store.Row;
import ru.garnitura.backoffice.store.Tx;

/// Whether an operator takes contacts.
///
/// @param state `ready` or `notReady`
/// @param reason why not, one of the desk's codes
/// @param voice ready for calls
/// @param chat ready for chats
public record OperatorState(String state, @Nullable String reason, boolean voice, boolean chat, Instant since) {
    public static final String READY = "ready";
    public static final String NOT_READY = "notReady";

    public OperatorState {
        if (!state.equals(READY) && !state.equals(NOT_READY)) {
            throw new IllegalArgumentException("state " + state);
        }
        Objects.requireNonNull(since, "since");
    }

    public boolean takesChats() {
        return state.equals(READY) && chat;
    }

    public static Optional<OperatorState> of(Tx tx, String operator) {
        return tx.first(OperatorState::read, "SELECT * FROM operator WHERE id = ?", operator);
    }

    /// Operators who take chats, the one ready for longest first.
    public static List<String> takingChats(Tx tx) {
        return tx.list(
                row -> row.text("id"),
                "SELECT id FROM operator WHERE state = 'ready' AND chat = TRUE ORDER BY since, id");
    }

    public void store(Tx tx, String operator) {
        tx.update(
                "UPDATE operator SET state = ?, reason = ?, voice = ?, chat = ?, since = ?, missed = 0 WHERE id = ?",
                state,
                reason,
                voice,
                chat,
                since,
                operator);
    }

    /// Counts one more offer that nobody answered.
    ///
    /// @return how many in a row
    public static int countMissed(Tx tx, String operator) {
        tx.update("UPDATE operator SET missed = missed + 1 WHERE id = ?", operator);
        return (int) tx.number("SELECT missed AS n FROM operator WHERE id = ?", operator);
    }

    public static void forgetMissed(Tx tx, String operator) {
        tx.update("UPDATE operator SET missed = 0 WHERE id = ?", operator);
    }

    private static OperatorState read(Row row) {
        return new OperatorState(
                row.text("state"), row.textOrNull("reason"), row.flag("voice"), row.flag("chat"), row.time("since"));
    }
}
