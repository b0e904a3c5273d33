package ru.garnitura.softphone.audio.webrtc;

import dev.onvoid.webrtc.media.audio.AudioProcessing;
import dev.onvoid.webrtc.media.audio.AudioProcessingConfig;
import dev.onvoid.webrtc.media.audio.AudioProcessingStreamConfig;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import ru.garnitura.softphone.audio.AudioFrame;
import ru.garnitura.softphone.audio.VoiceProcessing;
import ru.garnitura.softphone.audio.device.VoiceFilter;

/// WebRTC's echo canceller (AEC3), noise suppression and automatic level. Locked against a frame that is still on its
/// way when the call ends; during a call nobody waits.
final class WebrtcVoiceFilter implements VoiceFilter {

    private static final VarHandle SAMPLES = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.nativeOrder());
    private static final AudioProcessingStreamConfig SHAPE = new AudioProcessingStreamConfig(AudioFrame.RATE, 1);

    private final AudioProcessing processing;
    private final byte[] in = new byte[2 * AudioFrame.SAMPLES];
    private final byte[] out = new byte[2 * AudioFrame.SAMPLES];
    private @Nullable VoiceProcessing applied;
    private volatile VoiceProcessing wanted = VoiceProcessing.OFF;
    private boolean closed;

    /// Native: loads the library.
    WebrtcVoiceFilter() {
        processing = new AudioProcessing();
    }

    @Override
    public void use(VoiceProcessing processing) {
        wanted = processing;
    }

    @Override
    public synchronized void heard(short[] frame) {
        if (!closed && adopt().echo()) {
            load(frame);
            processing.processReverseStream(in, SHAPE, SHAPE, out);
        }
    }

    @Override
    public synchronized void said(short[] frame) {
        if (closed || adopt().isOff()) {
            return;
        }
        load(frame);
        processing.processStream(in, SHAPE, SHAPE, out);
        for (int i = 0; i < frame.length; i++) {
            frame[i] = (short) SAMPLES.get(out, 2 * i);
        }
    }

    private VoiceProcessing adopt() {
        VoiceProcessing now = wanted;
        if (!now.equals(applied)) {
            applied = now;
            processing.applyConfig(config(now));
        }
        return now;
    }

    private static AudioProcessingConfig config(VoiceProcessing processing) {
        AudioProcessingConfig config = new AudioProcessingConfig();
        config.echoCanceller.enabled = processing.echo();
        config.echoCanceller.enforceHighPassFiltering = processing.echo();
        config.highPassFilter.enabled = processing.noise();
        config.noiseSuppression.enabled = processing.noise();
        config.noiseSuppression.level = AudioProcessingConfig.NoiseSuppression.Level.HIGH;
        config.gainControl.enabled = processing.level();
        AudioProcessingConfig.GainControl.AdaptiveDigital level = config.gainControl.adaptiveDigital;
        level.enabled = processing.level();
        level.headroomDb = 5;
        level.maxGainDb = 30;
        level.initialGainDb = 0;
        level.maxGainChangeDbPerSecond = 6;
        level.maxOutputNoiseLevelDbfs = -50;
        return config;
    }

    private void load(short[] frame) {
        for (int i = 0; i < frame.length; i++) {
            SAMPLES.set(in, 2 * i, frame[i]);
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            processing.dispose();
        }
    }
}
