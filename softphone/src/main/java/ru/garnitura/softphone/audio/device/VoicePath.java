package ru.garnitura.softphone.audio.device;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ru.garnitura.softphone.audio.AudioPair;
import ru.garnitura.softphone.audio.AudioSink;
import ru.garnitura.softphone.audio.AudioSource;
import ru.garnitura.softphone.audio.VoiceProcessing;
import ru.garnitura.softphone.audio.signal.Gain;

/// The way of the operator's voice from his microphone: cleaned of noise and of what his own headset plays, then made
/// as loud as he set it. The filter is made when it is first wanted.
final class VoicePath implements Follower {

    private final AudioPair devices;
    private final Gain gain;
    private final Supplier<Optional<VoiceFilter>> filters;
    private final Supplier<VoiceProcessing> wanted;
    private volatile @Nullable VoiceFilter filter;
    private boolean closed;

    /// @param filters I/O lane
    VoicePath(AudioPair devices, Gain gain, Supplier<Optional<VoiceFilter>> filters, Supplier<VoiceProcessing> wanted) {
        this.devices = devices;
        this.gain = gain;
        this.filters = filters;
        this.wanted = wanted;
    }

    @Override
    public synchronized void follow() {
        VoiceProcessing processing = wanted.get();
        VoiceFilter now = filter;
        if (now == null && !closed && !processing.isOff()) {
            now = filters.get().orElse(null);
        }
        if (now != null) {
            now.use(processing);
            filter = now;
        }
    }

    /// @param last runs after it was closed
    AudioPair pair(Runnable last) {
        return new AudioPair(new Mouth(last), new EarBehind());
    }

    private synchronized void close() {
        closed = true;
        VoiceFilter last = filter;
        filter = null;
        if (last != null) {
            last.close();
        }
    }

    private final class Mouth implements AudioSource {
        private final Runnable last;

        Mouth(Runnable last) {
            this.last = last;
        }

        @Override
        public void read(short[] frame) {
            devices.source().read(frame);
            VoiceFilter now = filter;
            if (now != null) {
                now.said(frame);
            }
            gain.apply(frame);
        }

        @Override
        public void close() {
            last.run();
            devices.source().close();
            VoicePath.this.close();
        }
    }

    private final class EarBehind implements AudioSink {

        @Override
        public void write(short[] frame) {
            devices.sink().write(frame);
            VoiceFilter now = filter;
            if (now != null) {
                now.heard(frame);
            }
        }

        @Override
        public void close() {
            devices.sink().close();
        }
    }
}
