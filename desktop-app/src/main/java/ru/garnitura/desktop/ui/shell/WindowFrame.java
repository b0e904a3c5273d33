package ru.garnitura.desktop.ui.shell;

import java.util.Collection;
import java.util.Objects;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import ru.garnitura.assets.ThemeSwitch;
import ru.garnitura.assets.Words;
import ru.garnitura.assets.controls.FirstShown;
import ru.garnitura.desktop.settings.WindowMemory;
import ru.garnitura.desktop.ui.Appearance;

/// The stage: its size and place remembered, never outside the screen, its scene dressed in the chosen theme. FX lane.
public final class WindowFrame {

    private static final double LEAST_WIDTH = 1280;
    private static final double LEAST_HEIGHT = 640;

    private final Stage stage;
    private final WindowMemory memory;
    private final Words words;
    private final StackPane root = new StackPane();
    /// A scene with a size of its own is not laid out once more before it is shown.
    private final Scene scene = new Scene(root, LEAST_WIDTH, LEAST_HEIGHT);

    public WindowFrame(Stage stage, Appearance appearance, WindowMemory memory) {
        this.stage = stage;
        this.memory = memory;
        this.words = appearance.words();
        stage.titleProperty().bind(appearance.words().text("brand"));
        stage.setScene(scene);
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        scene.getStylesheets().add(Objects.requireNonNull(WindowFrame.class.getResource("shell.css")).toExternalForm());
        appearance.theme().subscribe(theme -> ThemeSwitch.apply(scene, theme));
        place();
    }

    public Stage stage() {
        return stage;
    }

    public Words words() {
        return words;
    }

    public Scene scene() {
        return scene;
    }

    /// Style sheets of the features, after the theme. They are read here, not when the first view is shown.
    public void dress(Collection<String> sheets) {
        sheets.stream().filter(sheet -> !scene.getStylesheets().contains(sheet)).forEach(scene.getStylesheets()::add);
        root.applyCss();
    }

    /// Fills the window with a view.
    public void show(Parent view) {
        root.getChildren().setAll(view);
        if (!stage.isShowing()) {
            stage.show();
        }
    }

    /// Runs a task after the second pulse from now: by then the first has been painted.
    public void oncePainted(Runnable task) {
        Runnable[] listener = new Runnable[1];
        int[] left = {2};
        listener[0] = () -> {
            if (--left[0] == 0) {
                scene.removePostLayoutPulseListener(listener[0]);
                task.run();
            } else {
                Platform.requestNextPulse();
            }
        };
        scene.addPostLayoutPulseListener(listener[0]);
        Platform.requestNextPulse();
    }

    /// Brings in what the view held back at first, one part between two pulses.
    public void furnish() {
        if (FirstShown.bringNext(root)) {
            oncePainted(this::furnish);
        }
    }

    /// Comes forward with the focus, as somebody started the program a second time to see it.
    public void takeFocus() {
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }

    /// Remembers size and place; called before the window closes.
    public void remember() {
        if (stage.isIconified()) {
            return;
        }
        memory.put("window.maximized", Boolean.toString(stage.isMaximized()));
        if (!stage.isMaximized()) {
            memory.put("window.x", stage.getX());
            memory.put("window.y", stage.getY());
            memory.put("window.width", stage.getWidth());
            memory.put("window.height", stage.getHeight());
        }
    }

    private void place() {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        double width = Math.min(memory.number("window.width", Math.min(1680, screen.getWidth())), screen.getWidth());
        double height = Math.min(memory.number("window.height", Math.min(1000, screen.getHeight())), screen.getHeight());
        double x = memory.number("window.x", Double.NaN);
        double y = memory.number("window.y", Double.NaN);
        stage.setWidth(Math.max(LEAST_WIDTH, width));
        stage.setHeight(Math.max(LEAST_HEIGHT, height));
        if (Screen.getScreensForRectangle(x, y, width / 2, height / 2).isEmpty()) {
            stage.setX(screen.getMinX() + (screen.getWidth() - width) / 2);
            stage.setY(screen.getMinY() + (screen.getHeight() - height) / 2);
        } else {
            stage.setX(x);
            stage.setY(y);
        }
        stage.setMaximized(memory.find("window.maximized").filter("true"::equals).isPresent());
    }
}
