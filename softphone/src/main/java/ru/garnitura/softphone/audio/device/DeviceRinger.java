package ru.garnitura.softphone.audio.device;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import ru.garnitura.softphone.audio.Ringer;
import ru.garnitura.softphone.audio.SoundPlace;

/// Rings on its own device. The device is made ready beforehand, so that the first ring is not late.
final class DeviceRinger implements Ringer, Follower {

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
                device -> visits.run("close a ringer", device::close));
        this.desk = desk;
        this.io = io;
    }

    @Override
    public void follow() {
        step(this::move);
    }

    private void move() {
        if (place.follow(desk.get().candidates(SoundPlace.RINGER)) && ringing) {
            onDevice("ring on another device", Speaker::start);
        }
    }

    private void onDevice(String purpose, Consumer<Speaker> verb) {
        Speaker device = place.device();
        if (device != null) {
            visits.run(purpose, () -> verb.accept(device));
        }
    }

    @Override
    public synchronized void ring() {
        if (!ringing) {
            ringing = true;
            step(() -> {
                place.follow(desk.get().candidates(SoundPlace.RINGER));
                onDevice("ring", Speaker::start);
            });
        }
    }

    @Override
    public synchronized void silence() {
        if (ringing) {
            ringing = false;
            step(() -> onDevice("stop ringing", Speaker::stop));
        }
    }

    @Override
    public synchronized void close() {
        silence();
        step(place::close);
    }

    /// One after another, in this order.
    private synchronized void step(Runnable step) {
        steps = steps.thenRunAsync(step, io);
    }
}
