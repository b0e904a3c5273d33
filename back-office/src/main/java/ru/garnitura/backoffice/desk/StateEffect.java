package ru.garnitura.backoffice.desk;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ru.garnitura.backoffice.actions.Action;
import ru.garnitura.backoffice.actions.Effect;
import ru.garnitura.backoffice.actions.Outcome;
import ru.garnitura.backoffice.signin.Operator;
import ru.garnitura.backoffice.store.Tx;
import ru.garnitura.backoffice.web.Json;

/// `state.set`: the operator's own word about taking contacts.
public final class StateEffect implements Effect {
    private final InstantSource clock;
    private final Consumer<Tx> changed;

    /// @param changed called in the transaction, after the state was stored
    public StateEffect(InstantSource clock, Consumer<Tx> changed) {
        this.clock = clock;
        this.changed = changed;
    }

    record Payload(
            String state,
            @Nullable String reason,
            @Nullable Boolean voice,
            @Nullable Boolean chat,
            @Nullable Instant since) {
        Payload {
            if (!OperatorState.READY.equals(state) && !OperatorState.NOT_READY.equals(state)) {
                throw new IllegalArgumentException("state");
            }
        }
    }

    @Override
    public Outcome apply(Tx tx, Operator operator, Action action) {
        Payload payload = Json.read(action.payload(), Payload.class);
        if (!action.entity().equals(operator.id())) {
            return Outcome.rejected("forbidden");
        }
        var state = new OperatorState(
                payload.state(),
                payload.reason(),
                payload.voice() == null || payload.voice(),
                payload.chat() == null || payload.chat(),
                payload.since() == null ? clock.instant() : payload.since());
        state.store(tx, operator.id());
        changed.accept(tx);
        return Outcome.applied(state);
    }
}
