package ru.garnitura.softphone.audio.webrtc;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import ru.garnitura.softphone.audio.AudioChoice;
import ru.garnitura.softphone.audio.AudioEndpoints;
import ru.garnitura.softphone.audio.AudioPair;
import ru.garnitura.softphone.audio.AudioSettings;
import ru.garnitura.softphone.audio.AudioSink;
import ru.garnitura.softphone.audio.AudioSource;
import ru.garnitura.softphone.audio.LoopSource;
import ru.garnitura.softphone.audio.ToneSource;
import ru.garnitura.softphone.audio.Wav;
import ru.garnitura.softphone.audio.WavSink;
import ru.garnitura.softphone.call.DeviceNotice;
import ru.garnitura.softphone.call.DeviceNotice.Kind;

/// Endpoints as the settings name them: devices, tones, files or silence, in any mixture.
public final class WebrtcEndpoints implements AudioEndpoints {

    private final AudioSettings settings;
    private final Executor io;
    private final DeviceAccess access = new DeviceAccess();

    private WebrtcEndpoints(AudioSettings settings, Executor io) {
        this.settings = settings;
        this.io = io;
    }

    /// @param io recordings are written and lost devices replaced here; must not run tasks in the caller
    public static WebrtcEndpoints of(AudioSettings settings, Executor io) {
        return new WebrtcEndpoints(settings, io);
    }

    /// Whether the devices that the settings ask for are there, so that a call would be heard. I/O lane: up to 5 s.
    public boolean isComplete() {
        boolean microphone = settings.source() instanceof AudioChoice.Device;
        boolean headset = settings.sink() instanceof AudioChoice.Device;
        return !(microphone || headset) || access.has(microphone, headset);
    }

    @Override
    public AudioPair open(Consumer<DeviceNotice> notices) {
        AudioSource source = switch (settings.source()) {
            case AudioChoice.Tone tone -> new ToneSource(tone.hertz());
            case AudioChoice.File file -> new LoopSource(Wav.read(file.path()));
            case AudioChoice.Silence _ -> AudioSource.silence();
            case AudioChoice.Device device -> microphone(device.preferred(), notices);
        };
        AudioSink sink = switch (settings.sink()) {
            case AudioChoice.File file -> new WavSink(file.path(), io);
            case AudioChoice.Tone _, AudioChoice.Silence _ -> AudioSink.silence();
            case AudioChoice.Device device -> headset(device.preferred(), notices);
        };
        return new AudioPair(source, sink);
    }

    private AudioSource microphone(List<String> preferred, Consumer<DeviceNotice> notices) {
        DeviceSource source = new DeviceSource(access, preferred, io, notices);
        source.open(Kind.OPENED);
        return source;
    }

    private AudioSink headset(List<String> preferred, Consumer<DeviceNotice> notices) {
        DeviceSink sink = new DeviceSink(access, preferred, io, notices);
        sink.open(Kind.OPENED);
        return sink;
    }
}
