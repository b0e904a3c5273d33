package ru.garnitura.softphone.call;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Calls to the PBX itself: they take no line of the operator's, are not heard, and count as done once the PBX answers. One
/// at a time, in order. Signaling lane.
final class ServiceCalls {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceCalls.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    /// PBXs answer first and work afterwards, and stop at work when hung up on.
    private static final Duration LEAST_LISTENING = Duration.ofSeconds(2);
    /// The PBX may still speak to nobody where no other code waits.
    private static final Duration LISTENING = Duration.ofSeconds(5);

    private final Switchboard switchboard;
    private final SoftphoneLane lane;
    private final MediaEngine engine;
    private final Queue<Order> waiting = new ArrayDeque<>();
    private @Nullable Service current;

    /// Hears what becomes of one call. Signaling lane.
    interface Outcome {

        /// Once: null where the PBX answered.
        void told(@Nullable CallEndCause failure);

        /// After that, and again at the end of the call: the PBX had the time it needs.
        void over();
    }

    private record Order(PbxQueues.Matter matter, String code, Outcome outcome) {
    }

    /// One call under way.
    private static final class Service {

        private final CallId id = CallId.fresh();
        private final Order order;
        private @Nullable MediaSession media;
        private Timers.Timer patience = Timers.Timer.NONE;
        private boolean told;
        private boolean heardOut;

        Service(Order order) {
            this.order = order;
        }
    }

    ServiceCalls(Switchboard switchboard, SoftphoneLane lane, MediaEngine engine) {
        this.switchboard = switchboard;
        this.lane = lane;
        this.engine = engine;
    }

    void dial(PbxQueues.Matter matter, String code, Outcome outcome) {
        waiting.add(new Order(matter, code, outcome));
        next();
        hurry();
    }

    /// A PBX that had the time it needs is not listened to while another code waits.
    private void hurry() {
        Service service = current;
        if (service != null && service.heardOut && !waiting.isEmpty()) {
            giveUp(service);
        }
    }

    private void next() {
        Order order = current == null ? waiting.poll() : null;
        if (order == null) {
            return;
        }
        Service service = new Service(order);
        current = service;
        Optional<DialTarget> target = switchboard.parse(order.code());
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
            MediaSession media = engine.open(service.id, local, switchboard.mediaPolicy(), Unheard.BY_ANYBODY);
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
            service.patience = lane.timers().after(LEAST_LISTENING, () -> heardOut(service));
            report(service, null);
        }
    }

    /// The PBX refreshes the session or moves its media: it gets what it gets at the beginning.
    void offered(String sdp) {
        Service service = current;
        MediaSession media = service == null ? null : service.media;
        if (service == null || media == null) {
            return;
        }
        try {
            String ours = sdp.isEmpty() ? media.createOffer(MediaDirection.INACTIVE) : media.answer(sdp, MediaDirection.INACTIVE);
            switchboard.signaling().ifPresent(s -> s.acceptOffer(service.id, ours));
        } catch (MediaException e) {
            LOG.info("Re-INVITE of a call to the PBX refused: {}", e.getMessage());
            switchboard.signaling().ifPresent(s -> s.refuseOffer(service.id));
        }
    }

    private void heardOut(Service service) {
        service.heardOut = true;
        service.order.outcome().over();
        service.patience = lane.timers().after(LISTENING.minus(LEAST_LISTENING), () -> giveUp(service));
        hurry();
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
        service.order.outcome().over();
        next();
    }

    private void report(Service service, @Nullable CallEndCause failure) {
        if (!service.told) {
            service.told = true;
            service.order.outcome().told(failure);
            switchboard.emit(new SoftphoneEvent.CodeDialled(service.order.matter(), service.order.code(), failure));
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
        public void mediaFailed() {
            // Nobody listens.
        }

        @Override
        public void deviceChanged(DeviceNotice notice) {
            // Nobody listens.
        }
    }
}
