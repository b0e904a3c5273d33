package ru.garnitura.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import ru.garnitura.assets.Words;
import ru.garnitura.desktop.ui.Appearance;
import ru.garnitura.desktop.ui.notice.Notices;

class CallGuardTest {

    private final Notices notices = new Notices();
    private final Words words = Words.of(new SimpleObjectProperty<>(Words.RUSSIAN), "desktop", Appearance.class);
    private final List<String> done = new ArrayList<>();
    private boolean inCall;

    private final CallGuard guard = new CallGuard(() -> inCall, notices, words);

    @Test
    void withoutACallOneLeavesAtOnce() {
        guard.leave(() -> done.add("left"));

        assertThat(done).containsExactly("left");
        assertThat(notices.shown()).isEmpty();
    }

    @Test
    void inACallItIsAskedForTwice() {
        inCall = true;
        guard.leave(() -> done.add("left"));
        assertThat(done).isEmpty();

        notices.shown().getFirst().deeds().getFirst().action().run();

        assertThat(done).containsExactly("left");
        assertThat(notices.shown()).isEmpty();
    }
}
