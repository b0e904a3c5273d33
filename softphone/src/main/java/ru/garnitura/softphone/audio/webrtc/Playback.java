package ru.garnitura.softphone.audio.webrtc;

import dev.onvoid.webrtc.media.audio.AudioDevice;
import dev.onvoid.webrtc.media.audio.AudioDeviceModule;
import org.jspecify.annotations.Nullable;
import ru.garnitura.softphone.audio.AudioFrame;
import ru.garnitura.softphone.audio.device.FrameFeed;
import ru.garnitura.softphone.audio.device.Speaker;
import ru.garnitura.softphone.audio.signal.Resampler;

/// An open loudspeaker or earpiece, which fetches its frames itself: the library's thread asks for 10 ms at its rate.
final class Playback implements Speaker {

    private final AudioDeviceModule module;
    private final String name;
    private final FrameFeed feed;
    private final short[] frame = AudioFrame.silence();
    private short[] block = new short[0];
    private @Nullable Resampler resampler;
    private boolean playing;

    /// Native calls: may hang.
    Playback(AudioDeviceModule module, AudioDevice device, FrameFeed feed) {
        this.module = module;
        this.feed = feed;
        name = device.getName();
        module.setAudioSource(this::wanted);
        module.setPlayoutDevice(device);
    }

    @Override
    public String name() {
        return name;
    }

    private int wanted(byte[] bytes, int samples, int width, int channels, int rate) {
        Resampler current = resampler;
        if (current == null || block.length != samples) {
            block = new short[samples];
            current = new Resampler(AudioFrame.RATE, rate);
            resampler = current;
        }
        feed.fill(frame);
        current.process(frame, 0, AudioFrame.SAMPLES, block);
        for (int i = 0; i < samples; i++) {
            for (int c = 0; c < channels; c++) {
                int at = (i * channels + c) * 2;
                bytes[at] = (byte) block[i];
                bytes[at + 1] = (byte) (block[i] >> 8);
            }
        }
        return samples;
    }

    @Override
    public void start() {
        if (!playing) {
            playing = true;
            module.initPlayout();
            module.startPlayout();
        }
    }

    @Override
    public void stop() {
        if (playing) {
            playing = false;
            module.stopPlayout();
        }
    }

    @Override
    public void close() {
        try {
            stop();
        } finally {
            module.dispose();
        }
    }
}
