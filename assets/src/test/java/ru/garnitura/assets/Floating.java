package ru.garnitura.assets;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.VBox;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.controlsfx.control.Notifications;
import org.controlsfx.control.PopOver;

/// Everything that floats over the window: menu, tooltip, popover, notification.
final class Floating {

    private Floating() {
    }

    static void showAll(Scene scene) {
        var root = scene.getRoot();
        var copy = new MenuItem("Скопировать номер", Icon.COPY.node());
        copy.setAccelerator(KeyCombination.valueOf("Ctrl+C"));
        new ContextMenu(copy, new SeparatorMenuItem(), new MenuItem("Перезвонить", Icon.PHONE.node()))
                .show(root, 560, 60);
        new Tooltip("Нет регистрации: неверный пароль").show(root, 560, 250);
        var pop = new PopOver(new VBox(8, new Label("Набрать номер"), new Label("Подсказка")));
        pop.setTitle("Клавиши");
        pop.setAnimated(false);
        pop.show(root.lookup(".empty-place"));
        Notifications.create().owner(scene.getWindow()).title("Перезвонить")
                .text("15:00 Олег Нестеров").graphic(Icon.PHONE_OUTGOING.node(20)).show();
    }

    static void hideAll() {
        List.copyOf(Window.getWindows()).stream().filter(PopupWindow.class::isInstance).forEach(Window::hide);
    }
}
