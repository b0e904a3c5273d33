package ru.garnitura.softphone.media.lane;

import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.garnitura.softphone.audio.AudioEndpoints;
import ru.garnitura.softphone.audio.AudioPair;
import ru.garnitura.softphone.audio.Wav;
import ru.garnitura.softphone.call.DeviceNotice;
import ru.garnitura.softphone.call.HeadsetSound;
import ru.garnitura.softphone.call.MediaException;

/// Runs the audio lane while there is a call: opens the endpoints on the I/O lane, serves silence until they are open,
/// closes them after the last call. Any thread.
public final class AudioLane {

    private static final Logger LOG = LoggerFactory.getLogger(AudioLane.class);

    private final AudioEndpoints endpoints;
    private final Executor io;
    private final Consumer<DeviceNotice> notices;
    private CompletableFuture<@Nullable AudioPair> devices = CompletableFuture.completedFuture(null);
    private @Nullable LaneRun current;
    private final Map<HeadsetSound, Supplier<Wav>> sounds;
    /// Sounds read already, as they are played.
    private final Map<HeadsetSound, short[]> read = new ConcurrentHashMap<>();
    private final Set<HeadsetSound> unreadable = ConcurrentHashMap.newKeySet();
    private int ports;

    /// @param notices called on any thread
    /// @param sounds  for the headset, read on the I/O lane
    public AudioLane(AudioEndpoints endpoints, Executor io, Consumer<DeviceNotice> notices,
            Map<HeadsetSound, Supplier<Wav>> sounds) {
        this.sounds = sounds;
        this.endpoints = endpoints;
        this.io = io;
        this.notices = notices;
    }

    /// A port's place on the lane.
    public interface Place {

        /// Runs something on the lane before its next tick.
        void onLane(Runnable command);

        /// Leaves the lane; `last` runs on it afterwards.
        void leave(Runnable last);
    }

    /// Joins a port with the operator's mouth and ear.
    public synchronized Place attach(MixPort port) {
        LaneRun run = current;
        if (run == null) {
            run = new LaneRun(new Cue(), this::silence);
            current = run;
            openFor(run);
            run.start();
        }
        ports++;
        LaneRun joined = run;
        joined.command(() -> joined.table().seat(port));
        return new Seat(joined, port);
    }

    /// Plays a sound to the operator where a call runs, from its beginning once the devices are open.
    public synchronized void cue(HeadsetSound wanted) {
        LaneRun run = current;
        Supplier<Wav> sound = sounds.get(wanted);
        if (run != null && sound != null) {
            io.execute(() -> {
                short[] framed = framed(wanted, sound);
                run.command(() -> run.cue().begin(framed));
            });
        }
    }

    /// Nothing where it can't be read, which is logged once and tried again the next time.
    private short[] framed(HeadsetSound wanted, Supplier<Wav> sound) {
        short[] known = read.get(wanted);
        if (known != null) {
            return known;
        }
        try {
            short[] framed = sound.get().framed();
            read.put(wanted, framed);
            return framed;
        } catch (MediaException | UncheckedIOException failed) {
            if (unreadable.add(wanted)) {
                LOG.warn("The sound {} can't be read and is not heard", wanted, failed);
            }
            return new short[0];
        }
    }

    /// These ports hear each other, all others the operator alone.
    public synchronized void conference(Set<MixPort> members) {
        LaneRun run = current;
        if (run != null) {
            run.command(() -> run.table().conference(members));
        }
    }

    private void openFor(LaneRun run) {
        devices = devices.thenApplyAsync(ignored -> {
            AudioPair opened = open();
            run.use(opened);
            return opened;
        }, io).exceptionally(failed -> silence(failed));
    }

    private AudioPair open() {
        try {
            return endpoints.open(notices);
        } catch (MediaException unusable) {
            return silence(unusable);
        }
    }

    /// Whatever it was: the next call opens them again.
    private AudioPair silence(Throwable unusable) {
        LOG.warn("Audio endpoints cannot be used, the call goes on in silence", unusable);
        notices.accept(new DeviceNotice(DeviceNotice.Kind.NONE_AVAILABLE, DeviceNotice.Place.BOTH, ""));
        return AudioPair.silence();
    }

    private synchronized void left(LaneRun run) {
        ports--;
        if (ports == 0) {
            run.stop();
            current = null;
            devices = devices.<@Nullable AudioPair>thenApplyAsync(pair -> {
                if (pair != null) {
                    pair.close();
                }
                return null;
            }, io).exceptionally(failed -> {
                LOG.error("Audio endpoints not closed", failed);
                return null;
            });
        }
    }

    private final class Seat implements Place {
        private final LaneRun run;
        private final MixPort port;

        Seat(LaneRun run, MixPort port) {
            this.run = run;
            this.port = port;
        }

        @Override
        public void onLane(Runnable command) {
            run.command(command);
        }

        @Override
        public void leave(Runnable last) {
            run.command(() -> {
                run.table().leave(port);
                last.run();
            });
            left(run);
        }
    }
}
