package ru.garnitura.sessions.ui;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import javafx.animation.AnimationTimer;

/// Runs tasks on the FX lane at its next pulse, all that have gathered at once. Costs nothing while there are none:
/// the timer runs only until the queue is empty.
public final class PulseExecutor implements Executor {

    private final Executor fx;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            runGathered();
        }
    };

    public PulseExecutor(Executor fx) {
        this.fx = fx;
    }

    /// From any thread.
    @Override
    public void execute(Runnable task) {
        fx.execute(() -> {
            if (waiting.isEmpty()) {
                timer.start();
            }
            waiting.add(task);
        });
    }

    private void runGathered() {
        for (int gathered = waiting.size(); gathered > 0; gathered--) {
            Runnable task = waiting.poll();
            if (waiting.isEmpty()) {
                timer.stop();
            }
            if (task != null) {
                task.run();
            }
        }
    }
}
