package ru.garnitura.softphone.audio.webrtc;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import ru.garnitura.softphone.audio.AudioChoice;
import ru.garnitura.softphone.audio.LoopSource;
import ru.garnitura.softphone.audio.Ringer;
import ru.garnitura.softphone.audio.Wav;

/// Rings on its own device. The device is made ready beforehand, so that the first ring is not late, and is closed
/// only at the end; where there is none it is looked for again with each ring.
public final class WebrtcRinger implements Ringer {

    private final AudioChoice choice;
    private final Wav loop;
    private final DeviceAccess access = new DeviceAccess();
    private final Executor io;
    private CompletableFuture<@Nullable Playback> device;
    private boolean ringing;

    private WebrtcRinger(AudioChoice choice, Wav loop, Executor io) {
        this.choice = choice;
        this.loop = loop;
        this.io = io;
        device = CompletableFuture.supplyAsync(this::open, io);
    }

    /// @param choice a device, or silence
    /// @param loop   the ring with the pause after it
    public static Ringer of(AudioChoice choice, Wav loop, Executor io) {
        return new WebrtcRinger(choice, loop, io);
    }

    private @Nullable Playback open() {
        if (!(choice instanceof AudioChoice.Device wanted)) {
            return null;
        }
        Optional<Playback> opened = access.openPlayback(wanted.preferred(), new LoopSource(loop)::read);
        return opened.orElse(null);
    }

    @Override
    public synchronized void ring() {
        if (!ringing) {
            ringing = true;
            device = device.thenApplyAsync(ready -> {
                Playback playback = ready == null ? open() : ready;
                if (playback != null) {
                    access.run("ring", playback::start);
                }
                return playback;
            }, io);
        }
    }

    @Override
    public synchronized void silence() {
        if (ringing) {
            ringing = false;
            device = device.thenApplyAsync(playback -> {
                if (playback != null) {
                    access.run("stop ringing", playback::stop);
                }
                return playback;
            }, io);
        }
    }

    @Override
    public synchronized void close() {
        silence();
        device = device.thenApplyAsync(playback -> {
            if (playback != null) {
                access.run("close the ringer", playback::close);
            }
            return null;
        }, io);
    }
}
