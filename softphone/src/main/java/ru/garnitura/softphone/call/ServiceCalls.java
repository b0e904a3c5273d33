package ru.garnitura.softphone.call;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

import org.jspecify.annotations.Nullable;

/// Calls to the PBX itself: they take no line of the operator's, are not heard, and count as done once the PBX answers. One
/// at a time, in order. Signaling lane.
final class ServiceCalls {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    /// The PBX may still be at work, or speak to nobody, after it answered.
    private static final Duration LISTENING = Duration.ofSeconds(5);

    private final Switchboard switchboard;
    private final SoftphoneLane lane;
    private final MediaEngine engine;
    private final Queue<String> waiting = new ArrayDeque<>();
    private @Nullable Service current;

    /// One call under way.
    private static final class Service {

        private final CallId id = CallId.fresh();
        private final String code;
        private @Nullable MediaSession media;
        private Timers.Timer patience = Timers.Timer.NONE;
        private boolean told;

        Service(String code) {
            this.code = code;
        }
    }

    ServiceCalls(Switchboard switchboard, SoftphoneLane lane, MediaEngine engine) {
        this.switchboard = switchboard;
        this.lane = lane;
        this.engine = engine;
    }

    void dial(String code) {
        waiting.add(code);
        next();
        hurry();
    }

    /// A PBX that answered need not be listened to while another code waits.
    private void hurry() {
        Service service = current;
        if (service != null && service.told && !waiting.isEmpty()) {
            giveUp(service);
        }
    }

    private void next() {
        String code = current == null ? waiting.poll() : null;
        if (code == null) {
            return;
        }
        Service service = new Service(code);
        current = service;
        Optional<DialTarget> target = switchboard.parse(code);
        Optional<Signaling> signaling = switchboard.signaling();
        if (target.isEmpty() || signaling.isEmpty()) {
            over(service, target.isEmpty() ? new CallEndCause.BadTarget() : new CallEndCause.NoFreeLine());
            return;
        }
        service.patience = lane.timers().after(PATIENCE, () -> giveUp(service));
        signaling.get().invite(service.id, target.get().uri(), Map.of(), local -> offer(service, local));
    }

    private String offer(Service service, InetAddress local) {
        try {
            MediaSession media = engine.open(service.id, local, switchboard.policy().media(), Unheard.BY_ANYBODY);
            service.media = media;
            return media.createOffer(MediaDirection.INACTIVE);
        } catch (MediaException e) {
            over(service, new CallEndCause.NoCommonMedia());
            return "";
        }
    }

    private void giveUp(Service service) {
        switchboard.signaling().ifPresent(s -> s.end(service.id));
        over(service, new CallEndCause.NoAnswer());
    }

    /// Whether news of this call are ours.
    boolean owns(CallId id) {
        Service service = current;
        return service != null && service.id.equals(id);
    }

    void answered() {
        Service service = current;
        if (service != null) {
            service.patience.cancel();
            service.patience = lane.timers().after(LISTENING, () -> giveUp(service));
            report(service, null);
            hurry();
        }
    }

    void ended(CallEndCause cause) {
        Service service = current;
        if (service != null) {
            over(service, cause);
        }
    }

    private void over(Service service, CallEndCause cause) {
        service.patience.cancel();
        MediaSession media = service.media;
        if (media != null) {
            media.close();
        }
        current = null;
        report(service, cause);
        next();
    }

    private void report(Service service, @Nullable CallEndCause failure) {
        if (!service.told) {
            service.told = true;
            switchboard.emit(new SoftphoneEvent.CodeDialled(service.code, failure));
        }
    }

    /// What media reports of such a call is of no use to anybody.
    private enum Unheard implements MediaListener {
        BY_ANYBODY;

        @Override
        public void digitReceived(char digit) {
            // Nobody listens.
        }

        @Override
        public void remoteDirectionChanged(MediaDirection direction) {
            // Nobody listens.
        }

        @Override
        public void silentFor(long milliseconds) {
            // Nobody listens.
        }

        @Override
        public void encryptionFailed() {
            // Nobody listens.
        }

        @Override
        public void deviceChanged(DeviceNotice notice) {
            // Nobody listens.
        }
    }
}
