package ru.garnitura.kb.ui;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    private void show() {
        var hits = search.answerProperty().get().hits();
        var narrowed = narrowedTo();
        var offered = hits.size() < WORTH_NARROWING ? Stream.<Button>of() : Stream.concat(sections(hits), tags(hits));
        getChildren().setAll(Stream.concat(narrowed, offered).toList());
        setVisible(!getChildren().isEmpty());
    }

    private Stream<Button> narrowedTo() {
        var within = search.withinProperty().get();
        var tag = search.taggedProperty().get();
        var section = within.path().isEmpty() ? Stream.<Button>of() : Stream.of(
                taken(within.name(), () -> search.withinProperty().set(Section.ROOT)));
        return Stream.concat(section, tag.isEmpty() ? Stream.of()
                : Stream.of(taken("#" + tag, () -> search.taggedProperty().set(""))));
    }

    private Stream<Button> sections(List<SearchHit> hits) {
        var depth = search.withinProperty().get().path().size();
        var counts = hits.stream().map(hit -> hit.article().section().path()).filter(path -> path.size() > depth)
                .collect(Collectors.groupingBy(path -> new Section(path.subList(0, depth + 1)), Collectors.counting()));
        return frequent(counts, hits.size()).map(entry -> offered(entry.getKey().name(), entry.getValue(),
                () -> search.withinProperty().set(entry.getKey())));
    }

    private Stream<Button> tags(List<SearchHit> hits) {
        if (!search.taggedProperty().get().isEmpty()) {
            return Stream.of();
        }
        var counts = hits.stream().flatMap(hit -> hit.why().tags().stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return frequent(counts, hits.size()).map(entry -> offered("#" + entry.getKey(), entry.getValue(),
                () -> search.taggedProperty().set(entry.getKey())));
    }

    /// What all hits have would not narrow, and what one has is no group.
    private static <T> Stream<Map.Entry<T, Long>> frequent(Map<T, Long> counts, int all) {
        return counts.entrySet().stream().filter(entry -> entry.getValue() > 1 && entry.getValue() < all)
                .sorted(Map.Entry.<T, Long>comparingByValue().reversed()
                        .thenComparing(entry -> entry.getKey().toString(), Comparator.naturalOrder()))
                .limit(MOST);
    }

    private Button offered(String name, long count, Runnable narrow) {
        var button = new Button(words.now("search.narrow", name, count));
        button.getStyleClass().addAll(Styles.SOFT, "kb-filter");
        button.setMnemonicParsing(false);
        button.setOnAction(_ -> narrow.run());
        return button;
    }

    private Button taken(String name, Runnable widen) {
        var button = new Button(name);
        button.getStyleClass().addAll(Styles.SOFT, "kb-filter", "kb-filter-on");
        button.setMnemonicParsing(false);
        button.setGraphic(Icon.X.node(12));
        button.accessibleTextProperty().bind(words.text("search.widen", name));
        button.setOnAction(_ -> widen.run());
        return button;
    }
}
