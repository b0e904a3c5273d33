package ru.garnitura.backoffice.visitor;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ru.garnitura.backoffice.chat.SessionEvent;
import ru.garnitura.backoffice.chat.SessionState;

/// What the server sends over a visitor's socket: operators appear by their first name alone.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "t")
@JsonSubTypes({
    @JsonSubTypes.Type(value = VisitFrame.Welcome.class, name = "welcome"),
    @JsonSubTypes.Type(value = VisitFrame.Msg.class, name = "msg"),
    @JsonSubTypes.Type(value = VisitFrame.Receipt.class, name = "receipt"),
    @JsonSubTypes.Type(value = VisitFrame.Note.class, name = "note"),
    @JsonSubTypes.Type(value = VisitFrame.Typing.class, name = "typing")
})
public sealed interface VisitFrame {
    /// The author where an operator did it.
    String OPERATOR = "operator";

    /// @param ahead how many visits wait longer
    record Welcome(
            String visit,
            SessionState state,
            long seq,
            @Nullable Person operator,
            int ahead,
            long operatorReadUpto,
            Instant now,
            Limits limits)
            implements VisitFrame {}

    /// Who serves.
    record Person(String name) {}

    /// What one visit may do.
    record Limits(int textChars, int perMinute) {}

    /// @param key only the customer's own messages carry theirs
    record Msg(
            long seq, String id, @Nullable String key, String from, @Nullable String name, String text, Instant at)
            implements VisitFrame {}

    record Receipt(long seq, long upto, String kind, String by, Instant at) implements VisitFrame {}

    record Note(long seq, String kind, String by, @Nullable String name, Instant at) implements VisitFrame {}

    record Typing(String from, int ttl) implements VisitFrame {}

    static VisitFrame of(SessionEvent event) {
        boolean own = event.by().equals(SessionEvent.CUSTOMER);
        String by = own ? SessionEvent.CUSTOMER : OPERATOR;
        return switch (event) {
            case SessionEvent.Message m -> new Msg(m.seq(), m.id(), own ? m.key() : null, by, m.name(), m.text(), m.at());
            case SessionEvent.Receipt r -> new Receipt(r.seq(), r.upto(), r.kind(), by, r.at());
            case SessionEvent.Note n -> new Note(n.seq(), n.kind(), by, n.name(), n.at());
        };
    }
}
