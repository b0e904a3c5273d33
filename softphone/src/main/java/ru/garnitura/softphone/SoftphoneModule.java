package ru.garnitura.softphone;

import java.time.InstantSource;
import java.util.concurrent.Executor;

import ru.garnitura.softphone.call.MediaEngine;
import ru.garnitura.softphone.call.Softphone;
import ru.garnitura.softphone.call.SignalingTrace;
import ru.garnitura.softphone.call.SoftphoneLane;
import ru.garnitura.softphone.call.Watchdog;
import ru.garnitura.softphone.sip.JainSipSignaling;
import ru.garnitura.softphone.sip.LaneTimers;

/// Joins the softphone's parts: JAIN-SIP for signaling, the media engine given, one signaling lane.
public final class SoftphoneModule implements AutoCloseable {

    private final SoftphoneLane lane;
    private final LaneTimers timers;
    private final Softphone softphone;
    private final SignalingTrace trace;

    /// What the softphone needs from outside.
    ///
    /// @param signaling the signaling lane: one thread, tasks in order
    /// @param io        virtual threads, for name resolution
    /// @param clock     the desk's clock
    /// @param media     media engine; closed by whoever made it
    public record Needs(Executor signaling, Executor io, InstantSource clock, MediaEngine media) {
    }

    public SoftphoneModule(Needs needs) {
        Executor signaling = new Watchdog().guarding(needs.signaling());
        timers = new LaneTimers(signaling);
        lane = new SoftphoneLane(signaling, timers, needs.clock());
        trace = new SignalingTrace(needs.clock());
        softphone = new Softphone(lane, () -> new JainSipSignaling(lane, needs.io(), trace), needs.media());
    }

    /// What went over the wire lately, without personal data.
    public SignalingTrace trace() {
        return trace;
    }

    public Softphone softphone() {
        return softphone;
    }

    /// Unregisters, then stops the timers. Does not wait.
    @Override
    public void close() {
        softphone.close();
        lane.execute(timers::close);
    }
}
