package ru.garnitura.kb.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ru.garnitura.kb.article.KbException;

class UiLanesTest {

    private final List<String> heard = new ArrayList<>();
    private final UiLanes lanes = new UiLanes(Runnable::run, Runnable::run);

    @Test
    void whoAskedHearsOfAFailureAlsoWhereItIsABug() {
        lanes.<String>ask(() -> "words", said -> heard.add(said), () -> heard.add("none"));
        lanes.<String>ask(() -> {
            throw new KbException("Reading", new IllegalStateException("closed"));
        }, said -> heard.add(said), () -> heard.add("failed"));
        assertThatThrownBy(() -> lanes.<String>ask(() -> {
            throw new IllegalStateException("a bug");
        }, said -> heard.add(said), () -> heard.add("failed by a bug"))).hasMessage("a bug");

        assertThat(heard).containsExactly("words", "failed", "failed by a bug");
    }

    @Test
    void whatIsDoneInTurnKeepsItsOrderWhateverFails() {
        List<Runnable> beneath = new ArrayList<>();
        var inTurn = new InTurn(beneath::add);
        inTurn.execute(() -> heard.add("first"));
        inTurn.execute(() -> {
            throw new IllegalStateException("a bug");
        });
        inTurn.execute(() -> heard.add("third"));
        assertThat(beneath).hasSize(1);

        beneath.removeFirst().run();
        var second = beneath.removeFirst();
        assertThatThrownBy(second::run).hasMessage("a bug");
        beneath.removeFirst().run();
        assertThat(beneath).isEmpty();
        assertThat(heard).containsExactly("first", "third");
    }
}
