package ru.garnitura.softphone.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import ru.garnitura.assets.Tone;
import ru.garnitura.assets.Words;
import ru.garnitura.assets.controls.Lamp;
import ru.garnitura.softphone.call.RegistrationCause;
import ru.garnitura.softphone.call.RegistrationSnapshot;
import ru.garnitura.softphone.call.RegistrationState;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class RegistrationLampUiTest {

    private final ScriptedDesk desk = new ScriptedDesk();
    private Lamp lamp;

    @Start
    void start(Stage stage) {
        lamp = desk.ui.registrationLamp();
        stage.setScene(new Scene(lamp));
        stage.show();
    }

    @Test
    void theLampTellsTheTruthAndItsAge(FxRobot robot) {
        robot.interact(() -> {
            report(RegistrationState.REGISTERED, new RegistrationCause.None());
            desk.pass(Duration.ofMinutes(12));
        });
        assertThat(lamp.toneProperty().get()).isEqualTo(Tone.OK);
        assertThat(lamp.detailProperty().get()).isEqualTo("Звонки принимаются, на связи 12:00");

        robot.interact(() -> report(RegistrationState.FAILED, new RegistrationCause.WrongPassword()));
        assertThat(lamp.toneProperty().get()).isEqualTo(Tone.DANGER);
        assertThat(lamp.getAccessibleText()).startsWith("SIP: Звонки не поступают: сервер не принял логин или пароль SIP");

        robot.interact(() -> desk.language.set(Words.ENGLISH));
        assertThat(lamp.detailProperty().get()).contains("No calls can reach you", "check them in the settings");
    }

    private void report(RegistrationState state, RegistrationCause cause) {
        var now = desk.time.instant();
        desk.signaling.remote().registrationChanged(new RegistrationSnapshot(state, cause, now, now));
    }
}
