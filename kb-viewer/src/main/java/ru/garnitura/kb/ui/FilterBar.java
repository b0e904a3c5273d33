package ru.garnitura.kb.ui;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import ru.garnitura.assets.Icon;
import ru.garnitura.assets.Styles;
import ru.garnitura.assets.Words;
import ru.garnitura.kb.article.Section;
import ru.garnitura.kb.index.SearchHit;

/// Narrows a search: the sections and tags most of its hits have, each a button with its count, and what is narrowed to
/// now, each a button that takes it away. FX lane.
final class FilterBar extends FlowPane {

    private static final int MOST = 3;
    private static final int WORTH_NARROWING = 4;

    private final SearchViewModel search;
    private final Words words;
    private final List<Button> taken = new ArrayList<>();
    private final List<Button> offered = new ArrayList<>();

    FilterBar(SearchViewModel search, Words words) {
        this.search = search;
        this.words = words;
        getStyleClass().add("kb-filters");
        managedProperty().bind(visibleProperty());
        search.answerProperty().subscribe(this::show);
        search.withinProperty().subscribe(this::show);
        search.taggedProperty().subscribe(this::show);
        words.language().subscribe(this::show);
    }

    /// A button to be.
    private record Choice(String name, Runnable act) {
    }

    private void show() {
        var hits = search.answerProperty().get().hits();
        var narrowed = narrowedTo().toList();
        var choices = hits.size() < WORTH_NARROWING ? List.<Choice>of() : Stream.concat(sections(hits), tags(hits)).toList();
        put(narrowed, taken, this::taken);
        put(choices, offered, FilterBar::offered);
        setVisible(!narrowed.isEmpty() || !choices.isEmpty());
    }

    /// Buttons stay and change their words: styling new ones for every key typed would take long.
    private void put(List<Choice> choices, List<Button> buttons, Supplier<Button> make) {
        while (buttons.size() < choices.size()) {
            buttons.add(make.get());
            getChildren().setAll(Stream.concat(taken.stream(), offered.stream()).toList());
        }
        for (var i = 0; i < buttons.size(); i++) {
            var button = buttons.get(i);
            var used = i < choices.size();
            button.setVisible(used);
            button.setManaged(used);
            if (used) {
                var choice = choices.get(i);
                button.setText(choice.name());
                button.setOnAction(_ -> choice.act().run());
            }
        }
    }

    private Stream<Choice> narrowedTo() {
        var within = search.withinProperty().get();
        var tag = search.taggedProperty().get();
        var section = within.path().isEmpty() ? Stream.<Choice>of() : Stream.of(
                new Choice(within.name(), () -> search.withinProperty().set(Section.ROOT)));
        return Stream.concat(section, tag.isEmpty() ? Stream.of()
                : Stream.of(new Choice("#" + tag, () -> search.taggedProperty().set(""))));
    }

    private Stream<Choice> sections(List<SearchHit> hits) {
        var depth = search.withinProperty().get().path().size();
        var counts = hits.stream().map(hit -> hit.article().section().path()).filter(path -> path.size() > depth)
                .collect(Collectors.groupingBy(path -> new Section(path.subList(0, depth + 1)), Collectors.counting()));
        return frequent(counts, hits.size()).map(entry -> choice(entry.getKey().name(), entry.getValue(),
                () -> search.withinProperty().set(entry.getKey())));
    }

    private Stream<Choice> tags(List<SearchHit> hits) {
        if (!search.taggedProperty().get().isEmpty()) {
            return Stream.of();
        }
        var counts = hits.stream().flatMap(hit -> hit.why().tags().stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return frequent(counts, hits.size()).map(entry -> choice("#" + entry.getKey(), entry.getValue(),
                () -> search.taggedProperty().set(entry.getKey())));
    }

    /// What all hits have would not narrow, and what one has is no group.
    private static <T> Stream<Map.Entry<T, Long>> frequent(Map<T, Long> counts, int all) {
        return counts.entrySet().stream().filter(entry -> entry.getValue() > 1 && entry.getValue() < all)
                .sorted(Map.Entry.<T, Long>comparingByValue().reversed()
                        .thenComparing(entry -> entry.getKey().toString(), Comparator.naturalOrder()))
                .limit(MOST);
    }

    private Choice choice(String name, long count, Runnable narrow) {
        return new Choice(words.now("search.narrow", name, count), narrow);
    }

    private static Button offered() {
        var button = new Button();
        button.getStyleClass().addAll(Styles.SOFT, "kb-filter");
        button.setMnemonicParsing(false);
        return button;
    }

    private Button taken() {
        var button = offered();
        button.getStyleClass().add("kb-filter-on");
        button.setGraphic(Icon.X.node(12));
        button.accessibleTextProperty().bind(Bindings.createStringBinding(
                () -> words.now("search.widen", button.getText()), button.textProperty(), words.language()));
        return button;
    }
}
