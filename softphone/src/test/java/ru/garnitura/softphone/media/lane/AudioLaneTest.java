package ru.garnitura.softphone.media.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ru.garnitura.softphone.audio.AudioPair;
import ru.garnitura.softphone.audio.Wav;
import ru.garnitura.softphone.call.DeviceNotice;
import ru.garnitura.softphone.call.HeadsetSound;
import ru.garnitura.softphone.call.MediaException;

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

        @Override
        public void unseated() {
            // has nothing to lose
        }
    };

    @Test
    void aCueIsReadOnceAndOneThatCouldNotBeReadIsTriedAgain() {
        List<String> reads = new ArrayList<>();
        AudioLane lane = new AudioLane(told -> AudioPair.silence(), Runnable::run, told -> { },
                Map.of(HeadsetSound.SECOND_CALL, () -> {
                    reads.add("read");
                    if (reads.size() == 1) {
                        throw new MediaException("planted");
                    }
                    return new Wav(48_000, new short[960]);
                }));
        AudioLane.Place place = lane.attach(MUTE);
        for (int i = 0; i < 4; i++) {
            lane.cue(HeadsetSound.SECOND_CALL);
        }
        place.leave(() -> { });

        assertThat(reads).hasSize(2);
    }

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
