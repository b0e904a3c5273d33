package ru.garnitura.backoffice.actions;

import java.io.IOException;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import ru.garnitura.backoffice.signin.Guard;
import ru.garnitura.backoffice.signin.Operator;
import ru.garnitura.backoffice.store.Store;
import ru.garnitura.backoffice.store.Tx;
import ru.garnitura.backoffice.web.Answer;
import ru.garnitura.backoffice.web.Exchange;
import ru.garnitura.backoffice.web.Problem;
import ru.garnitura.backoffice.web.ProblemCode;
import ru.garnitura.backoffice.web.Routes;

/// `POST /v1/actions:batch`: exactly one effect per key, whatever is sent again.
public final class ActionRoutes {
    private final Store store;
    private final InstantSource clock;
    private final Map<String, Effect> effects;
    private final Set<String> running = ConcurrentHashMap.newKeySet();

    /// @param effects by type of action
    public ActionRoutes(Store store, InstantSource clock, Map<String, Effect> effects) {
        this.store = store;
        this.clock = clock;
        this.effects = Map.copyOf(effects);
    }

    public void addTo(Routes routes, Guard guard) {
        routes.post("/v1/actions:batch", guard.operators(this::batch));
    }

    private Answer batch(Exchange exchange, Operator operator) throws IOException {
        ActionBatch batch = exchange.json(ActionBatch.class);
        List<Hashed> actions = batch.actions().stream()
                .map(action -> Hashed.of(operator.id(), action))
                .toList();
        Set<String> mine = new HashSet<>();
        try {
            actions.forEach(action -> begin(action.action().key(), mine));
            return Answer.json(apply(batch.device(), actions, operator));
        } finally {
            running.removeAll(mine);
        }
    }

    private void begin(String key, Set<String> mine) {
        if (!mine.contains(key) && !running.add(key)) {
            throw new Problem(ProblemCode.IN_PROGRESS).with("key", key).with("retryAfter", 1);
        }
        mine.add(key);
    }

    private ActionBatch.Results apply(String device, List<Hashed> actions, Operator operator) {
        store.read(tx -> {
            actions.forEach(action -> refuseOtherPayload(tx, action));
            return actions;
        });
        if (!actions.isEmpty()) {
            long firstN = actions.stream().mapToLong(action -> action.action().n()).min().orElseThrow();
            store.write(tx -> {
                ActionLog.meet(tx, device, firstN);
                return device;
            });
        }
        List<ActionResult> results = actions.stream()
                .map(action -> store.write(tx -> once(tx, device, operator, action)))
                .toList();
        return new ActionBatch.Results(results, store.write(tx -> ActionLog.advance(tx, device)));
    }

    private static void refuseOtherPayload(Tx tx, Hashed action) {
        ActionLog.find(tx, action.action().key())
                .filter(kept -> !kept.hash().equals(action.hash()))
                .ifPresent(kept -> {
                    throw new Problem(ProblemCode.KEY_REUSED).with("key", action.action().key());
                });
    }

    private ActionResult once(Tx tx, String device, Operator operator, Hashed hashed) {
        refuseOtherPayload(tx, hashed);
        return ActionLog.find(tx, hashed.action().key())
                .map(kept -> kept.answer().asReplay())
                .orElseGet(() -> first(tx, device, operator, hashed));
    }

    private ActionResult first(Tx tx, String device, Operator operator, Hashed hashed) {
        Action action = hashed.action();
        Long after = action.after();
        if (after != null && !ActionLog.predecessorAnswered(tx, device, after)) {
            return ActionResult.of(action, Outcome.conflict("predecessor_missing", null));
        }
        ActionResult result = ActionResult.of(action, outcome(tx, operator, action));
        ActionLog.keep(tx, device, operator.id(), hashed, result, clock.instant());
        return result;
    }

    private Outcome outcome(Tx tx, Operator operator, Action action) {
        Effect effect = effects.get(action.type());
        if (effect == null) {
            return Outcome.rejected("unknown_type");
        }
        try {
            return effect.apply(tx, operator, action);
        } catch (Problem e) {
            if (e.code() != ProblemCode.MALFORMED_JSON) {
                throw e;
            }
            return Outcome.rejected("invalid_payload");
        }
    }
}
