package ru.garnitura.desktop.ui.topbar;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import ru.garnitura.assets.Formats;
import ru.garnitura.assets.Icon;
import ru.garnitura.assets.Styles;
import ru.garnitura.assets.Words;
import ru.garnitura.desktop.desk.OperatorState;
import ru.garnitura.desktop.desk.Readiness;
import ru.garnitura.desktop.desk.Standing;
import ru.garnitura.desktop.link.policy.Choices;
import ru.garnitura.desktop.ui.Appearance;

/// «Готов · 00:12:44», with a menu of Ready and the reasons of NotReady. FX lane.
final class StateButton extends MenuButton {

    private static final List<String> TONES = List.of(Styles.OK, Styles.WARN, Styles.ACCENT, Styles.DANGER);

    private final TopBarModel model;
    private final Words words;
    private final Formats formats;
    private final InstantSource clock;

    StateButton(TopBarModel model, Appearance appearance, InstantSource clock) {
        this.model = model;
        this.words = appearance.words();
        this.formats = appearance.formats();
        this.clock = clock;
        getStyleClass().add("state-button");
        setId("state-button");
        setMinWidth(USE_PREF_SIZE);
        model.readiness().standing().subscribe(now -> show(now));
        words.language().subscribe(language -> {
            rebuildMenu();
            tick();
        });
    }

    /// Shows the time in the state; called once a second.
    void tick() {
        Standing now = model.readiness().standing().get();
        Duration lasted = Duration.between(now.since(), clock.instant());
        setText(name(now) + " \u00b7 " + formats.longDuration(lasted));
        boolean over = model.reasons().stream().anyMatch(reason -> reason.code().equals(now.reason())
                && reason.limit() != null && lasted.compareTo(reason.limit()) > 0);
        dress(now.state() == OperatorState.NOT_READY && over ? Styles.DANGER : toneOf(now.state()));
    }

    private void show(Standing now) {
        setGraphic(iconOf(now.state()).node());
        tick();
    }

    private void dress(String tone) {
        if (!getStyleClass().contains(tone)) {
            getStyleClass().removeAll(TONES);
            getStyleClass().add(tone);
        }
    }

    private void rebuildMenu() {
        Readiness readiness = model.readiness();
        List<MenuItem> items = new ArrayList<>();
        items.add(item(words.now("state.ready"), Icon.CHECK_CIRCLE, readiness::goReady));
        items.add(new SeparatorMenuItem());
        model.reasons().stream().filter(reason -> !reason.byServer()).forEach(reason -> items.add(
                item(reason.title().in(words.language().getValue()), Icon.PAUSE_CIRCLE, () -> readiness.goNotReady(reason.code()))));
        if (items.size() == 2) {
            items.add(item(words.now("state.not-ready"), Icon.PAUSE_CIRCLE, () -> readiness.goNotReady("")));
        }
        getItems().setAll(items);
    }

    private static MenuItem item(String text, Icon icon, Runnable action) {
        MenuItem item = new MenuItem(text, icon.node());
        item.setOnAction(event -> action.run());
        return item;
    }

    private String name(Standing now) {
        return switch (now.state()) {
            case READY -> words.now("state.ready");
            case NOT_READY -> reason(now.reason());
            case WRAP_UP -> words.now("state.wrap-up");
            case WRAP_UP_THEN_NOT_READY -> words.now("state.wrap-up-then", reason(now.reason()));
        };
    }

    private String reason(String code) {
        return model.reasons().stream().filter(reason -> reason.code().equals(code))
                .map(reason -> reason.title().in(words.language().getValue())).findFirst()
                .orElseGet(() -> words.now("state.not-ready"));
    }

    private static Icon iconOf(OperatorState state) {
        return switch (state) {
            case READY -> Icon.CHECK_CIRCLE;
            case NOT_READY -> Icon.PAUSE_CIRCLE;
            case WRAP_UP, WRAP_UP_THEN_NOT_READY -> Icon.EDIT;
        };
    }

    private static String toneOf(OperatorState state) {
        return switch (state) {
            case READY -> Styles.OK;
            case NOT_READY -> Styles.WARN;
            case WRAP_UP, WRAP_UP_THEN_NOT_READY -> Styles.ACCENT;
        };
    }
}
