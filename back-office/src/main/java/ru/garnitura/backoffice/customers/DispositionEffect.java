package ru.garnitura.backoffice.customers;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.garnitura.backoffice.actions.Action;
import ru.garnitura.backoffice.actions.Effect;
import ru.garnitura.backoffice.actions.Outcome;
import ru.garnitura.backoffice.desk.DeskSetup;
import ru.garnitura.backoffice.signin.Operator;
import ru.garnitura.backoffice.store.Tx;
import ru.garnitura.backoffice.web.Json;

/// `call.disposition`: a finished call becomes an interaction in the history. The desktop makes the id.
public final class DispositionEffect implements Effect {
    private static final int MAX_ID = 60;
    private final DeskSetup setup;
    private final Interactions interactions;

    public DispositionEffect(DeskSetup setup, Interactions interactions) {
        this.setup = setup;
        this.interactions = interactions;
    }

    /// @param answeredAt null where nobody answered
    record Payload(
            @Nullable String customer,
            @Nullable String phone,
            String direction,
            @Nullable String queue,
            Instant startedAt,
            @Nullable Instant answeredAt,
            Instant endedAt,
            int waitSeconds,
            int holdSeconds,
            int transfers,
            @Nullable String endedBy,
            @Nullable String topic,
            String result,
            @Nullable String note) {
        private static final int MAX_NOTE = 4000;

        Payload {
            if (!"in".equals(direction) && !"out".equals(direction)) {
                throw new IllegalArgumentException("direction");
            }
            Objects.requireNonNull(startedAt, "startedAt");
            Objects.requireNonNull(result, "result");
            if (Objects.requireNonNull(endedAt, "endedAt").isBefore(startedAt)
                    || (note != null && note.length() > MAX_NOTE)) {
                throw new IllegalArgumentException("endedAt or note");
            }
        }

        int talkSeconds() {
            return answeredAt == null
                    ? 0
                    : (int) Math.max(0, Duration.between(answeredAt, endedAt).toSeconds());
        }
    }

    @Override
    public Outcome apply(Tx tx, Operator operator, Action action) {
        Payload payload = Json.read(action.payload(), Payload.class);
        if (action.entity().length() > MAX_ID || (!setup.knowsResult(payload.result()) && !isMissed(payload))) {
            return Outcome.rejected("invalid_payload");
        }
        String topic = payload.topic();
        if (topic == null ? !isMissed(payload) : setup.leaf(topic).isEmpty()) {
            return Outcome.rejected("unknown_topic");
        }
        String customer = customer(tx, payload);
        if (payload.customer() != null && customer == null) {
            return Outcome.rejected("unknown_customer");
        }
        Optional<Interaction> there = interactions.byId(tx, action.entity());
        if (there.isPresent()) {
            return Outcome.conflict("already_written", there.get());
        }
        interactions.add(tx, entry(operator, action, payload, customer));
        return Outcome.applied(interactions.byId(tx, action.entity()).orElseThrow());
    }

    private static boolean isMissed(Payload payload) {
        return payload.result().equals("missed") && payload.answeredAt() == null;
    }

    private static @Nullable String customer(Tx tx, Payload payload) {
        String named = payload.customer();
        if (named != null) {
            return Customers.exists(tx, named) ? named : null;
        }
        return Optional.ofNullable(payload.phone())
                .flatMap(PhoneNumber::normalise)
                .flatMap(number -> Customers.onlyOwner(tx, number))
                .orElse(null);
    }

    private static Interactions.Entry entry(
            Operator operator, Action action, Payload payload, @Nullable String customer) {
        return new Interactions.Entry(
                action.entity(),
                customer,
                "call",
                payload.direction(),
                payload.startedAt(),
                payload.endedAt(),
                payload.waitSeconds(),
                payload.talkSeconds(),
                payload.holdSeconds(),
                payload.transfers(),
                operator.id(),
                payload.queue(),
                payload.topic(),
                payload.result(),
                payload.note() == null ? "" : payload.note(),
                null,
                null);
    }
}
