package ru.garnitura.backoffice.chat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.garnitura.backoffice.actions.Action;
import ru.garnitura.backoffice.actions.Effect;
import ru.garnitura.backoffice.actions.Outcome;
import ru.garnitura.backoffice.customers.Interactions;
import ru.garnitura.backoffice.desk.DeskSetup;
import ru.garnitura.backoffice.signin.Operator;
import ru.garnitura.backoffice.store.Tx;
import ru.garnitura.backoffice.web.Json;

/// `chat.accept`, `chat.refuse`, `chat.send`, `chat.close`. Only the operator the session is offered or assigned to, by
/// the current epoch, has any effect.
final class ChatEffects {
    private static final int LONGEST_LOG = 10_000;
    private final InstantSource clock;
    private final DeskSetup setup;
    private final Interactions interactions;
    private final Conversations conversations;
    private final Dispatcher dispatcher;

    ChatEffects(
            InstantSource clock,
            DeskSetup setup,
            Interactions interactions,
            Conversations conversations,
            Dispatcher dispatcher) {
        this.clock = clock;
        this.setup = setup;
        this.interactions = interactions;
        this.conversations = conversations;
        this.dispatcher = dispatcher;
    }

    Map<String, Effect> byType() {
        return Map.of(
                "chat.accept", this::accept, "chat.refuse", this::refuse, "chat.send", this::send, "chat.close",
                this::close);
    }

    record Answered(long ownerEpoch, @Nullable String reason) {}

    record Sent(long ownerEpoch, String text) {
        Sent {
            if (Objects.requireNonNull(text, "text").isBlank() || text.length() > Conversations.MAX_TEXT) {
                throw new IllegalArgumentException("text");
            }
        }
    }

    record Closed(long ownerEpoch, String topic, String result, @Nullable String note) {
        private static final int MAX_NOTE = 4000;

        Closed {
            Objects.requireNonNull(topic, "topic");
            Objects.requireNonNull(result, "result");
            if (note != null && note.length() > MAX_NOTE) {
                throw new IllegalArgumentException("note");
            }
        }
    }

    record Stored(String id, long seq, Instant at) {}

    private Outcome accept(Tx tx, Operator operator, Action action) {
        Answered answer = Json.read(action.payload(), Answered.class);
        Optional<ChatSession> found = Sessions.byId(tx, action.entity());
        if (found.isEmpty()) {
            return Outcome.rejected("unknown_session");
        }
        if (found.get().isOwnedBy(operator.id(), answer.ownerEpoch())) {
            return Outcome.applied(dispatcher.card(tx, action.entity()));
        }
        return isOffered(found.get(), operator, answer.ownerEpoch())
                ? Outcome.applied(dispatcher.accept(tx, found.get(), operator.id(), operator.firstName()))
                : Outcome.conflict("not_offered", dispatcher.card(tx, action.entity()));
    }

    private Outcome refuse(Tx tx, Operator operator, Action action) {
        Answered answer = Json.read(action.payload(), Answered.class);
        Optional<ChatSession> found = Sessions.byId(tx, action.entity());
        if (found.isEmpty()) {
            return Outcome.rejected("unknown_session");
        }
        return isOffered(found.get(), operator, answer.ownerEpoch())
                ? Outcome.applied(dispatcher.refuse(tx, found.get(), operator.id()))
                : Outcome.conflict("not_offered", dispatcher.card(tx, action.entity()));
    }

    private static boolean isOffered(ChatSession session, Operator operator, long epoch) {
        return session.state() == SessionState.OFFERED
                && operator.id().equals(session.place().owner())
                && session.place().ownerEpoch() == epoch;
    }

    private Outcome send(Tx tx, Operator operator, Action action) {
        Sent sent = Json.read(action.payload(), Sent.class);
        Optional<ChatSession> found = Sessions.byId(tx, action.entity());
        Optional<Outcome> refusal = refusal(tx, found, operator, sent.ownerEpoch());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        SessionEvent.Message message =
                conversations.operatorWrites(tx, operator, found.orElseThrow(), action.key(), sent.text());
        return Outcome.applied(new Stored(message.id(), message.seq(), message.at()));
    }

    private Outcome close(Tx tx, Operator operator, Action action) {
        Closed closed = Json.read(action.payload(), Closed.class);
        Optional<ChatSession> found = Sessions.byId(tx, action.entity());
        Optional<Outcome> refusal = refusal(tx, found, operator, closed.ownerEpoch());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (setup.leaf(closed.topic()).isEmpty()) {
            return Outcome.rejected("unknown_topic");
        }
        if (!setup.knowsResult(closed.result())) {
            return Outcome.rejected("invalid_payload");
        }
        ChatSession session = found.orElseThrow();
        SessionCard card = dispatcher.close(tx, session, operator.id(), operator.firstName());
        interactions.add(tx, entry(tx, operator, session, closed));
        return Outcome.applied(card);
    }

    private Optional<Outcome> refusal(Tx tx, Optional<ChatSession> found, Operator operator, long epoch) {
        if (found.isEmpty()) {
            return Optional.of(Outcome.rejected("unknown_session"));
        }
        ChatSession session = found.get();
        if (session.isOwnedBy(operator.id(), epoch)) {
            return Optional.empty();
        }
        SessionCard current = dispatcher.card(tx, session.id());
        return Optional.of(
                session.state() == SessionState.CLOSED
                        ? Outcome.conflict("session_closed", current)
                        : Outcome.conflict("owner_epoch_old", current));
    }

    private Interactions.Entry entry(Tx tx, Operator operator, ChatSession session, Closed closed) {
        Instant now = clock.instant();
        Instant assigned = Optional.ofNullable(session.place().assignedAt()).orElse(now);
        return new Interactions.Entry(
                "i-" + session.id(),
                session.guest().customer(),
                session.channel(),
                "in",
                session.openedAt(),
                now,
                seconds(session.openedAt(), assigned),
                seconds(assigned, now),
                0,
                0,
                operator.id(),
                session.queue(),
                closed.topic(),
                closed.result(),
                closed.note() == null ? "" : closed.note(),
                session.id(),
                Json.text(lines(tx, session)));
    }

    record Line(String from, String name, String text, Instant at) {}

    private static List<Line> lines(Tx tx, ChatSession session) {
        var lines = new ArrayList<Line>();
        for (SessionEvent event : SessionLog.after(tx, session.id(), 0, LONGEST_LOG)) {
            if (event instanceof SessionEvent.Message message) {
                String name = message.name();
                lines.add(
                        name == null
                                ? new Line("customer", session.guest().name(), message.text(), message.at())
                                : new Line("operator", name, message.text(), message.at()));
            }
        }
        return lines;
    }

    private static int seconds(Instant from, Instant to) {
        return (int) Math.max(0, Duration.between(from, to).toSeconds());
    }
}
