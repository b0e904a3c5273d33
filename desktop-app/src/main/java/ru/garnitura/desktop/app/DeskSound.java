package ru.garnitura.desktop.app;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import ru.garnitura.desktop.settings.SoundMemory;
import ru.garnitura.softphone.audio.DeviceList;
import ru.garnitura.softphone.audio.Ringer;
import ru.garnitura.softphone.audio.SoundPreferences;
import ru.garnitura.softphone.audio.webrtc.WebrtcEndpoints;
import ru.garnitura.softphone.media.check.LaneMicrophoneCheck;
import ru.garnitura.softphone.media.check.MicrophoneCheck;

/// The desk's devices as the operator set them, kept between starts. FX lane.
final class DeskSound implements CheckedSound {

    private final WebrtcEndpoints devices;
    private final Ringer ringer;
    private final SoundMemory memory;
    private final Lanes lanes;
    private final Set<SoundMemory.Pair> skipped = new HashSet<>();
    private DeviceList present = DeviceList.NONE;
    private boolean offered;

    DeskSound(WebrtcEndpoints devices, Ringer ringer, SoundMemory memory, Lanes lanes) {
        this.devices = devices;
        this.ringer = ringer;
        this.memory = memory;
        this.lanes = lanes;
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

    /// Follows what is plugged in from now on.
    ///
    /// @param offer called once, on the FX lane, where the first devices that are there were not checked yet
    void offerCheck(Runnable offer) {
        if (devices.usesMicrophone()) {
            watch(list -> {
                present = list;
                if (!offered && inUse().isPresent()) {
                    offered = true;
                    if (!isChecked()) {
                        offer.run();
                    }
                }
            });
        }
    }

    @Override
    public boolean isChecked() {
        return inUse().map(pair -> skipped.contains(pair) || memory.isChecked(pair)).orElse(true);
    }

    @Override
    public void skipCheck() {
        inUse().ifPresent(skipped::add);
    }

    @Override
    public void checked() {
        inUse().ifPresent(memory::checked);
    }

    private Optional<SoundMemory.Pair> inUse() {
        SoundPreferences wanted = preferences();
        List<String> microphones = present.microphones(wanted.microphones());
        List<String> headsets = present.speakers(wanted.headsets());
        return microphones.isEmpty() ? Optional.empty()
                : Optional.of(new SoundMemory.Pair(microphones.getFirst(), headsets.isEmpty() ? "" : headsets.getFirst()));
    }
}
