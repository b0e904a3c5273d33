package ru.garnitura.softphone.audio.device;

import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import ru.garnitura.softphone.audio.AudioSink;
import ru.garnitura.softphone.audio.signal.Gain;

/// The operator's earpiece: nothing where there is none.
final class DeviceSink implements AudioSink {

    /// Frames in a row that the device did not fetch after which it counts as stuck: 3 s on top of a full ring.
    private static final int STUCK_FRAMES = 300;

    private final OpenPlace<FedSpeaker> place;
    private final Executor io;
    private final Gain gain;
    private volatile Runnable stuck = () -> { };
    private @Nullable FedSpeaker reported;

    DeviceSink(OpenPlace<FedSpeaker> place, Executor io, Gain gain) {
        this.place = place;
        this.io = io;
        this.gain = gain;
    }

    /// @param told on the I/O lane, once a device
    void onStuck(Runnable told) {
        stuck = told;
    }

    @Override
    public void write(short[] frame) {
        FedSpeaker fed = place.device();
        if (fed == null) {
            return;
        }
        gain.apply(frame);
        if (!fed.ring().write(frame, frame.length) && fed.ring().overruns() >= STUCK_FRAMES && reported != fed) {
            reported = fed;
            io.execute(stuck);
        }
    }

    @Override
    public void close() {
        place.close();
    }
}
