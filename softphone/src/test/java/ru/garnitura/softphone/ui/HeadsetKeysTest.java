package ru.garnitura.softphone.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import ru.garnitura.softphone.headset.HeadsetButton;
import ru.garnitura.softphone.headset.HeadsetButtons;
import ru.garnitura.softphone.headset.HeadsetLamps;

class HeadsetKeysTest {

    private final ScriptedDesk desk = new ScriptedDesk();
    private final FakeHeadset headset = new FakeHeadset();
    private final HeadsetKeys keys = new HeadsetKeys(desk.ui.call(), headset, Runnable::run);

    private static final class FakeHeadset implements HeadsetButtons {
        private final List<HeadsetLamps> shown = new ArrayList<>();
        private Consumer<HeadsetButton> pressed = button -> { };

        @Override
        public void begin(Consumer<HeadsetButton> listener) {
            pressed = listener;
        }

        @Override
        public void show(HeadsetLamps lamps) {
            if (shown.isEmpty() || !shown.getLast().equals(lamps)) {
                shown.add(lamps);
            }
        }

        @Override
        public void close() {
            shown.add(HeadsetLamps.DARK);
        }
    }

    @Test
    void theHookAnswersAndEndsAndMuteMutes() {
        desk.irinaCalls();
        assertThat(headset.shown.getLast()).isEqualTo(new HeadsetLamps(true, false, false));
        headset.pressed.accept(HeadsetButton.OFF_HOOK);
        assertThat(desk.ui.call().phaseProperty().get()).isEqualTo(CallPhase.TALKING);
        assertThat(headset.shown.getLast()).isEqualTo(new HeadsetLamps(false, true, false));
        headset.pressed.accept(HeadsetButton.MUTE);
        assertThat(headset.shown.getLast()).isEqualTo(new HeadsetLamps(false, true, true));
        headset.pressed.accept(HeadsetButton.ON_HOOK);
        assertThat(desk.ui.call().phaseProperty().get().connected()).isFalse();
        assertThat(headset.shown.getLast()).isEqualTo(HeadsetLamps.DARK);
        keys.close();
    }

    @Test
    void buttonsWithoutACallDoNothing() {
        for (HeadsetButton button : HeadsetButton.values()) {
            headset.pressed.accept(button);
        }
        assertThat(desk.signaling.verbs()).noneMatch(verb -> verb.startsWith("invite") || verb.startsWith("bye"));
        desk.irinaCalls();
        headset.pressed.accept(HeadsetButton.ON_HOOK);
        headset.pressed.accept(HeadsetButton.MUTE);
        assertThat(desk.ui.call().phaseProperty().get()).isEqualTo(CallPhase.INCOMING);
    }
}
