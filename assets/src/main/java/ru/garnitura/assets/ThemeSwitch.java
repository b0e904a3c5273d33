package ru.garnitura.assets;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/// Dresses a scene in a [Theme]. Popups shown over the scene follow it. The base theme is the whole program's: set before
/// the first control is made, it spares JavaFX from reading its own. FX lane.
public final class ThemeSwitch {

    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
    private static final double ANY_SIZE = 13;
    private static final List<String> FONTS = List.of("NotoSans-Regular.ttf", "NotoSans-Bold.ttf");
    private static final Set<String> OURS = Stream.of(Theme.values()).flatMap(theme -> theme.stylesheets().stream())
            .collect(Collectors.toUnmodifiableSet());

    private ThemeSwitch() {
    }

    /// Replaces the theme of a scene; a view's own style sheets stay and come after it.
    public static void apply(Scene scene, Theme theme) {
        loadFonts();
        Application.setUserAgentStylesheet(
                theme.dark() ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        replaceSheets(scene.getStylesheets(), theme);
        scene.getRoot().pseudoClassStateChanged(DARK, theme.dark());
    }

    /// Makes the product's face known to JavaFX. Harmless when repeated.
    public static void loadFonts() {
        for (var name : FONTS) {
            if (Font.loadFont(Resources.address("fonts/" + name), ANY_SIZE) == null) {
                throw new IllegalStateException("JavaFX cannot read the font " + name);
            }
        }
    }

    private static void replaceSheets(ObservableList<String> sheets, Theme theme) {
        var next = new ArrayList<>(theme.stylesheets());
        sheets.stream().filter(sheet -> !OURS.contains(sheet)).forEach(next::add);
        sheets.setAll(next);
    }
}
