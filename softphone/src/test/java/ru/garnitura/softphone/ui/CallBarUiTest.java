package ru.garnitura.softphone.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
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
import ru.garnitura.assets.Words;
import ru.garnitura.softphone.call.CallEndCause;
import ru.garnitura.softphone.call.CallHints;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.MediaSnapshot;
import ru.garnitura.softphone.call.Recording;
import ru.garnitura.softphone.call.RecordingRules;
import ru.garnitura.softphone.call.RemoteParty;
import ru.garnitura.softphone.call.ScriptedMedia;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class CallBarUiTest {

    private final ScriptedDesk desk = new ScriptedDesk();
    private final FxRobot robot = new FxRobot();
    private TextArea composer;
    private Scene scene;
    private Region bar;

    @Start
    void start(Stage stage) {
        composer = new TextArea();
        bar = desk.ui.callBar();
        var pad = desk.ui.dialPad(() -> { });
        var lamps = new HBox(12, desk.ui.registrationLamp());
        var below = new HBox(16, composer, pad);
        var root = new VBox(lamps, bar, below);
        root.getStyleClass().add(Styles.GROUND);
        scene = new Scene(root, 1366, 480);
        ThemeSwitch.apply(scene, Theme.LIGHT);
        scene.getStylesheets().addAll(SoftphoneUi.stylesheets());
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void theBarTakesNoRoomWithoutACall() {
        assertThat(bar.isManaged()).isFalse();
        assertThat(bar.isVisible()).isFalse();
    }

    @Test
    void aRingNeverTakesTheFocusFromTheOneWhoTypes() {
        robot.clickOn(composer).write("abc");
        fx(desk::irinaCalls);
        robot.write("def");

        assertThat(composer.getText()).isEqualTo("abcdef");
        assertThat(scene.getFocusOwner()).isSameAs(composer);
    }

    @Test
    void aClickOnTheBarGivesTheFocusBack() {
        fx(desk::irinaCalls);
        robot.clickOn(composer).write("ab");
        robot.clickOn("#call-answer");
        robot.write("c");

        assertThat(desk.ui.call().phaseProperty().get()).isEqualTo(CallPhase.TALKING);
        assertThat(composer.getText()).isEqualTo("abc");
    }

    @Test
    void answerHoldAndEndByTheirButtons() {
        var id = fx(desk::irinaCalls);
        robot.clickOn("#call-answer");
        assertThat(text("#call-state")).isEqualTo("Разговор");
        robot.clickOn("#call-hold");
        fx(() -> desk.signaling.remote().modified(id, ScriptedMedia.remote()));
        fx(() -> desk.pass(Duration.ofSeconds(23)));
        assertThat(text("#call-hold")).isEqualTo("Снять · 00:23");
        assertThat(text("#hold-promise")).isEqualTo("Обещали вернуться через 00:37");
        robot.clickOn("#call-end");

        assertThat(bar.isVisible()).isFalse();
    }

    @Test
    void aRecordedCallSaysSoAndThePauseCounts() {
        var file = java.nio.file.Path.of("never-written");
        fx(() -> desk.softphone.setRecordingRules(new RecordingRules(RecordingRules.When.ON_DEMAND,
                call -> new Recording(file, new javax.crypto.spec.SecretKeySpec(new byte[32], "AES")))));
        fx(desk::irinaTalks);
        assertThat(node("#call-recording").isVisible()).isFalse();
        assertThat(text("#call-record")).isEqualTo("Записать");
        robot.clickOn("#call-record");
        assertThat(text("#call-recording")).isEqualTo("Запись");
        Pictures.save(scene, "call-recording");
        robot.clickOn("#call-record");
        fx(() -> desk.pass(Duration.ofSeconds(42)));
        assertThat(text("#call-recording")).isEqualTo("Пауза 00:42");
        Pictures.save(scene, "call-recording-paused");
        for (var language : List.of(Words.RUSSIAN, Words.ENGLISH)) {
            fx(() -> desk.language.set(language));
            fx(() -> bar.applyCss());
            assertThat(bar.minWidth(-1)).as("room a recorded call needs in %s", language).isLessThanOrEqualTo(1280);
            Pictures.save(scene, "call-recording-paused-" + language);
        }
        fx(() -> desk.language.set(Words.RUSSIAN));
        robot.clickOn("#call-record");
        assertThat(text("#call-recording")).isEqualTo("Запись");
    }

    @Test
    void everyButtonIsReachedAndPressedByKeyboard() {
        fx(desk::irinaTalks);
        fx(() -> node("#call-mute").requestFocus());

        robot.type(KeyCode.SPACE);
        assertThat(text("#call-mute")).isEqualTo("Включить");
        robot.type(KeyCode.TAB);
        assertThat(scene.getFocusOwner().getId()).isEqualTo("call-hold");
        robot.type(KeyCode.TAB, KeyCode.TAB, KeyCode.TAB, KeyCode.TAB);
        assertThat(scene.getFocusOwner().getId()).isEqualTo("call-end");
    }

    @Test
    void consultConferenceAndConnectByTheirButtons() {
        var customer = fx(desk::irinaTalks);
        robot.clickOn("#call-consult").write("102").clickOn("#consult-go");
        fx(() -> desk.signaling.remote().modified(customer, ScriptedMedia.remote()));
        fx(() -> desk.signaling.remote().answered(desk.softphone.snapshot().calls().getLast().id(), ScriptedMedia.remote()));
        assertThat(text("#call-who")).isEqualTo("102");
        assertThat(text("#other-call-0")).isEqualTo("Ждёт 00:00: Ирина Соколова");
        Pictures.save(scene, "call-consulting");

        robot.clickOn("#call-conference");
        fx(() -> desk.signaling.remote().modified(customer, ScriptedMedia.remote()));
        assertThat(text("#other-call-0")).isEqualTo("Втроём: Ирина Соколова");
        Pictures.save(scene, "call-conference");
        assertThat(node("#call-conference").isVisible()).isFalse();
        assertThat(node("#call-consult").isVisible()).isFalse();
    }

    @Test
    void connectAfterTheConsultationHandsTheCustomerOver() {
        var customer = fx(desk::irinaTalks);
        robot.clickOn("#call-consult").write("102").type(KeyCode.ENTER);
        fx(() -> desk.signaling.remote().modified(customer, ScriptedMedia.remote()));
        fx(() -> desk.signaling.remote().answered(desk.softphone.snapshot().calls().getLast().id(), ScriptedMedia.remote()));
        robot.clickOn("#call-complete");
        assertThat(desk.signaling.last()).isEqualTo("transferInto");
        fx(() -> desk.signaling.remote().transferred(customer));

        assertThat(bar.isVisible()).isFalse();
    }

    @Test
    void blindTransferThatFailsSaysWhy() {
        var customer = fx(desk::irinaTalks);
        robot.clickOn("#call-transfer").write("103").type(KeyCode.ENTER);
        assertThat(desk.signaling.last()).startsWith("transfer sip:103@test.invalid");
        fx(() -> desk.signaling.remote().transferRefused(customer, new CallEndCause.Busy()));

        assertThat(text("#call-setback")).isEqualTo("Не удалось: Занято");
        fx(() -> desk.pass(Duration.ofSeconds(5)));
        assertThat(node("#call-setback").isVisible()).isFalse();
    }

    @Test
    void aSecondCallIsAnsweredAndSwappedWithTheFirst() {
        var first = fx(desk::irinaTalks);
        var second = fx(() -> desk.calls(new RemoteParty("Павел", "+79270000000", "sip:p@x", true, CallHints.NONE)));
        assertThat(text("#call-who")).isEqualTo("Ирина Соколова");
        assertThat(text("#other-call-0")).isEqualTo("Ответить: Павел");
        Pictures.save(scene, "call-second-rings");

        robot.clickOn("#other-call-0");
        fx(() -> desk.signaling.remote().modified(first, ScriptedMedia.remote()));
        assertThat(text("#call-who")).isEqualTo("Павел");
        robot.clickOn("#call-swap");
        fx(() -> desk.signaling.remote().modified(second, ScriptedMedia.remote()));
        fx(() -> desk.signaling.remote().modified(first, ScriptedMedia.remote()));

        assertThat(text("#call-who")).isEqualTo("Ирина Соколова");
        assertThat(text("#other-call-0")).isEqualTo("Ждёт 00:00: Павел");
    }

    @Test
    void theBarWithSeveralCallsFitsANarrowWindow() {
        var customer = fx(desk::irinaTalks);
        robot.clickOn("#call-consult").write("102").type(KeyCode.ENTER);
        fx(() -> desk.signaling.remote().modified(customer, ScriptedMedia.remote()));
        fx(() -> desk.signaling.remote().answered(desk.softphone.snapshot().calls().getLast().id(), ScriptedMedia.remote()));

        var end = node("#call-end");
        assertThat(end.localToScene(end.getBoundsInLocal()).getMaxX()).isLessThanOrEqualTo(scene.getWidth());
        assertThat(node("#call-who").getBoundsInParent().getWidth()).isPositive();
    }

    @Test
    void digitsAreSentByClickAndByTyping() {
        fx(desk::irinaTalks);
        robot.clickOn("#call-keys");
        robot.clickOn(".keypad-popover #key-5").write("42");

        assertThat(desk.media.session().verbs()).containsSubsequence("digit 5", "digit 4", "digit 2");
        assertThat(text("#keys-sent")).isEqualTo("542");
        Pictures.saveWindows("keypad");
    }

    @Test
    void aNumberIsShownAsItWillBeCalled() {
        robot.clickOn("#dial-number").write("89275550134");
        assertThat(text("#dial-preview")).isEqualTo("+7\u00a0927\u00a0555\u201101\u201134");
        robot.clickOn("#dial-call");

        assertThat(desk.ui.call().phaseProperty().get()).isEqualTo(CallPhase.OUTGOING);
        assertThat(text("#call-state")).isEqualTo("Вызов");
    }

    @Test
    void aFormerNumberIsTakenAndCalledAgain() {
        var id = fx(desk::irinaCalls);
        fx(() -> desk.signaling.remote().ended(id, new CallEndCause.Missed()));
        fx(() -> desk.ui.call().dismiss());
        robot.clickOn("#dial-recent .button").type(KeyCode.ENTER);

        assertThat(desk.signaling.last()).startsWith("invite sip:+79275550134@");
        Pictures.save(scene, "dial-recent");
    }

    @Test
    void theLanguageChangesWhileTalking() {
        fx(desk::irinaTalks);
        fx(() -> desk.language.set(Words.ENGLISH));

        assertThat(text("#call-state")).isEqualTo("In call");
        assertThat(text("#call-end")).isEqualTo("End");
        assertThat(text("#call-detail")).contains("queue “Техподдержка”", "waited 00:48");
    }

    @Test
    void aCallThatFailsSaysWhyInWords() {
        fx(() -> desk.ui.call().dial("101"));
        fx(() -> desk.signaling.remote().ended(calls(), new CallEndCause.NoSuchNumber()));

        assertThat(text("#call-detail")).isEqualTo("Такого номера нет: проверьте цифры");
        Pictures.save(scene, "call-ended");
    }

    @Test
    void picturesOfEachPhase() {
        for (var theme : Theme.values()) {
            fx(() -> {
                ThemeSwitch.apply(scene, theme);
                desk.language.set(theme == Theme.CONTRAST ? Words.ENGLISH : Words.RUSSIAN);
            });
            var id = fx(desk::irinaCalls);
            fx(() -> desk.pass(Duration.ofSeconds(8)));
            Pictures.save(scene, "call-incoming-" + theme);
            fx(() -> desk.ui.call().answer());
            for (var sample = 0; sample < 12; sample++) {
                var level = -14 - 3 * (sample % 5);
                fx(() -> {
                    desk.media.measure(new MediaSnapshot("PCMA", false, level - 20, level, 9, 9, 0, 4, 20, 4.3));
                    desk.pass(Duration.ofSeconds(11));
                });
            }
            Pictures.save(scene, "call-talking-" + theme);
            assertThat(text("#call-timer")).isEqualTo("02:12");
            fx(() -> desk.irinaHeld(id));
            fx(() -> desk.ui.call().toggleMute());
            fx(() -> desk.pass(Duration.ofSeconds(23)));
            Pictures.save(scene, "call-held-" + theme);
            fx(() -> desk.ui.call().end());
            fx(() -> desk.pass(Duration.ofSeconds(1)));
        }
        assertThat(bar.isVisible()).isFalse();
    }

    private CallId calls() {
        return desk.softphone.snapshot().calls().getFirst().id();
    }

    private String text(String query) {
        return fx(() -> ((Labeled) node(query)).getText());
    }

    private Node node(String query) {
        return robot.lookup(query).query();
    }

    private static void fx(Runnable task) {
        fx(() -> {
            task.run();
            return true;
        });
    }

    private static <T> T fx(Callable<T> task) {
        var result = WaitForAsyncUtils.waitForAsyncFx(10_000, task);
        WaitForAsyncUtils.waitForFxEvents();
        return result;
    }
}
