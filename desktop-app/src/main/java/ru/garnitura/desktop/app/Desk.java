package ru.garnitura.desktop.app;

import java.util.function.Consumer;

/// What a person sees from sign-in to sign-out: an operator's desk, or a trainee's. FX lane.
interface Desk extends AutoCloseable {

    /// Shows it and lets it begin.
    ///
    /// @param usable told where this desk can be reached, once that is settled
    void start(Consumer<ReadyLine.Places> usable);

    /// Another program asks to call this link.
    void follow(String link);

    @Override
    void close();
}
