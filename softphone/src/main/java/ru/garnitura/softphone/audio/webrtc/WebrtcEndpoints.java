package ru.garnitura.softphone.audio.webrtc;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ru.garnitura.softphone.audio.AudioChoice;
import ru.garnitura.softphone.audio.AudioEndpoints;
import ru.garnitura.softphone.audio.AudioPair;
import ru.garnitura.softphone.audio.AudioSettings;
import ru.garnitura.softphone.audio.AudioSink;
import ru.garnitura.softphone.audio.AudioSource;
import ru.garnitura.softphone.audio.DeviceList;
import ru.garnitura.softphone.audio.LoopSource;
import ru.garnitura.softphone.audio.Ringer;
import ru.garnitura.softphone.audio.SoundPreferences;
import ru.garnitura.softphone.audio.ToneSource;
import ru.garnitura.softphone.audio.Wav;
import ru.garnitura.softphone.audio.WavSink;
import ru.garnitura.softphone.audio.device.DeviceDesk;
import ru.garnitura.softphone.call.DeviceNotice;

/// Endpoints as the settings name them: devices, tones, files or silence, in any mixture; devices as the operator
/// prefers them. Any thread, unless it is said.
public final class WebrtcEndpoints implements AudioEndpoints, AutoCloseable {

    private final AudioSettings settings;
    private final Executor io;
    private final DeviceDesk desk;

    private WebrtcEndpoints(AudioSettings settings, Executor io) {
        this.settings = settings;
        this.io = io;
        ThisDesk system = new ThisDesk();
        desk = new DeviceDesk(new DeviceDesk.Parts(system, system, WebrtcVoiceFilter::new, io));
    }

    /// @param io recordings are written and devices opened here; must not run tasks in the caller
    public static WebrtcEndpoints of(AudioSettings settings, Executor io) {
        return new WebrtcEndpoints(settings, io);
    }

    /// Whether any place of the desk is a device, so that there is something to set.
    public boolean usesDevices() {
        return settings.source() instanceof AudioChoice.Device || settings.sink() instanceof AudioChoice.Device
                || settings.ringer() instanceof AudioChoice.Device;
    }

    /// Whether the operator's own voice is heard, so that there is something to check.
    public boolean usesMicrophone() {
        return settings.source() instanceof AudioChoice.Device;
    }

    /// From now on devices are used like this, in a call that runs too.
    public void prefer(SoundPreferences preferences) {
        desk.prefer(preferences);
    }

    /// Which devices are there. I/O lane: up to 6 s the first time.
    public DeviceList present() {
        return desk.present();
    }

    /// Tells which devices are there, and each change, until the returned task is run; on any thread.
    public Runnable watch(Consumer<DeviceList> changes) {
        return desk.watch(changes);
    }

    /// Whether the devices that the settings ask for are there, so that a call would be heard. I/O lane: up to 6 s.
    public boolean isComplete() {
        boolean microphone = settings.source() instanceof AudioChoice.Device;
        boolean headset = settings.sink() instanceof AudioChoice.Device;
        if (!microphone && !headset) {
            return true;
        }
        DeviceList present = present();
        return !(microphone && present.microphones().isEmpty()) && !(headset && present.speakers().isEmpty());
    }

    /// The headset alone, for what the operator listens to: no microphone is opened, and no file is written that a
    /// call may be writing.
    public AudioEndpoints headset() {
        return notices -> settings.sink() instanceof AudioChoice.Device
                ? desk.open(AudioSource.silence(), null, notices) : AudioPair.silence();
    }

    @Override
    public AudioPair open(Consumer<DeviceNotice> notices) {
        @Nullable AudioSource source = switch (settings.source()) {
            case AudioChoice.Tone tone -> new ToneSource(tone.hertz());
            case AudioChoice.File file -> new LoopSource(Wav.read(file.path()));
            case AudioChoice.Silence _ -> AudioSource.silence();
            case AudioChoice.Device _ -> null;
        };
        @Nullable AudioSink sink = switch (settings.sink()) {
            case AudioChoice.File file -> new WavSink(file.path(), io);
            case AudioChoice.Tone _, AudioChoice.Silence _ -> AudioSink.silence();
            case AudioChoice.Device _ -> null;
        };
        return source != null && sink != null ? new AudioPair(source, sink) : desk.open(source, sink, notices);
    }

    /// What rings beside the headset.
    ///
    /// @param loop the ring with the pause after it, read on the I/O lane
    public Ringer ringer(Supplier<Wav> loop) {
        return settings.ringer() instanceof AudioChoice.Device ? desk.ringer(loop) : Ringer.silent();
    }

    @Override
    public void close() {
        desk.close();
    }
}
