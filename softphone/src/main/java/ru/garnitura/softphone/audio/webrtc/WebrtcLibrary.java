package ru.garnitura.softphone.audio.webrtc;

import dev.onvoid.webrtc.media.audio.AudioDevice;
import dev.onvoid.webrtc.media.audio.AudioDeviceModule;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import ru.garnitura.softphone.audio.DeviceList;
import ru.garnitura.softphone.audio.device.FrameFeed;
import ru.garnitura.softphone.audio.device.Microphone;
import ru.garnitura.softphone.audio.device.SoundLibrary;
import ru.garnitura.softphone.audio.device.Speaker;

/// The sound library of webrtc-java. It names the system's default device a second time, with a mark before the name.
///
/// With PulseAudio it opens the default device whatever it is told, and crashes the process where it is asked for
/// microphones and there is none: it is used where there is no PulseAudio.
final class WebrtcLibrary implements SoundLibrary {

    private static final String DEFAULT_MARK = "default: ";

    @Override
    public DeviceList list() {
        AudioDeviceModule module = new AudioDeviceModule();
        try {
            List<String> microphones = names(module.getRecordingDevices());
            List<String> speakers = names(module.getPlayoutDevices());
            return new DeviceList(plain(microphones), plain(speakers),
                    new DeviceList.Defaults(marked(microphones), marked(speakers)));
        } finally {
            module.dispose();
        }
    }

    private static List<String> names(List<AudioDevice> devices) {
        return devices.stream().map(AudioDevice::getName).toList();
    }

    private static List<String> plain(List<String> names) {
        return names.stream().filter(name -> !name.startsWith(DEFAULT_MARK)).distinct().toList();
    }

    private static String marked(List<String> names) {
        return names.stream().filter(name -> name.startsWith(DEFAULT_MARK)).findFirst()
                .map(name -> name.substring(DEFAULT_MARK.length())).orElse("");
    }

    @Override
    public Optional<Microphone> openMicrophone(String name) {
        return open(name, AudioDeviceModule::getRecordingDevices, Capture::new);
    }

    @Override
    public Optional<Speaker> openSpeaker(String name, FrameFeed feed) {
        return open(name, AudioDeviceModule::getPlayoutDevices, (module, device) -> new Playback(module, device, feed));
    }

    private interface Opening<D> {
        D open(AudioDeviceModule module, AudioDevice device);
    }

    private static <D> Optional<D> open(String name, Function<AudioDeviceModule, List<AudioDevice>> devices,
            Opening<? extends D> opening) {
        AudioDeviceModule module = new AudioDeviceModule();
        Optional<AudioDevice> found = devices.apply(module).stream().filter(d -> d.getName().equals(name)).findFirst();
        if (found.isEmpty()) {
            module.dispose();
        }
        return found.map(device -> opening.open(module, device));
    }
}
