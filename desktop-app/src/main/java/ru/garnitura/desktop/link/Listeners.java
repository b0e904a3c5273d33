package ru.garnitura.desktop.link;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Several listeners as one, in the order they came. Any thread.
final class Listeners<T> implements Consumer<T> {

    private final List<Consumer<T>> all = new CopyOnWriteArrayList<>();

    void add(Consumer<T> listener) {
        all.add(listener);
    }

    @Override
    public void accept(T news) {
        all.forEach(listener -> listener.accept(news));
    }
}
