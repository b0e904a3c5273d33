package ru.garnitura.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import ru.garnitura.desktop.endtoend.Await;

/// The whole desktop in its own window, driven as a person drives it: by what is shown, with mouse and keyboard.
final class ShownDesk {

    private final FxRobot robot = new FxRobot();
    private @Nullable Composition desktop;
    private @Nullable Stage window;

    /// Opens the sign-in page.
    ///
    /// @param configuration the text of a configuration file
    /// @param folder        where the file and the desktop's data go
    /// @param more          further options of the command line
    void open(String configuration, Path folder, String... more) throws Exception {
        Path config = Files.writeString(folder.resolve("config.json"), configuration);
        var options = new ArrayList<>(List.of("--config", config.toString(), "--data", folder.resolve("data").toString()));
        options.addAll(List.of(more));
        Launch launch = Launch.of(options);
        var readyLine = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupStage(stage -> {
            window = stage;
            desktop = opened(launch, stage, readyLine);
        });
    }

    private static Composition opened(Launch launch, Stage stage, PrintStream readyLine) {
        try {
            Groundwork groundwork = Groundwork.lay(launch, Composition.fxLane(), link -> { }).orElseThrow();
            var composition = new Composition(groundwork, stage, new ReadyLine(readyLine));
            composition.start();
            return composition;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// Returns once the operator is ready for contacts, or is asked to check his microphone first.
    void signIn() {
        await("#sign-in-login");
        robot.clickOn("#sign-in-login").write("orlova").clickOn("#sign-in-password").write("garnitura").type(KeyCode.ENTER);
        await("#state-button");
        Await.until("the operator is ready or asked", () -> isShown("#ready-check") || textIn("#state-button").contains("Готов"));
    }

    /// Goes Ready without the check of the microphone, which is offered where there is one.
    void skipCheck() {
        await("#ready-check");
        robot.type(KeyCode.ESCAPE);
        Await.until("the operator is ready", () -> textIn("#state-button").contains("Готов"));
    }

    /// Hands a key combination to the window as the toolkit does. FX lane.
    void press(String combination) {
        var pressed = (KeyCodeCombination) KeyCombination.valueOf(combination);
        boolean control = pressed.getShortcut() == KeyCombination.ModifierValue.DOWN;
        Node owner = scene().getFocusOwner();
        Event.fireEvent(owner == null ? scene() : owner,
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", pressed.getCode(), false, control, false, false));
    }

    FxRobot robot() {
        return robot;
    }

    Scene scene() {
        if (window == null) {
            throw new IllegalStateException("not open");
        }
        return window.getScene();
    }

    /// Clicks as soon as the control is there; a control that is just being replaced is tried again.
    void click(String query) {
        Await.until(query + " can be clicked", () -> {
            robot.clickOn(query);
            return true;
        });
    }

    void await(String query) {
        Await.until(query + " is shown", () -> isShown(query));
    }

    boolean isShown(String query) {
        return robot.lookup(query).queryAll().stream().anyMatch(node -> node.isVisible() && node.getScene() != null
                && node.getScene().getWindow() != null && node.getScene().getWindow().isShowing());
    }

    String textIn(String query) {
        var texts = new StringBuilder();
        robot.lookup(query).queryAll().forEach(root -> collect(root, texts));
        return texts.toString();
    }

    /// All text under a node, a line each.
    static void collect(Node node, StringBuilder texts) {
        switch (node) {
            case Text text -> texts.append(text.getText()).append('\n');
            case Parent parent -> parent.getChildrenUnmodifiable().forEach(child -> collect(child, texts));
            default -> { }
        }
    }

    void close() throws Exception {
        Composition open = desktop;
        if (open != null) {
            FxToolkit.setupFixture(open::close);
        }
        FxToolkit.cleanupStages();
    }
}
