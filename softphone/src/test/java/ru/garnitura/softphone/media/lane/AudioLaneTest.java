package ru.garnitura.softphone.media.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ru.garnitura.softphone.audio.AudioPair;
import ru.garnitura.softphone.call.DeviceNotice;

class AudioLaneTest {

    private static final MixPort MUTE = new MixPort() {

        @Override
        public void say(short[] frame, long now) {
            // says nothing
        }

        @Override
        public void hear(short[] frame, long now) {
            // hears nothing
        }
    };

    @Test
    void aCallWhoseDevicesFailDoesNotSilenceTheNext() {
        List<DeviceNotice> notices = new ArrayList<>();
        List<String> deeds = new ArrayList<>();
        AudioLane lane = new AudioLane(told -> {
            deeds.add("open");
            if (deeds.size() == 1) {
                throw new IllegalStateException("planted");
            }
            return AudioPair.silence();
        }, Runnable::run, notices::add, Map.of());
        lane.attach(MUTE).leave(() -> { });
        lane.attach(MUTE).leave(() -> { });
        assertThat(deeds).containsExactly("open", "open");
        assertThat(notices).containsExactly(
                new DeviceNotice(DeviceNotice.Kind.NONE_AVAILABLE, DeviceNotice.Place.BOTH, ""));
    }
}
