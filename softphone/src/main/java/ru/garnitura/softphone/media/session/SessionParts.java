package ru.garnitura.softphone.media.session;

import java.net.InetAddress;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import ru.garnitura.softphone.audio.AudioSource;
import ru.garnitura.softphone.call.MediaListener;
import ru.garnitura.softphone.call.MediaSession;
import ru.garnitura.softphone.call.SrtpPolicy;
import ru.garnitura.softphone.media.codec.PayloadFormat;
import ru.garnitura.softphone.media.dtls.DtlsIdentity;
import ru.garnitura.softphone.media.lane.AudioLane;
import ru.garnitura.softphone.media.rtp.UdpPorts;
import ru.garnitura.softphone.media.rtp.UdpTransport;

/// What the engine gives to a session.
///
/// @param onClose signaling lane
public record SessionParts(Shared shared, Wire wire, Terms terms, MediaListener listener,
        Consumer<MediaSession> onClose) {

    /// What the account allows.
    ///
    /// @param formats  in order of preference
    /// @param roomy    an offer may be longer than a datagram
    /// @param identity for DTLS, empty where encryption is off
    public record Terms(List<PayloadFormat> formats, SrtpPolicy srtp, boolean roomy, Optional<DtlsIdentity> identity) {
    }

    /// Where the call's packets come and go.
    ///
    /// @param ports bound, still deaf
    public record Wire(InetAddress address, UdpPorts ports, UdpTransport transport) {
    }

    /// What all sessions of an engine share.
    ///
    /// @param holdSound makes what one call hears on hold
    public record Shared(int packetMs, AudioLane lane, Lanes lanes, RandomGenerator random, Clock clock,
            Supplier<AudioSource> holdSound) {
    }

    /// @param signaling listeners are called here
    /// @param io        handshakes wait here
    public record Lanes(Executor signaling, Executor io) {
    }

    Negotiation.Local local() {
        return new Negotiation.Local(wire.address(), wire.ports().port(), terms.formats(), shared.packetMs(),
                shared.random().nextLong(1L << 40), secrets());
    }

    private Secrets secrets() {
        String fingerprint = terms.identity().map(DtlsIdentity::fingerprint).orElse("");
        return Secrets.of(terms.srtp(), terms.roomy(), fingerprint, shared.random());
    }

    UdpTransport transport() {
        return wire.transport();
    }

    AudioLane lane() {
        return shared.lane();
    }

    Executor signaling() {
        return shared.lanes().signaling();
    }

    Executor io() {
        return shared.lanes().io();
    }

    AudioSource holdSound() {
        return shared.holdSound().get();
    }

    RandomGenerator random() {
        return shared.random();
    }

    Clock clock() {
        return shared.clock();
    }
}
