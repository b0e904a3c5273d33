package ru.garnitura.desktop.app;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import ru.garnitura.desktop.settings.SoundMemory;
import ru.garnitura.softphone.audio.DeviceList;
import ru.garnitura.softphone.audio.Ringer;
import ru.garnitura.softphone.audio.SoundPreferences;
import ru.garnitura.softphone.audio.webrtc.WebrtcEndpoints;
import ru.garnitura.softphone.media.check.LaneMicrophoneCheck;
import ru.garnitura.softphone.media.check.MicrophoneCheck;
import ru.garnitura.softphone.ui.sound.SoundDesk;

/// The desk's devices as the operator set them, kept between starts. FX lane.
final class DeskSound implements SoundDesk {

    private final WebrtcEndpoints devices;
    private final Ringer ringer;
    private final SoundMemory memory;
    private final Lanes lanes;
    private final Clock clock;

    DeskSound(WebrtcEndpoints devices, Ringer ringer, SoundMemory memory, Lanes lanes, Clock clock) {
        this.devices = devices;
        this.ringer = ringer;
        this.memory = memory;
        this.lanes = lanes;
        this.clock = clock;
        devices.prefer(memory.read());
    }

    @Override
    public SoundPreferences preferences() {
        return memory.read();
    }

    @Override
    public void prefer(SoundPreferences preferences) {
        memory.write(preferences);
        devices.prefer(preferences);
    }

    @Override
    public Runnable watch(Consumer<DeviceList> changes) {
        return devices.watch(list -> lanes.fx().execute(() -> changes.accept(list)));
    }

    @Override
    public MicrophoneCheck check() {
        return LaneMicrophoneCheck.open(devices, lanes.io());
    }

    @Override
    public void ring(boolean ringing) {
        if (ringing) {
            ringer.ring();
        } else {
            ringer.silence();
        }
    }

    /// Asks for a check of the microphone that is used, where this day has seen none of it.
    ///
    /// @param offer called on the FX lane
    void offerCheck(Runnable offer) {
        if (devices.usesMicrophone()) {
            withMicrophone(microphone -> {
                if (!memory.isChecked(microphone, LocalDate.now(clock))) {
                    offer.run();
                }
            });
        }
    }

    @Override
    public void checked() {
        withMicrophone(microphone -> memory.checked(microphone, LocalDate.now(clock)));
    }

    private void withMicrophone(Consumer<String> use) {
        List<String> wanted = preferences().microphones();
        lanes.io().execute(() -> {
            List<String> there = devices.present().microphones(wanted);
            if (!there.isEmpty()) {
                lanes.fx().execute(() -> use.accept(there.getFirst()));
            }
        });
    }
}
