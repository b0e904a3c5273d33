package ru.garnitura.backoffice.customers;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A finished conversation in the history. Durations in seconds.
///
/// @param result one of the desk's results, or `missed`
/// @param transcript whether there is one to open
public record Interaction(
        String id,
        @Nullable String customer,
        String channel,
        String direction,
        Instant at,
        Instant endedAt,
        int waitSeconds,
        int talkSeconds,
        int holdSeconds,
        int transfers,
        @Nullable Person operator,
        @Nullable String queue,
        @Nullable Subject topic,
        String result,
        String summary,
        boolean transcript,
        @Nullable String session) {

    public Interaction {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(endedAt, "endedAt");
    }

    /// Who served.
    public record Person(String id, String name) {}

    /// What it was about; the title is in the language of the topic tree's first language, Russian.
    public record Subject(String id, String title) {}
}
