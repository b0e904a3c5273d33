package ru.garnitura.backoffice.actions;

import org.jspecify.annotations.Nullable;
import ru.garnitura.backoffice.web.Json;
import tools.jackson.databind.JsonNode;

/// The answer to one action, as the contract has it.
public record ActionResult(
        String key, long n, String status, @Nullable String code, @Nullable JsonNode current, boolean replayed) {

    static ActionResult of(Action action, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Applied applied ->
                new ActionResult(action.key(), action.n(), "applied", null, tree(applied.current()), false);
            case Outcome.Conflict conflict ->
                new ActionResult(
                        action.key(), action.n(), "conflict", conflict.code(), tree(conflict.current()), false);
            case Outcome.Rejected rejected ->
                new ActionResult(action.key(), action.n(), "rejected", rejected.code(), null, false);
        };
    }

    ActionResult asReplay() {
        return new ActionResult(key, n, status, code, current, true);
    }

    private static @Nullable JsonNode tree(@Nullable Object current) {
        return current == null ? null : Json.tree(current);
    }
}
