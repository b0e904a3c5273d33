package ru.garnitura.softphone.audio.webrtc;

import dev.onvoid.webrtc.media.audio.AudioDevice;
import dev.onvoid.webrtc.media.audio.AudioDeviceModule;
import org.jspecify.annotations.Nullable;
import ru.garnitura.softphone.audio.AudioFrame;
import ru.garnitura.softphone.audio.device.Microphone;
import ru.garnitura.softphone.audio.signal.ElasticRing;
import ru.garnitura.softphone.audio.signal.Resampler;

/// An open microphone. The library's thread resamples what it delivers (44.1 kHz in blocks of 441 with PulseAudio)
/// into a ring, which the audio lane reads.
///
/// A module of its own: the library lets one module either record or play into Java, never both.
final class Capture implements Microphone {

    private final AudioDeviceModule module;
    private final String name;
    private final ElasticRing ring = new ElasticRing(AudioFrame.SAMPLES);
    private short[] block = new short[0];
    private short[] frame = new short[0];
    private @Nullable Resampler resampler;

    /// Native calls: may hang.
    Capture(AudioDeviceModule module, AudioDevice device) {
        this.module = module;
        name = device.getName();
        module.setAudioSink(this::recorded);
        module.setRecordingDevice(device);
        module.initRecording();
        module.startRecording();
    }

    @Override
    public String name() {
        return name;
    }

    private void recorded(byte[] bytes, int samples, int width, int channels, int rate, int delayMs, int drift) {
        Resampler current = resampler;
        if (current == null || block.length != samples) {
            block = new short[samples];
            frame = new short[AudioFrame.SAMPLES * Math.max(1, Math.ceilDiv(samples * 100, rate))];
            current = new Resampler(rate, AudioFrame.RATE);
            resampler = current;
        }
        for (int i = 0; i < samples; i++) {
            int at = i * channels * 2;
            block[i] = (short) ((bytes[at] & 0xff) | (bytes[at + 1] << 8));
        }
        ring.write(frame, current.process(block, 0, samples, frame));
    }

    @Override
    public int read(short[] to) {
        ring.read(to);
        return ring.starved();
    }

    /// A module whose device is gone refuses to stop, with a bare `Error`; it is let go all the same.
    @Override
    public void close() {
        try {
            module.stopRecording();
        } finally {
            module.dispose();
        }
    }
}
