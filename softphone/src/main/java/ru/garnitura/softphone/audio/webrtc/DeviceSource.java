package ru.garnitura.softphone.audio.webrtc;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ru.garnitura.softphone.audio.AudioSource;
import ru.garnitura.softphone.call.DeviceNotice;
import ru.garnitura.softphone.call.DeviceNotice.Kind;

/// The operator's microphone: silence where there is none, another one when it fails in a call.
final class DeviceSource implements AudioSource {

    /// Frames without sound after which a device that spoke before counts as lost: 500 ms.
    private static final int LOST_FRAMES = 50;
    /// The same for a device that was just opened: 3 s.
    private static final int STILLBORN_FRAMES = 300;

    private final DeviceAccess access;
    private final List<String> preferred;
    private final Executor io;
    private final Consumer<DeviceNotice> notices;
    private volatile @Nullable Capture capture;
    private boolean spoke;
    private boolean closed;

    DeviceSource(DeviceAccess access, List<String> preferred, Executor io, Consumer<DeviceNotice> notices) {
        this.access = access;
        this.preferred = preferred;
        this.io = io;
        this.notices = notices;
    }

    /// I/O lane.
    ///
    /// @param kind what it is called when it succeeds
    synchronized void open(Kind kind) {
        Optional<Capture> opened = closed ? Optional.empty() : access.openCapture(preferred);
        opened.ifPresent(device -> capture = device);
        notices.accept(opened.map(device -> new DeviceNotice(kind, device.name()))
                .orElseGet(() -> new DeviceNotice(Kind.NONE_AVAILABLE, "")));
    }

    @Override
    public void read(short[] frame) {
        Capture current = capture;
        if (current == null) {
            Arrays.fill(frame, (short) 0);
            return;
        }
        int starved = current.read(frame);
        spoke |= starved == 0;
        if (starved >= (spoke ? LOST_FRAMES : STILLBORN_FRAMES)) {
            capture = null;
            spoke = false;
            io.execute(() -> replace(current));
        }
    }

    private void replace(Capture lost) {
        notices.accept(new DeviceNotice(Kind.LOST, lost.name()));
        access.run("close a lost microphone", lost::close);
        open(Kind.REPLACED);
    }

    @Override
    public synchronized void close() {
        closed = true;
        Capture current = capture;
        capture = null;
        if (current != null) {
            access.run("close the microphone", current::close);
        }
    }
}
