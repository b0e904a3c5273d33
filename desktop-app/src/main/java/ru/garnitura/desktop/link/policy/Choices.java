package ru.garnitura.desktop.link.policy;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the operator may choose from.
public record Choices(List<Queue> queues, List<NotReadyReason> notReady, List<Topic> topics, List<Result> results,
        List<Colleague> colleagues) {

    public Choices {
        queues = List.copyOf(queues);
        notReady = List.copyOf(notReady);
        topics = List.copyOf(topics);
        results = List.copyOf(results);
        colleagues = List.copyOf(colleagues);
    }

    /// @param channels wire names of the channels that come through it
    public record Queue(String id, Bilingual title, List<String> channels) {
    }

    /// @param limit    how long it may last; null = as long as needed
    /// @param byServer set by the back office alone, never offered for choice
    public record NotReadyReason(String code, Bilingual title, @Nullable Duration limit, boolean byServer) {
    }

    /// Somebody to call, to consult or to transfer to.
    public record Colleague(String name, String number) {
    }

    /// How a contact ended.
    public record Result(String code, Bilingual title) {
    }
}
