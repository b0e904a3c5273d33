package ru.garnitura.desktop.ui.palette;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Asks every source at each change of the words and joins the answers in the order of the sources; an answer to
/// earlier words is discarded. FX lane.
public final class PaletteViewModel {

    private static final int MOST_EACH = 8;

    private final List<PaletteSource> sources;
    private final Executor fx;
    private final ObservableList<PaletteItem> items = FXCollections.observableArrayList();
    private final ObservableList<PaletteItem> readable = FXCollections.unmodifiableObservableList(items);
    private int asked;

    public PaletteViewModel(List<PaletteSource> sources, Executor fx) {
        this.sources = List.copyOf(sources);
        this.fx = fx;
    }

    public ObservableList<PaletteItem> items() {
        return readable;
    }

    public void search(String words) {
        int now = ++asked;
        List<List<PaletteItem>> answers = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            answers.add(List.of());
        }
        for (int i = 0; i < sources.size(); i++) {
            int place = i;
            sources.get(i).find(words.strip()).thenAcceptAsync(found -> {
                if (now == asked) {
                    answers.set(place, found.stream().limit(MOST_EACH).toList());
                    items.setAll(answers.stream().flatMap(List::stream).toList());
                }
            }, fx);
        }
    }
}
