package ru.garnitura.softphone.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import ru.garnitura.assets.Pictures;
import ru.garnitura.assets.Styles;
import ru.garnitura.assets.Theme;
import ru.garnitura.assets.ThemeSwitch;
import ru.garnitura.softphone.ui.NumberDirectory.Listed;

/// Names typed into the dial pad and into the field for a consultation, by keyboard alone.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class DirectoryFieldUiTest {

    private static final List<Listed> ALL = List.of(new Listed("Лидия Тихонова", "106", Listed.Kind.COLLEAGUE),
            new Listed("Максим Лебедев", "102", Listed.Kind.COLLEAGUE),
            new Listed("Лидия Александровна Преображенская-Звездинская", "+79275550134", Listed.Kind.CUSTOMER));

    private final ScriptedDesk desk = new ScriptedDesk();
    private final FxRobot robot = new FxRobot();
    private final List<CompletableFuture<List<Listed>>> slow = new ArrayList<>();
    private boolean answersLate;
    private Scene scene;

    private CompletionStage<List<Listed>> find(String typed) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        var found = ALL.stream().filter(listed -> listed.name().toLowerCase(Locale.ROOT).contains(wanted)
                || listed.number().contains(wanted)).toList();
        if (!answersLate) {
            return CompletableFuture.completedFuture(found);
        }
        var later = new CompletableFuture<List<Listed>>();
        slow.add(later);
        return later;
    }

    @Start
    void start(Stage stage) {
        desk.ui.listIn(this::find);
        var root = new VBox(desk.ui.callBar(), new HBox(desk.ui.dialPad(() -> { })));
        root.getStyleClass().add(Styles.GROUND);
        scene = new Scene(root, 1366, 520);
        ThemeSwitch.apply(scene, Theme.LIGHT);
        scene.getStylesheets().addAll(SoftphoneUi.stylesheets());
        stage.setScene(scene);
        stage.show();
    }

    private String typed(String field) {
        return fx(() -> robot.lookup(field).queryAs(TextField.class).getText());
    }

    private int rows(String field) {
        return fx(() -> robot.lookup(field + "-found").queryAs(Parent.class).getChildrenUnmodifiable().size());
    }

    @Test
    void aNameIsFoundChosenAndCalledByKeyboard() {
        robot.clickOn("#dial-number").write("лидия");
        assertThat(rows("#dial-number")).isEqualTo(2);
        Pictures.save(scene, "dial-directory");
        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        assertThat(typed("#dial-number")).isEqualTo("+79275550134");
        assertThat(rows("#dial-number")).isZero();
        assertThat(desk.signaling.last()).isEqualTo("register");

        robot.type(KeyCode.ENTER);

        assertThat(desk.signaling.last()).startsWith("invite sip:+79275550134@");
    }

    @Test
    void aNumberThatFitsSomebodyIsCalledAsTyped() {
        robot.clickOn("#dial-number").write("10");
        assertThat(rows("#dial-number")).isEqualTo(2);
        robot.write("6").type(KeyCode.ENTER);

        assertThat(desk.signaling.last()).startsWith("invite sip:106@");
    }

    @Test
    void whoeverIsFoundTooLateIsPassedOver() {
        answersLate = true;
        robot.clickOn("#dial-number").write("лид").write("ия");
        fx(() -> slow.getLast().complete(List.of(ALL.getFirst())));
        fx(() -> slow.getFirst().complete(ALL));

        assertThat(rows("#dial-number")).isEqualTo(1);
    }

    @Test
    void aColleagueIsConsultedByName() {
        fx(desk::irinaTalks);
        robot.clickOn("#call-consult").write("леб").type(KeyCode.ENTER);
        assertThat(typed("#consult-number")).isEqualTo("102");
        assertThat(robot.lookup(".keypad-popover .small").queryAllAs(javafx.scene.control.Labeled.class))
                .anyMatch(label -> label.getText().equals("Максим Лебедев · 102"));
        Pictures.saveWindows("consult-directory");
        robot.type(KeyCode.ENTER);

        assertThat(desk.signaling.verbs()).anyMatch(verb -> verb.startsWith("invite sip:102@"));
    }

    @Test
    void aColleagueIsTransferredToByName() {
        fx(desk::irinaTalks);
        robot.clickOn("#call-transfer").write("тихо").type(KeyCode.ENTER).type(KeyCode.ENTER);

        assertThat(desk.signaling.last()).startsWith("transfer sip:106@");
    }

    private static <T> T fx(Callable<T> task) {
        var result = WaitForAsyncUtils.waitForAsyncFx(10_000, task);
        WaitForAsyncUtils.waitForFxEvents();
        return result;
    }
}
