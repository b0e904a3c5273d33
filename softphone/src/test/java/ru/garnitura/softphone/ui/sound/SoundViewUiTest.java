package ru.garnitura.softphone.ui.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import ru.garnitura.assets.Theme;
import ru.garnitura.assets.ThemeSwitch;
import ru.garnitura.assets.Words;
import ru.garnitura.softphone.audio.DeviceList;
import ru.garnitura.softphone.audio.SoundPlace;
import ru.garnitura.softphone.audio.SoundPreferences;
import ru.garnitura.softphone.media.check.MicrophoneAdvice;
import ru.garnitura.softphone.media.check.MicrophoneCheck;
import ru.garnitura.softphone.ui.SoftphoneUi;
import ru.garnitura.softphone.ui.Ticker;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class SoundViewUiTest {

    private static final DeviceList PLUGGED = new DeviceList(List.of("Камера", "Jabra Evolve2 40"),
            List.of("Динамик", "Jabra Evolve2 40"), new DeviceList.Defaults("Камера", "Динамик"));

    private final FakeSound desk = new FakeSound();
    private final List<Runnable> ticks = new ArrayList<>();
    private final SimpleObjectProperty<Locale> language = new SimpleObjectProperty<>(Words.RUSSIAN);
    private Scene scene;
    private SoundViewModel model;
    private boolean closed;

    private static final class FakeSound implements SoundDesk, MicrophoneCheck {
        private SoundPreferences kept = SoundPreferences.USUAL.ordering(
                SoundPlace.MICROPHONE, List.of("Plantronics", "Jabra Evolve2 40"));
        private Consumer<DeviceList> told = list -> { };
        private Reading reading = new Reading(Phase.IDLE, 0, -30, -127, Optional.empty());
        private final List<String> deeds = new ArrayList<>();

        @Override
        public SoundPreferences preferences() {
            return kept;
        }

        @Override
        public void prefer(SoundPreferences preferences) {
            kept = preferences;
        }

        @Override
        public Runnable watch(Consumer<DeviceList> changes) {
            told = changes;
            changes.accept(PLUGGED);
            return () -> deeds.add("unwatched");
        }

        @Override
        public MicrophoneCheck check() {
            deeds.add("opened");
            return this;
        }

        @Override
        public void ring(boolean ringing) {
            deeds.add(ringing ? "ring" : "silence");
        }

        @Override
        public void checked() {
            deeds.add("checked");
        }

        @Override
        public void record() {
            deeds.add("record");
        }

        @Override
        public void play() {
            deeds.add("play");
        }

        @Override
        public Reading reading() {
            return reading;
        }

        @Override
        public void close() {
            deeds.add("closed");
        }
    }

    @Start
    void start(Stage stage) {
        Ticker ticker = new Ticker() {
            @Override
            public Runnable every(Duration period, Runnable task) {
                ticks.add(task);
                return () -> ticks.remove(task);
            }
        };
        model = new SoundViewModel(desk, ticker);
        model.open();
        SoundView view = new SoundView(model, Words.of(language, "softphone", SoftphoneUi.class), () -> closed = true);
        scene = new Scene(view);
        scene.getStylesheets().addAll(SoftphoneUi.stylesheets());
        ThemeSwitch.apply(scene, Theme.LIGHT);
        stage.setScene(scene);
        stage.show();
    }

    private <N extends Node> N find(Class<N> type, String selector) {
        return type.cast(Objects.requireNonNull(scene.lookup(selector), selector));
    }

    private List<String> names(String list) {
        ListView<?> shown = find(ListView.class, list);
        return shown.getItems().stream().map(row -> ((DeviceRow) row).name()).toList();
    }

    @Test
    void devicesAreOrderedByTheKeyboardAndTheFirstPresentOneIsUsed(FxRobot robot) {
        assertThat(names("#sound-microphone")).containsExactly("Plantronics", "Jabra Evolve2 40", "Камера");
        ListView<?> list = find(ListView.class, "#sound-microphone");
        robot.interact(() -> {
            list.requestFocus();
            list.getSelectionModel().select(2);
        });
        robot.press(KeyCode.ALT).type(KeyCode.UP).type(KeyCode.UP).release(KeyCode.ALT);
        assertThat(names("#sound-microphone")).containsExactly("Камера", "Plantronics", "Jabra Evolve2 40");
        assertThat(list.getSelectionModel().getSelectedIndex()).isZero();
        assertThat(desk.kept.microphones()).containsExactly("Камера", "Plantronics", "Jabra Evolve2 40");
        assertThat(list.getItems()).first().isEqualTo(new DeviceRow("Камера", true, true));
        robot.interact(() -> desk.told.accept(DeviceList.NONE));
        assertThat(list.getItems()).first().isEqualTo(new DeviceRow("Камера", false, false));
    }

    @Test
    void gainsAndProcessingAreKept(FxRobot robot) {
        robot.interact(() -> {
            find(Slider.class, "#sound-gain-headset").setValue(6.2);
            find(CheckBox.class, "#sound-noise").setSelected(false);
        });
        assertThat(desk.kept.gains()).isEqualTo(new SoundPreferences.Gains(0, 6, 0));
        assertThat(desk.kept.processing().noise()).isFalse();
        assertThat(desk.kept.processing().echo()).isTrue();
    }

    @Test
    void theCheckRecordsPlaysAndAdvisesInBothLanguages(FxRobot robot) {
        robot.interact(() -> find(Button.class, "#sound-record").fire());
        desk.reading = new MicrophoneCheck.Reading(MicrophoneCheck.Phase.RECORDING, 0.4, -30, -127, Optional.empty());
        robot.interact(() -> List.copyOf(ticks).forEach(Runnable::run));
        assertThat(find(Label.class, "#sound-advice").getText()).isEqualTo("Говорите…");
        desk.reading = new MicrophoneCheck.Reading(MicrophoneCheck.Phase.PLAYING, 0.1, -30, -20,
                Optional.of(MicrophoneAdvice.TOO_QUIET));
        robot.interact(() -> List.copyOf(ticks).forEach(Runnable::run));
        robot.interact(() -> List.copyOf(ticks).forEach(Runnable::run));
        assertThat(find(Label.class, "#sound-advice").getText()).startsWith("Слишком тихо");
        robot.interact(() -> language.set(Words.ENGLISH));
        assertThat(find(Label.class, "#sound-advice").getText()).startsWith("Too quiet");
        assertThat(desk.deeds).as("that was no pass").doesNotContain("checked");
        say(robot, MicrophoneAdvice.GOOD);
        say(robot, MicrophoneAdvice.GOOD);
        robot.interact(() -> find(Button.class, "#sound-again").fire());
        robot.interact(model::close);
        assertThat(desk.deeds).containsExactly("opened", "record", "checked", "play", "unwatched", "closed");
        assertThat(ticks).isEmpty();
    }

    @Test
    void theCheckOnTheWayToReadyIsPassedOrSkippedByTheKeyboard(FxRobot robot) {
        List<String> done = new ArrayList<>();
        robot.interact(() -> {
            ReadyCheckView view = new ReadyCheckView(model, Words.of(language, "softphone", SoftphoneUi.class),
                    new ReadyCheckView.Verbs(() -> done.add("done"), () -> done.add("skip"), () -> done.add("settings")));
            scene.setRoot(view);
            view.focusCheck();
        });
        assertThat(find(Label.class, "#ready-check-devices").getText())
                .isEqualTo("Микрофон: Jabra Evolve2 40 · гарнитура: Динамик");
        assertThat(find(Button.class, "#ready-check-done").isDisabled()).as("before anything was said").isTrue();
        robot.type(KeyCode.SPACE);
        assertThat(desk.deeds).endsWith("record");
        say(robot, MicrophoneAdvice.TOO_QUIET);
        assertThat(find(Button.class, "#ready-check-done").isDisabled()).as("it is the operator's to judge").isFalse();
        assertThat(find(Button.class, "#ready-check-done").isFocused()).isFalse();
        say(robot, MicrophoneAdvice.GOOD);
        assertThat(find(Button.class, "#ready-check-done").isFocused()).isTrue();
        robot.type(KeyCode.SPACE);
        robot.interact(() -> language.set(Words.ENGLISH));
        assertThat(find(Label.class, "#ready-check-devices").getText()).isEqualTo("Microphone: Jabra Evolve2 40 · headset: Динамик");
        robot.interact(() -> find(Button.class, "#ready-check-skip").fire());
        robot.interact(() -> find(Button.class, "#ready-check-settings").fire());
        assertThat(done).containsExactly("done", "skip", "settings");
    }

    private void say(FxRobot robot, MicrophoneAdvice advice) {
        desk.reading = new MicrophoneCheck.Reading(MicrophoneCheck.Phase.PLAYING, 0.1, -30, -20, Optional.of(advice));
        robot.interact(() -> List.copyOf(ticks).forEach(Runnable::run));
    }

    @Test
    void onlyARingBegunHereIsEndedHere(FxRobot robot) {
        robot.interact(model::close);
        assertThat(desk.deeds).as("a customer may be ringing").containsExactly("opened", "unwatched", "closed");
        desk.deeds.clear();
        robot.interact(() -> {
            model.open();
            find(ToggleButton.class, "#sound-ring").fire();
            model.close();
            model.close();
        });
        assertThat(desk.deeds).containsExactly("opened", "ring", "unwatched", "silence", "closed");
    }

    @Test
    void theScreenFitsTheSmallestWindowInEachTheme(FxRobot robot) {
        robot.interact(() -> find(Button.class, "#sound-close").fire());
        assertThat(closed).isTrue();
        for (Theme theme : Theme.values()) {
            robot.interact(() -> {
                ThemeSwitch.apply(scene, theme);
                scene.getRoot().applyCss();
                scene.getRoot().layout();
                WritableImage picture = scene.snapshot(null);
                assertThat(picture.getWidth()).isLessThanOrEqualTo(1366);
                assertThat(picture.getHeight()).isLessThanOrEqualTo(768 - 60);
            });
        }
    }
}
