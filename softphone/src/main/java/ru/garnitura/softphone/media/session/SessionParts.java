package ru.garnitura.softphone.media.session;

import java.net.InetAddress;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import ru.garnitura.softphone.call.MediaListener;
import ru.garnitura.softphone.call.MediaSession;
import ru.garnitura.softphone.media.codec.PayloadFormat;
import ru.garnitura.softphone.media.lane.AudioLane;
import ru.garnitura.softphone.media.rtp.UdpPorts;
import ru.garnitura.softphone.media.rtp.UdpTransport;

/// What the engine gives to a session.
///
/// @param formats in order of preference
/// @param onClose signaling lane
public record SessionParts(Shared shared, Wire wire, List<PayloadFormat> formats, MediaListener listener,
        Consumer<MediaSession> onClose) {

    /// Where the call's packets come and go.
    ///
    /// @param ports bound, still deaf
    public record Wire(InetAddress address, UdpPorts ports, UdpTransport transport) {
    }

    /// What all sessions of an engine share.
    ///
    /// @param signaling listeners are called here
    public record Shared(int packetMs, AudioLane lane, Executor signaling,
            RandomGenerator random, Clock clock) {
    }

    Negotiation.Local local() {
        return new Negotiation.Local(wire.address(), wire.ports().port(), formats, shared.packetMs(),
                shared.random().nextLong(1L << 40));
    }

    UdpTransport transport() {
        return wire.transport();
    }

    AudioLane lane() {
        return shared.lane();
    }

    Executor signaling() {
        return shared.signaling();
    }

    RandomGenerator random() {
        return shared.random();
    }

    Clock clock() {
        return shared.clock();
    }
}
