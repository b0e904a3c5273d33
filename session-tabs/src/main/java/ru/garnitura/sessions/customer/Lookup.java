package ru.garnitura.sessions.customer;

import java.time.Duration;

/// What came of asking for something: all of it is expected to happen.
public sealed interface Lookup<T> {

    /// From the back office, now.
    record Fresh<T>(T value) implements Lookup<T> {}

    /// From this machine; the back office was asked this long ago.
    record LocalCopy<T>(T value, Duration age) implements Lookup<T> {}

    /// The back office knows nobody like that.
    record NotFound<T>() implements Lookup<T> {}

    /// The back office could not be asked, and there is no copy here.
    record Unreachable<T>() implements Lookup<T> {}
}
