package ru.garnitura.kb.ui;

import java.time.Clock;
import java.util.function.IntConsumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import ru.garnitura.assets.Formats;
import ru.garnitura.assets.Icon;
import ru.garnitura.assets.Styles;
import ru.garnitura.assets.Tone;
import ru.garnitura.assets.Words;
import ru.garnitura.assets.controls.Chip;
import ru.garnitura.assets.controls.IconButton;
import ru.garnitura.kb.article.Provenance;

/// Where an article stands, its title, how far it can be relied on, and the ways back and forward.
final class ArticleHeading extends VBox {

    private final Words words;
    private final Formats formats;
    private final Clock clock;
    private final Label place = new Label();
    private final Label title = new Label();
    private final FlowPane chips = new FlowPane();
    private final Label source = new Label();
    private final HBox way = new HBox();
    private final IconButton favourite;

    ArticleHeading(ReaderViewModel reader, Words words, Formats formats, Verbs verbs) {
        this.words = words;
        this.formats = formats;
        this.clock = reader.clock();
        getStyleClass().add("kb-article-heading");
        place.getStyleClass().add(Styles.SMALL);
        place.setMinWidth(0);
        place.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(place, Priority.ALWAYS);
        title.getStyleClass().add(Styles.TITLE);
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        chips.getStyleClass().add("kb-chips");
        source.getStyleClass().add(Styles.SMALL);
        source.setWrapText(true);
        favourite = new IconButton(Icon.STAR, Bindings.createStringBinding(() -> words.now(isFavourite(reader)
                ? "article.unfavourite" : "article.favourite"), reader.articleProperty(), words.language()));
        favourite.setId("kb-favourite");
        favourite.setOnAction(_ -> reader.toggleFavourite());
        way.getChildren().addAll(place, back(reader), forward(reader), favourite, away(reader));
        way.getStyleClass().add("kb-way");
        var facts = new HBox(chips, new OutlineButton(reader, words, verbs.goTo()), find(verbs), size(reader));
        HBox.setHgrow(chips, Priority.ALWAYS);
        facts.getStyleClass().add("kb-way");
        getChildren().addAll(way, title, facts, source);
        reader.articleProperty().subscribe(this::show);
        words.language().subscribe(() -> show(reader.articleProperty().get()));
    }

    /// What the heading's buttons lead to.
    ///
    /// @param find opens the search in the article
    /// @param goTo brings a block to the eye
    record Verbs(Runnable find, IntConsumer goTo) {
    }

    private static boolean isFavourite(ReaderViewModel reader) {
        var open = reader.articleProperty().get();
        return open != null && open.mine().favourite();
    }

    /// Before the star.
    void addTool(Node tool) {
        way.getChildren().add(way.getChildren().indexOf(favourite), tool);
    }

    private IconButton find(Verbs verbs) {
        var find = new IconButton(Icon.SEARCH, words.text("find.prompt"));
        find.setId("kb-find-open");
        find.setOnAction(_ -> verbs.find().run());
        return find;
    }

    /// Larger each time, and after the largest the smallest again.
    private IconButton size(ReaderViewModel reader) {
        var size = new IconButton(Icon.TYPE, words.text("article.size"));
        size.setId("kb-size");
        size.setOnAction(_ -> reader.cycleText());
        return size;
    }

    private IconButton back(ReaderViewModel reader) {
        var back = new IconButton(Icon.ARROW_LEFT, words.text("article.back"));
        back.setOnAction(_ -> reader.back());
        back.disableProperty().bind(reader.canGoBackProperty().not());
        return back;
    }

    private IconButton forward(ReaderViewModel reader) {
        var forward = new IconButton(Icon.ARROW_RIGHT, words.text("article.forward"));
        forward.setOnAction(_ -> reader.forward());
        forward.disableProperty().bind(reader.canGoForwardProperty().not());
        return forward;
    }

    private IconButton away(ReaderViewModel reader) {
        var away = new IconButton(Icon.X, words.text("article.close"));
        away.setOnAction(_ -> reader.close());
        return away;
    }

    private void show(@Nullable OpenArticle open) {
        if (open == null) {
            return;
        }
        var provenance = open.article().provenance();
        place.setText(String.join(" \u203a ", open.article().section().path()));
        title.setText(open.article().title());
        favourite.getStyleClass().remove("kb-marked-star");
        if (open.mine().favourite()) {
            favourite.getStyleClass().add("kb-marked-star");
        }
        chips.getChildren().clear();
        addFreshness(provenance);
        if (open.mine().changed()) {
            addChip(Tone.ACCENT, Icon.EDIT, words.now("article.changed"));
        }
        if (open.article().labels().mustRead()) {
            addChip(open.isToConfirm() ? Tone.WARN : Tone.OK, open.isToConfirm() ? Icon.BOOKMARK : Icon.CHECK,
                    words.now(open.isToConfirm() ? "article.must" : "news.confirmed"));
        }
        source.setText(source(provenance));
        source.setVisible(!source.getText().isEmpty());
        source.setManaged(source.isVisible());
    }

    private void addFreshness(Provenance provenance) {
        var today = formats.dayOf(clock.instant());
        if (provenance.isExpiredOn(today) && provenance.expires() != null) {
            addChip(Tone.DANGER, Icon.ALERT_TRIANGLE,
                    words.now("article.expired", formats.date(provenance.expires())));
        } else if (provenance.verified() != null) {
            addChip(Tone.OK, Icon.CHECK, words.now("article.verified", formats.date(provenance.verified())));
        } else {
            addChip(Tone.NEUTRAL, Icon.HELP_CIRCLE, words.now("article.unverified"));
        }
    }

    private void addChip(Tone tone, Icon icon, String text) {
        var chip = new Chip(tone).with(icon);
        chip.setText(text);
        chips.getChildren().add(chip);
    }

    private String source(Provenance provenance) {
        if (provenance.unit().isEmpty() || provenance.author().isEmpty()) {
            return provenance.unit() + provenance.author();
        }
        return provenance.unit() + " \u00b7 " + provenance.author();
    }
}
