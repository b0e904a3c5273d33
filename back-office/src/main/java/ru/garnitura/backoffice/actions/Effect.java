package ru.garnitura.backoffice.actions;

import ru.garnitura.backoffice.signin.Operator;
import ru.garnitura.backoffice.store.Tx;

/// What one type of action does, in the transaction that also keeps its answer.
@FunctionalInterface
public interface Effect {

    /// @throws ru.garnitura.backoffice.web.Problem `malformed_json` where the payload does not fit: the action is
    ///     rejected as `invalid_payload`
    Outcome apply(Tx tx, Operator operator, Action action);
}
