package ru.garnitura.backoffice.actions;

import java.util.List;
import java.util.Objects;

/// Actions of one device, oldest first.
public record ActionBatch(String device, List<Action> actions) {
    private static final int MAX_ACTIONS = 100;
    private static final int MAX_DEVICE = 80;

    public ActionBatch {
        if (Objects.requireNonNull(device, "device").isEmpty() || device.length() > MAX_DEVICE) {
            throw new IllegalArgumentException("device out of bounds");
        }
        actions = List.copyOf(Objects.requireNonNull(actions, "actions"));
        if (actions.size() > MAX_ACTIONS) {
            throw new IllegalArgumentException("more than " + MAX_ACTIONS + " actions");
        }
    }

    /// What the server answers.
    public record Results(List<ActionResult> results, long ackedTo) {}
}
