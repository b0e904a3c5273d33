package ru.garnitura.desktop.link.rest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/// The desk's time: the back office's last word plus what has passed since on the monotonic clock, so that a wrong or
/// jumping machine clock harms nobody. Until the first answer it is the machine's. It never goes back by less than
/// [#STEP]; a larger correction is believed. Any thread.
public final class ServerClock implements InstantSource {

    /// A server time that much behind what we think is not the delay of a slow answer any more.
    static final Duration STEP = Duration.ofSeconds(30);

    private final InstantSource machine;
    private final LongSupplier nanos;
    private volatile Reading last;

    private record Reading(Instant at, long nanos, boolean fromServer) {

        Instant plus(long now) {
            return at.plusNanos(now - nanos);
        }
    }

    /// @param nanos a monotonic clock, nanoseconds
    public ServerClock(InstantSource machine, LongSupplier nanos) {
        this.machine = machine;
        this.nanos = nanos;
        this.last = new Reading(machine.instant(), nanos.getAsLong(), false);
    }

    @Override
    public Instant instant() {
        return last.plus(nanos.getAsLong());
    }

    /// False after a cold start off line: what depends on the true time has to ask.
    public boolean isKnown() {
        return last.fromServer();
    }

    /// What the back office says the time is. Each answer comes a little late, so the latest reading is the best one.
    synchronized void heard(Instant server) {
        long now = nanos.getAsLong();
        Instant expected = last.plus(now);
        boolean later = server.isAfter(expected);
        boolean stepBack = Duration.between(server, expected).compareTo(STEP) > 0;
        if (!last.fromServer() || later || stepBack) {
            last = new Reading(server, now, true);
        }
    }

    /// The machine slept, and the monotonic clock may have slept with it.
    public synchronized void slept(Duration passed) {
        long now = nanos.getAsLong();
        last = new Reading(last.plus(now).plus(passed), now, last.fromServer());
    }

    /// The machine's own clock.
    public Instant machineTime() {
        return machine.instant();
    }
}
