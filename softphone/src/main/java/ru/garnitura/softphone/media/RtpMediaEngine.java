package ru.garnitura.softphone.media;

import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ru.garnitura.softphone.audio.AudioEndpoints;
import ru.garnitura.softphone.audio.AudioSource;
import ru.garnitura.softphone.audio.LateSource;
import ru.garnitura.softphone.audio.LoopSource;
import ru.garnitura.softphone.audio.Wav;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.DeviceNotice;
import ru.garnitura.softphone.call.HeadsetSound;
import ru.garnitura.softphone.call.MediaEngine;
import ru.garnitura.softphone.call.MediaException;
import ru.garnitura.softphone.call.MediaListener;
import ru.garnitura.softphone.call.MediaPolicy;
import ru.garnitura.softphone.call.MediaSession;
import ru.garnitura.softphone.call.SrtpPolicy;
import ru.garnitura.softphone.media.codec.PayloadFormat;
import ru.garnitura.softphone.media.dtls.DtlsIdentity;
import ru.garnitura.softphone.media.lane.AudioLane;
import ru.garnitura.softphone.media.lane.MixPort;
import ru.garnitura.softphone.media.rtp.ReceiveLane;
import ru.garnitura.softphone.media.rtp.UdpPorts;
import ru.garnitura.softphone.media.rtp.UdpTransport;
import ru.garnitura.softphone.media.session.RtpMediaSession;
import ru.garnitura.softphone.media.session.SessionParts;

/// The media engine of one operator: all calls share his pair of microphone and headset.
public final class RtpMediaEngine implements MediaEngine {

    private final SessionParts.Shared shared;
    private final Executor signaling;
    private final Executor io;
    private final SecureRandom random = new SecureRandom();
    private @Nullable CompletableFuture<DtlsIdentity> identity;
    private @Nullable CompletableFuture<LoopSource> hold;
    private final ReceiveLane receiveLane = new ReceiveLane();
    private final Map<CallId, Open> sessions = new ConcurrentHashMap<>();

    private record Open(RtpMediaSession session, MediaListener listener) {
    }

    private RtpMediaEngine(MediaSettings settings, AudioEndpoints endpoints, MediaLanes lanes) {
        signaling = lanes.signaling();
        io = lanes.io();
        AudioLane lane = new AudioLane(endpoints, lanes.io(), this::announce,
                settings.cues());
        shared = new SessionParts.Shared(settings.packetMs(), lane, new SessionParts.Lanes(signaling, io), random, Clock.systemUTC(),
                settings.holdSound().<Supplier<AudioSource>>map(sound -> () -> holdSound(sound)).orElse(AudioSource::silence));
    }

    /// Made ready with the first call, so that neither the start nor a hold waits for it; what failed is tried again with
    /// the next.
    private synchronized AudioSource holdSound(Supplier<Wav> sound) {
        CompletableFuture<LoopSource> made = hold;
        if (made == null || made.isCompletedExceptionally()) {
            made = CompletableFuture.supplyAsync(() -> new LoopSource(sound.get()), io);
            hold = made;
        }
        return new LateSource(made.thenApply(LoopSource::again));
    }

    /// @param endpoints opened on the I/O lane with the first call that starts, closed after the last
    public static RtpMediaEngine create(MediaSettings settings, AudioEndpoints endpoints, MediaLanes lanes) {
        return new RtpMediaEngine(settings, endpoints, lanes);
    }

    private static List<PayloadFormat> formats(List<String> names) {
        List<PayloadFormat> known = names.stream().map(PayloadFormat::configured).flatMap(Optional::stream).toList();
        if (known.isEmpty()) {
            throw new MediaException("no codec of ours among " + names);
        }
        return known;
    }

    @Override
    public MediaSession open(CallId call, InetAddress local, MediaPolicy policy, MediaListener listener) {
        List<PayloadFormat> formats = formats(policy.codecs());
        UdpPorts ports = UdpPorts.bind(local);
        SessionParts.Wire wire = new SessionParts.Wire(local, ports, new UdpTransport(ports, receiveLane));
        RtpMediaSession session = new RtpMediaSession(
                new SessionParts(shared, wire, terms(formats, policy), listener, ended -> sessions.remove(call)));
        sessions.put(call, new Open(session, listener));
        return session;
    }

    @Override
    public void prepare(MediaPolicy policy) {
        formats(policy.codecs()).forEach(format -> io.execute(format::warmUp));
        if (policy.srtp() != SrtpPolicy.OFF && identity == null) {
            identity = CompletableFuture.supplyAsync(() -> DtlsIdentity.create(random, Instant.now()), io);
        }
    }

    private SessionParts.Terms terms(List<PayloadFormat> formats, MediaPolicy policy) {
        CompletableFuture<DtlsIdentity> made = identity;
        Optional<DtlsIdentity> ready = made == null || policy.srtp() == SrtpPolicy.OFF ? Optional.empty() : Optional.of(made.join());
        return new SessionParts.Terms(formats, policy.srtp(), policy.roomy(), ready);
    }

    @Override
    public void conference(Set<CallId> members) {
        Set<MixPort> ports = new HashSet<>();
        members.forEach(member -> Optional.ofNullable(sessions.get(member)).ifPresent(open -> ports.add(open.session().port())));
        shared.lane().conference(ports);
    }

    @Override
    public void cue(HeadsetSound sound) {
        shared.lane().cue(sound);
    }

    private void announce(DeviceNotice notice) {
        signaling.execute(() -> sessions.values().forEach(open -> open.listener().deviceChanged(notice)));
    }

    /// Ends every call's media. Signaling lane.
    @Override
    public void close() {
        List.copyOf(sessions.values()).forEach(open -> open.session().close());
        receiveLane.close();
    }
}
