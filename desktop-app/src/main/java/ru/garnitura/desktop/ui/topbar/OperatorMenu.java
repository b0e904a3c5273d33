package ru.garnitura.desktop.ui.topbar;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import ru.garnitura.assets.Icon;
import ru.garnitura.assets.Styles;
import ru.garnitura.assets.Theme;
import ru.garnitura.assets.Words;
import ru.garnitura.assets.controls.Avatar;
import ru.garnitura.desktop.ui.Appearance;

/// The operator's face; behind it look, language, devices, keys and sign-out. FX lane.
final class OperatorMenu extends MenuButton {

    private static final double FACE = 30;

    OperatorMenu(String operator, Appearance appearance, TopBarModel.Verbs verbs) {
        this(operator, appearance, List.of(item(appearance.words(), "menu.devices", Icon.HEADPHONES, verbs.devices()),
                item(appearance.words(), "menu.keys", Icon.COMMAND, verbs.keys()),
                item(appearance.words(), "menu.support", Icon.LIFE_BUOY, verbs.support())), verbs.signOut());
    }

    private OperatorMenu(String operator, Appearance appearance, List<MenuItem> own, Runnable signOut) {
        Words words = appearance.words();
        Avatar face = new Avatar(FACE);
        face.nameProperty().set(operator);
        setGraphic(face);
        setId("operator-menu");
        getStyleClass().addAll(Styles.FLAT, "operator-menu");
        accessibleTextProperty().bind(words.text("menu.operator", operator));
        MenuItem name = new MenuItem(operator);
        name.setDisable(true);
        getItems().addAll(name, new SeparatorMenuItem(), themes(appearance), languages(appearance));
        getItems().addAll(own);
        getItems().addAll(new SeparatorMenuItem(), item(words, "menu.sign-out", Icon.LOG_OUT, signOut));
    }

    /// The menu of somebody without a telephone.
    static OperatorMenu ofReader(String operator, Appearance appearance, Runnable signOut) {
        return new OperatorMenu(operator, appearance, List.of(), signOut);
    }

    private static Menu themes(Appearance appearance) {
        Words words = appearance.words();
        ToggleGroup group = new ToggleGroup();
        Menu menu = menu(words, "menu.theme", Icon.SUN);
        for (Theme theme : Theme.values()) {
            RadioMenuItem item = new RadioMenuItem();
            item.setToggleGroup(group);
            item.textProperty().bind(words.text(nameOf(theme)));
            item.setOnAction(event -> appearance.theme().set(theme));
            appearance.theme().subscribe(now -> item.setSelected(now == theme));
            menu.getItems().add(item);
        }
        return menu;
    }

    private static String nameOf(Theme theme) {
        return switch (theme) {
            case LIGHT -> "theme.light";
            case DARK -> "theme.dark";
            case CONTRAST -> "theme.contrast";
        };
    }

    private static Menu languages(Appearance appearance) {
        ToggleGroup group = new ToggleGroup();
        Menu menu = menu(appearance.words(), "menu.language", Icon.GLOBE);
        for (Locale language : List.of(Words.RUSSIAN, Words.ENGLISH)) {
            RadioMenuItem item = new RadioMenuItem(Appearance.nameOf(language));
            item.setToggleGroup(group);
            item.setOnAction(event -> appearance.language().set(language));
            appearance.language().subscribe(now -> item.setSelected(now.equals(language)));
            menu.getItems().add(item);
        }
        return menu;
    }

    private static Menu menu(Words words, String key, Icon icon) {
        Menu menu = new Menu();
        menu.textProperty().bind(words.text(key));
        menu.setGraphic(icon.node());
        return menu;
    }

    private static MenuItem item(Words words, String key, Icon icon, Runnable action) {
        MenuItem item = new MenuItem();
        item.textProperty().bind(words.text(key));
        item.setGraphic(icon.node());
        item.setOnAction(event -> action.run());
        return item;
    }
}
