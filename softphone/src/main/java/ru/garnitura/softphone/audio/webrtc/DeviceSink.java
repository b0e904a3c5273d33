package ru.garnitura.softphone.audio.webrtc;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ru.garnitura.softphone.audio.AudioFrame;
import ru.garnitura.softphone.audio.AudioSink;
import ru.garnitura.softphone.audio.signal.ElasticRing;
import ru.garnitura.softphone.call.DeviceNotice;
import ru.garnitura.softphone.call.DeviceNotice.Kind;

/// The operator's earpiece: nothing where there is none, another one when it fails in a call.
final class DeviceSink implements AudioSink {

    /// Frames a device did not fetch after which it counts as lost: 500 ms on top of a full ring.
    private static final int LOST_FRAMES = 50;
    /// The same for a device that was just opened and fetched nothing yet: 3 s.
    private static final int STILLBORN_FRAMES = 300;

    /// A device with the ring it is fed from.
    private record Fed(Playback playback, ElasticRing ring) {
    }

    private final DeviceAccess access;
    private final List<String> preferred;
    private final Executor io;
    private final Consumer<DeviceNotice> notices;
    private volatile @Nullable Fed fed;
    private boolean closed;

    DeviceSink(DeviceAccess access, List<String> preferred, Executor io, Consumer<DeviceNotice> notices) {
        this.access = access;
        this.preferred = preferred;
        this.io = io;
        this.notices = notices;
    }

    /// I/O lane.
    ///
    /// @param kind what it is called when it succeeds
    synchronized void open(Kind kind) {
        ElasticRing ring = new ElasticRing(AudioFrame.SAMPLES);
        Optional<Playback> opened = closed ? Optional.empty() : access.openPlayback(preferred, ring::read);
        opened.ifPresent(device -> {
            access.run("start the headset", device::start);
            fed = new Fed(device, ring);
        });
        notices.accept(opened.map(device -> new DeviceNotice(kind, device.name()))
                .orElseGet(() -> new DeviceNotice(Kind.NONE_AVAILABLE, "")));
    }

    @Override
    public void write(short[] frame) {
        Fed current = fed;
        if (current == null || current.ring.write(frame, frame.length)) {
            return;
        }
        if (current.ring.overruns() >= (current.ring.flows() ? LOST_FRAMES : STILLBORN_FRAMES)) {
            fed = null;
            io.execute(() -> replace(current.playback));
        }
    }

    private void replace(Playback lost) {
        notices.accept(new DeviceNotice(Kind.LOST, lost.name()));
        access.run("close a lost headset", lost::close);
        open(Kind.REPLACED);
    }

    @Override
    public synchronized void close() {
        closed = true;
        Fed current = fed;
        fed = null;
        if (current != null) {
            access.run("close the headset", current.playback::close);
        }
    }
}
