package ru.garnitura.kb.ui;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/// Has tasks done one after the other, in the order they were given; one that fails does not hold up the next. Any thread.
final class InTurn implements Executor {

    private final Executor beneath;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean busy;

    InTurn(Executor beneath) {
        this.beneath = beneath;
    }

    @Override
    public void execute(Runnable task) {
        synchronized (waiting) {
            waiting.add(task);
            if (busy) {
                return;
            }
            busy = true;
        }
        beneath.execute(this::runOne);
    }

    private void runOne() {
        try {
            next().run();
        } finally {
            if (isMore()) {
                beneath.execute(this::runOne);
            }
        }
    }

    private Runnable next() {
        synchronized (waiting) {
            return waiting.remove();
        }
    }

    private boolean isMore() {
        synchronized (waiting) {
            busy = !waiting.isEmpty();
            return busy;
        }
    }
}
