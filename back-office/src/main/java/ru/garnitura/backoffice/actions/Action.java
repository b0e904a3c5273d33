package ru.garnitura.backoffice.actions;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One durable thing an operator did, as the desktop pushed it.
///
/// @param key unique for ever, made by the desktop
/// @param n counts the actions of one device from 1
/// @param after the `n` of the action before it on the same entity
/// @param at when it was done, by the desk's time
public record Action(
        String key,
        long n,
        @Nullable Long after,
        String type,
        String entity,
        @Nullable String baseRev,
        JsonNode payload,
        @Nullable Instant at) {

    private static final int MAX_KEY = 60;

    public Action {
        if (Objects.requireNonNull(key, "key").isEmpty() || key.length() > MAX_KEY || n < 1) {
            throw new IllegalArgumentException("key or n out of bounds");
        }
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(entity, "entity");
        Objects.requireNonNull(payload, "payload");
    }
}
