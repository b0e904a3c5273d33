package ru.garnitura.desktop.link.rest;

import java.util.function.Function;

/// What came of one request.
public sealed interface Answer<T> {

    /// A whole, well-formed answer.
    ///
    /// @param tag the answer's ETag, empty where there was none
    record Received<T>(T value, String tag) implements Answer<T> {
    }

    /// What the caller holds is still good (304).
    record NotModified<T>() implements Answer<T> {
    }

    record Failed<T>(Failure failure) implements Answer<T> {
    }

    /// Both ways it can go as one value; "not modified" counts as a broken answer here, for who did not ask for it.
    default <R> R fold(Function<? super T, ? extends R> received, Function<? super Failure, ? extends R> failed) {
        return switch (this) {
            case Received<T>(T value, _) -> received.apply(value);
            case NotModified<T>() -> failed.apply(new Failure.Malformed("304 without a condition"));
            case Failed<T>(Failure failure) -> failed.apply(failure);
        };
    }
}
