package ru.garnitura.kb.ui;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;

/// Does tasks at once, or holds them back and does the last one first: what nobody put in order happens in any.
final class HeldBack implements Executor {

    private final Executor beneath;
    private final Deque<Runnable> held = new ArrayDeque<>();
    private boolean holding;

    HeldBack(Executor beneath) {
        this.beneath = beneath;
    }

    @Override
    public synchronized void execute(Runnable task) {
        if (holding) {
            held.push(task);
        } else {
            beneath.execute(task);
        }
    }

    synchronized void hold() {
        holding = true;
    }

    synchronized int size() {
        return held.size();
    }

    /// Each done before the next one begins.
    void release() {
        Runnable all;
        synchronized (this) {
            holding = false;
            var tasks = List.copyOf(held);
            held.clear();
            all = () -> tasks.forEach(Runnable::run);
        }
        beneath.execute(all);
    }
}
