package ru.garnitura.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
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
import ru.garnitura.desktop.desk.OperatorState;
import ru.garnitura.desktop.desk.Readiness;
import ru.garnitura.desktop.desk.Standing;
import ru.garnitura.softphone.audio.DeviceList;
import ru.garnitura.softphone.audio.SoundPreferences;
import ru.garnitura.softphone.call.CallAudio;
import ru.garnitura.softphone.call.CallDirection;
import ru.garnitura.softphone.call.CallHints;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.CallSnapshot;
import ru.garnitura.softphone.call.CallState;
import ru.garnitura.softphone.call.CallTimes;
import ru.garnitura.softphone.call.RemoteParty;
import ru.garnitura.softphone.call.SoftphoneEvent;
import ru.garnitura.softphone.media.check.MicrophoneCheck;

/// The check before Ready, with devices nobody checked yet.
@ExtendWith(ApplicationExtension.class)
class SoundSheetUiTest {

    private final AtomicInteger went = new AtomicInteger();
    private final AtomicInteger calls = new AtomicInteger();
    private final SoundSheet sheet = new SoundSheet(new Unchecked(), new SimpleObjectProperty<>(Words.RUSSIAN));
    private final Readiness readiness = new Readiness(new Standing(OperatorState.READY, "", Instant.EPOCH), new Readiness.Ports() {
        @Override
        public void acceptCalls(boolean accepting) {
            // nobody calls
        }

        @Override
        public void report(Standing standing) {
            // nobody asks
        }
    }, InstantSource.system());
    private final ReadyCheck check = new ReadyCheck(sheet, readiness, () -> calls.get() > 0);

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
        skip(robot);
        assertThat(went).hasValue(1);
        robot.interact(() -> sheet.beforeReady(went::incrementAndGet));
        assertThat(went).as("skipped until the next start").hasValue(2);
    }

    private void skip(FxRobot robot) {
        robot.interact(() -> robot.lookup("#ready-check-skip").queryButton().fire());
        assertThat(isAsked(robot)).isFalse();
    }

    /// A call that rings while the check stands is seen, and makes nobody Ready: neither the check nor the operator's word
    /// was given.
    @Test
    void aCallPutsTheCheckOffAndItComesBackOnceTheCallAndItsWrapUpAreOver(FxRobot robot) {
        beginReady(robot);
        assertThat(isAsked(robot)).isTrue();
        calls.set(1);
        hear(robot, new SoftphoneEvent.IncomingCall(call(CallState.RINGING)));
        assertThat(isAsked(robot)).as("the call is not covered").isFalse();
        assertThat(readiness.state()).isEqualTo(OperatorState.NOT_READY);
        hear(robot, new SoftphoneEvent.CallChanged(call(CallState.CONFIRMED)));
        assertThat(isAsked(robot)).as("in the call").isFalse();
        calls.set(0);
        robot.interact(readiness::beginWrapUp);
        hear(robot, new SoftphoneEvent.CallChanged(call(CallState.TERMINATED)));
        assertThat(isAsked(robot)).as("in wrap-up").isFalse();
        robot.interact(readiness::endWrapUp);
        assertThat(isAsked(robot)).isTrue();
        assertThat(readiness.state()).isEqualTo(OperatorState.NOT_READY);
        skip(robot);
        assertThat(readiness.state()).isEqualTo(OperatorState.READY);
    }

    @Test
    void aWrapUpThatBeginsLateIsNotCoveredEither(FxRobot robot) {
        beginReady(robot);
        hear(robot, new SoftphoneEvent.IncomingCall(call(CallState.RINGING)));
        hear(robot, new SoftphoneEvent.CallChanged(call(CallState.TERMINATED)));
        assertThat(isAsked(robot)).isTrue();
        robot.interact(readiness::beginWrapUp);
        assertThat(isAsked(robot)).isFalse();
    }

    @Test
    void whoWishesNotReadyMeanwhileIsNotAskedAgain(FxRobot robot) {
        beginReady(robot);
        hear(robot, new SoftphoneEvent.IncomingCall(call(CallState.RINGING)));
        robot.interact(() -> readiness.goNotReady("lunch"));
        hear(robot, new SoftphoneEvent.CallChanged(call(CallState.TERMINATED)));
        assertThat(isAsked(robot)).isFalse();
        robot.interact(readiness::goReady);
        assertThat(isAsked(robot)).as("asked for anew").isTrue();
    }

    private void beginReady(FxRobot robot) {
        robot.interact(() -> {
            readiness.goNotReady("");
            readiness.goReady();
        });
    }

    private static CallSnapshot call(CallState state) {
        var progress = new CallSnapshot.Progress(state, CallAudio.OPEN, new CallTimes(Instant.EPOCH, null, Instant.EPOCH, null), null);
        var remote = new RemoteParty("", "+79275550134", "sip:x@test.invalid", false, CallHints.NONE);
        return new CallSnapshot(new CallId("c-1"), CallDirection.INCOMING, remote, progress, null);
    }

    private void hear(FxRobot robot, SoftphoneEvent event) {
        robot.interact(() -> check.happened(event));
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
