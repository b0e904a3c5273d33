package ru.garnitura.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import ru.garnitura.assets.Words;
import ru.garnitura.softphone.audio.DeviceList;
import ru.garnitura.softphone.audio.SoundPreferences;
import ru.garnitura.softphone.media.check.MicrophoneCheck;

/// The check before Ready, with devices nobody checked yet.
@ExtendWith(ApplicationExtension.class)
class SoundSheetUiTest {

    private final AtomicInteger went = new AtomicInteger();
    private final SoundSheet sheet = new SoundSheet(new Unchecked(), new SimpleObjectProperty<>(Words.RUSSIAN));

    @Start
    void start(Stage stage) {
        stage.setScene(new Scene(new StackPane(sheet.under(new StackPane())), 900, 700));
        stage.show();
    }

    private boolean isAsked(FxRobot robot) {
        return robot.lookup("#ready-check").tryQuery().filter(Node::isVisible).isPresent();
    }

    private void ask(FxRobot robot) {
        robot.interact(() -> sheet.beforeReady(went::incrementAndGet));
        assertThat(isAsked(robot)).isTrue();
    }

    @Test
    void whoClosesTheDeskInTheMiddleOfTheCheckDoesNotGoReady(FxRobot robot) {
        ask(robot);
        robot.interact(sheet::close);
        assertThat(isAsked(robot)).isFalse();
        assertThat(went).hasValue(0);
    }

    @Test
    void askedTwiceItIsCheckedOnceAndReadyOnceAndNoSheetStays(FxRobot robot) {
        ask(robot);
        ask(robot);
        assertThat(went).as("the check still goes on").hasValue(0);
        robot.interact(sheet::uncover);
        assertThat(isAsked(robot)).isFalse();
        assertThat(went).hasValue(1);
        robot.interact(() -> sheet.beforeReady(went::incrementAndGet));
        assertThat(went).as("skipped until the next start").hasValue(2);
    }

    private static final class Unchecked implements CheckedSound, MicrophoneCheck {

        private boolean checked;

        @Override
        public boolean isChecked() {
            return checked;
        }

        @Override
        public void skipCheck() {
            checked = true;
        }

        @Override
        public SoundPreferences preferences() {
            return SoundPreferences.USUAL;
        }

        @Override
        public void prefer(SoundPreferences preferences) {
            // nothing changes
        }

        @Override
        public Runnable watch(Consumer<DeviceList> changes) {
            return () -> { };
        }

        @Override
        public MicrophoneCheck check() {
            return this;
        }

        @Override
        public void ring(boolean ringing) {
            // nobody hears it
        }

        @Override
        public void checked() {
            checked = true;
        }

        @Override
        public void record() {
            // nothing is said
        }

        @Override
        public void play() {
            // nothing was recorded
        }

        @Override
        public Reading reading() {
            return new Reading(Phase.IDLE, 0, -127, -127, Optional.empty());
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
