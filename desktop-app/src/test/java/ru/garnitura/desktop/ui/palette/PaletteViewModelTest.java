package ru.garnitura.desktop.ui.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import ru.garnitura.assets.Icon;

class PaletteViewModelTest {

    private final Map<String, CompletableFuture<List<PaletteItem>>> slow = new HashMap<>();
    private final PaletteViewModel model = new PaletteViewModel(
            List.of(words -> slow.computeIfAbsent(words, _ -> new CompletableFuture<>()),
                    words -> CompletableFuture.completedFuture(List.of(item("command " + words)))),
            Runnable::run);

    @Test
    void answersStandInTheOrderOfTheSourcesWhicheverComesFirst() {
        model.search("so");
        assertThat(titles()).containsExactly("command so");

        answer("so", "Соколова");
        assertThat(titles()).containsExactly("Соколова", "command so");
    }

    @Test
    void anAnswerToEarlierWordsIsDiscarded() {
        model.search("so");
        model.search("sok");
        answer("so", "Сорокина");

        assertThat(titles()).containsExactly("command sok");
    }

    private void answer(String words, String title) {
        slow.computeIfAbsent(words, _ -> new CompletableFuture<>()).complete(List.of(item(title)));
    }

    private List<String> titles() {
        return model.items().stream().map(PaletteItem::title).toList();
    }

    private static PaletteItem item(String title) {
        return new PaletteItem(Icon.USER, title, "", "", () -> { });
    }
}
