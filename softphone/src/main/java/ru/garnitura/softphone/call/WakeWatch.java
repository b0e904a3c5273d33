package ru.garnitura.softphone.call;

import java.time.Duration;
import java.time.Instant;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Notices that this machine slept, or that this process was stopped: the wall clock went on and the clock of the timers
/// did not, or both did and nobody looked. Signaling lane.
final class WakeWatch {

    private static final Logger LOG = LoggerFactory.getLogger(WakeWatch.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration NOTICEABLE = Duration.ofSeconds(3);

    private final SoftphoneLane lane;
    private final Runnable woken;
    private Timers.Timer next = Timers.Timer.NONE;
    private Instant lastWall;
    private long lastNanos;

    /// @param woken runs after each sleep
    WakeWatch(SoftphoneLane lane, Runnable woken) {
        this.lane = lane;
        this.woken = woken;
        lastWall = lane.now();
        lastNanos = lane.timers().nanos();
    }

    void begin() {
        next.cancel();
        remember();
        next = lane.timers().after(LOOK, this::look);
    }

    void end() {
        next.cancel();
    }

    private void look() {
        Duration ran = Duration.ofNanos(lane.timers().nanos() - lastNanos);
        Duration jump = Duration.between(lastWall, lane.now()).minus(ran);
        Duration late = ran.minus(LOOK);
        begin();
        Duration away = jump.compareTo(late) > 0 ? jump : late;
        if (away.compareTo(NOTICEABLE) > 0) {
            LOG.info("This machine slept, or this process stood still, for {} s", away.toSeconds());
            woken.run();
        }
    }

    private void remember() {
        lastWall = lane.now();
        lastNanos = lane.timers().nanos();
    }
}
