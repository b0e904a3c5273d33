package ru.garnitura.backoffice.actions;

import org.jspecify.annotations.Nullable;

/// How an action ended. Expected by the desktop, so a value and not an exception.
public sealed interface Outcome {

    /// It was done; `current` is what stands now.
    record Applied(@Nullable Object current) implements Outcome {}

    /// The world has moved on; `current` shows it. Nothing was done.
    record Conflict(String code, @Nullable Object current) implements Outcome {}

    /// It will never be done.
    record Rejected(String code) implements Outcome {}

    static Outcome applied() {
        return new Applied(null);
    }

    static Outcome applied(Object current) {
        return new Applied(current);
    }

    static Outcome conflict(String code, @Nullable Object current) {
        return new Conflict(code, current);
    }

    static Outcome rejected(String code) {
        return new Rejected(code);
    }
}
