package ru.garnitura.kb.ui;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.garnitura.kb.article.KbException;

/// Where the views' work is done.
///
/// @param fx runs on the FX lane
/// @param io runs each task on a virtual thread that nobody interrupts
public record UiLanes(Executor fx, Executor io) {

    private static final Logger LOG = LoggerFactory.getLogger(UiLanes.class);

    /// Asks the store or the index and brings the answer to the FX lane.
    ///
    /// @param failed told on the FX lane when there is none, also after a bug: who asked goes on asking; the cause is in
    ///               the log
    public <T> void ask(Supplier<T> question, Consumer<T> answered, Runnable failed) {
        io.execute(() -> {
            try {
                var answer = question.get();
                fx.execute(() -> answered.accept(answer));
            } catch (KbException e) {
                LOG.warn("The base gave no answer", e);
                fx.execute(failed);
            } catch (RuntimeException e) {
                fx.execute(failed);
                throw e;
            }
        });
    }

    /// Has something done, and says so in the log when it cannot be.
    public void run(Runnable work) {
        io.execute(() -> {
            try {
                work.run();
            } catch (KbException e) {
                LOG.warn("The base kept nothing", e);
            }
        });
    }
}
