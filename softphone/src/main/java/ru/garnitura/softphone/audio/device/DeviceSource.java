package ru.garnitura.softphone.audio.device;

import java.util.Arrays;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import ru.garnitura.softphone.audio.AudioSource;

/// The operator's microphone: silence where there is none.
final class DeviceSource implements AudioSource {

    /// Frames without sound after which the device counts as stuck: 3 s. A busy machine may leave out less.
    private static final int STUCK_FRAMES = 300;

    private final OpenPlace<Microphone> place;
    private final Executor io;
    private volatile Runnable stuck = () -> { };
    private @Nullable Microphone reported;

    DeviceSource(OpenPlace<Microphone> place, Executor io) {
        this.place = place;
        this.io = io;
    }

    /// @param told on the I/O lane, once a device
    void onStuck(Runnable told) {
        stuck = told;
    }

    @Override
    public void read(short[] frame) {
        Microphone device = place.device();
        if (device == null) {
            Arrays.fill(frame, (short) 0);
            return;
        }
        int starved = device.read(frame);
        if (starved >= STUCK_FRAMES && reported != device) {
            reported = device;
            io.execute(stuck);
        }
    }

    @Override
    public void close() {
        place.close();
    }
}
