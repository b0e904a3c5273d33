package ru.garnitura.softphone.audio.device;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.garnitura.softphone.audio.Ringer;
import ru.garnitura.softphone.audio.SoundPlace;

/// Rings on its own device. The device is made ready beforehand, so that the first ring is not late.
final class DeviceRinger implements Ringer, Follower {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceRinger.class);

    private final OpenPlace<Speaker> place;
    private final Supplier<DeskState> desk;
    private final BoundedVisits visits;
    private final Executor io;
    private CompletableFuture<Void> steps = CompletableFuture.completedFuture(null);
    private volatile boolean ringing;

    /// @param ring gives the ring with the pause after it
    DeviceRinger(SoundLibrary library, FrameFeed ring, Supplier<DeskState> desk, Executor io) {
        visits = new BoundedVisits(BoundedVisits.USUAL);
        place = new OpenPlace<>(name -> visits.visit("open a ringer", () -> library.openSpeaker(name, ring)),
                device -> visits.end("close a ringer", device::close));
        this.desk = desk;
        this.io = io;
    }

    @Override
    public void follow() {
        step(this::move);
    }

    private void move() {
        if (place.follow(desk.get().candidates(SoundPlace.RINGER)) && ringing) {
            start("ring on another device");
        }
    }

    private void start(String purpose) {
        Speaker device = place.device();
        if (device != null) {
            visits.run(purpose, device::start);
        }
    }

    private void stop() {
        Speaker device = place.device();
        if (device != null) {
            visits.end("stop ringing", device::stop);
        }
    }

    @Override
    public synchronized void ring() {
        if (!ringing) {
            ringing = true;
            step(() -> {
                place.follow(desk.get().candidates(SoundPlace.RINGER));
                start("ring");
            });
        }
    }

    @Override
    public synchronized void silence() {
        if (ringing) {
            ringing = false;
            step(this::stop);
        }
    }

    @Override
    public synchronized void close() {
        silence();
        step(place::close);
    }

    /// One after another, in this order; one that fails is no reason not to ring next time.
    private synchronized void step(Runnable step) {
        steps = steps.thenRunAsync(step, io).exceptionally(failed -> {
            LOG.error("The ringer failed", failed);
            return null;
        });
    }
}
