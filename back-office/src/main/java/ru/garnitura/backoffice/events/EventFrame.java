package ru.garnitura.backoffice.events;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.garnitura.backoffice.chat.InboxEvent;
import ru.garnitura.backoffice.chat.SessionCard;
import ru.garnitura.backoffice.chat.SessionEvent;
import ru.garnitura.backoffice.desk.OperatorState;

/// What the server sends over an operator's events socket.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "t")
@JsonSubTypes({
    @JsonSubTypes.Type(value = EventFrame.Welcome.class, name = "welcome"),
    @JsonSubTypes.Type(value = EventFrame.Msg.class, name = "msg"),
    @JsonSubTypes.Type(value = EventFrame.Receipt.class, name = "receipt"),
    @JsonSubTypes.Type(value = EventFrame.Note.class, name = "note"),
    @JsonSubTypes.Type(value = EventFrame.News.class, name = "inbox"),
    @JsonSubTypes.Type(value = EventFrame.Typing.class, name = "typing"),
    @JsonSubTypes.Type(value = EventFrame.Present.class, name = "presence"),
    @JsonSubTypes.Type(value = EventFrame.Queues.class, name = "queue")
})
public sealed interface EventFrame {

    /// @param ttl seconds without a socket after which the operator's chats go back to the queue
    record Welcome(
            String token,
            long ttl,
            String mode,
            Instant now,
            long inbox,
            OperatorState operator,
            List<SessionCard> sessions)
            implements EventFrame {}

    record Msg(
            String s,
            long seq,
            String id,
            String from,
            @Nullable String name,
            String text,
            Instant at,
            String key)
            implements EventFrame {}

    record Receipt(String s, long seq, long upto, String kind, String by, Instant at) implements EventFrame {}

    record Note(String s, long seq, String kind, String by, @Nullable String name, Instant at)
            implements EventFrame {}

    record News(long seq, @JsonUnwrapped InboxEvent event) implements EventFrame {}

    record Typing(String s, String from, int ttl) implements EventFrame {}

    record Present(String s, boolean online) implements EventFrame {}

    record Queues(List<Queue> queues, Instant at) implements EventFrame {}

    /// Figures of one chat queue.
    record Queue(String id, long waiting, @Nullable Instant oldestSince) {}

    static EventFrame of(String session, SessionEvent event) {
        return switch (event) {
            case SessionEvent.Message m ->
                new Msg(session, m.seq(), m.id(), m.by(), m.name(), m.text(), m.at(), m.key());
            case SessionEvent.Receipt r -> new Receipt(session, r.seq(), r.upto(), r.kind(), r.by(), r.at());
            case SessionEvent.Note n -> new Note(session, n.seq(), n.kind(), n.by(), n.name(), n.at());
        };
    }
}
