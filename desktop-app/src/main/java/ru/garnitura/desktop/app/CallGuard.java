package ru.garnitura.desktop.app;

import java.util.function.BooleanSupplier;
import javafx.stage.Stage;
import ru.garnitura.assets.Words;
import ru.garnitura.desktop.ui.notice.Notice;
import ru.garnitura.desktop.ui.notice.Notices;

/// Leaving the desk in the middle of a call would cut the customer off, so it is asked for twice. FX lane.
final class CallGuard {

    private static final String LEAVING = "leaving";

    private final BooleanSupplier inCall;
    private final Notices notices;
    private final Words words;

    CallGuard(BooleanSupplier inCall, Notices notices, Words words) {
        this.inCall = inCall;
        this.notices = notices;
        this.words = words;
    }

    /// Leaves at once where nobody is on the line, else when the operator confirms it.
    void leave(Runnable away) {
        if (!inCall.getAsBoolean()) {
            away.run();
            return;
        }
        notices.show(Notice.warning(LEAVING, words.text("notice.leaving"),
                new Notice.Deed(words.text("notice.leaving.anyway"), () -> {
                    notices.clear(LEAVING);
                    away.run();
                })));
    }

    /// Guards the window's own close button until the returned task is run.
    Runnable watch(Stage stage) {
        stage.setOnCloseRequest(request -> {
            if (inCall.getAsBoolean()) {
                request.consume();
                leave(stage::hide);
            }
        });
        return () -> stage.setOnCloseRequest(null);
    }
}
