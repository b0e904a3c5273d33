package ru.garnitura.softphone.audio.webrtc;

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
import ru.garnitura.softphone.call.DeviceNotice;

/// Endpoints as the settings name them: devices, tones, files or silence, in any mixture.
public final class WebrtcEndpoints implements AudioEndpoints {

    private final AudioSettings settings;

    private WebrtcEndpoints(AudioSettings settings) {
        this.settings = settings;
    }

    /// @param io recordings are written here
    public static AudioEndpoints of(AudioSettings settings, Executor io) {
        return new WebrtcEndpoints(settings);
    }

    @Override
    public AudioPair open(Consumer<DeviceNotice> notices) {
        AudioSource source = switch (settings.source()) {
            case AudioChoice.Tone tone -> new ToneSource(tone.hertz());
            case AudioChoice.File file -> new LoopSource(Wav.read(file.path()));
            case AudioChoice.Silence _, AudioChoice.Device _ -> AudioSource.silence();
        };
        return new AudioPair(source, AudioSink.silence());
    }
}
