package ru.garnitura.softphone.media.session;

import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.garnitura.softphone.media.dtls.DtlsAssociation;
import ru.garnitura.softphone.media.dtls.DtlsIdentity;
import ru.garnitura.softphone.media.rtp.UdpTransport.Target;

/// The DTLS associations of one call: one where RTP goes and, where RTCP has a port of its own, one there (RFC 5764,
/// section 4.2). They outlive changes of address and of media; another certificate of the remote side begins new ones
/// (RFC 8842, section 4). Signaling lane but for what says otherwise.
final class Handshakes {

    private static final Logger LOG = LoggerFactory.getLogger(Handshakes.class);

    private final SessionParts parts;
    private final Consumer<FreshKeys> keys;
    private Protection.@Nullable Dtls terms;
    private boolean started;
    /// Hellos leave before the audio lane has heard of a plan.
    private volatile @Nullable Target target;
    private volatile @Nullable DtlsAssociation media;
    private volatile @Nullable DtlsAssociation control;

    /// @param keys takes what was agreed, on the I/O lane
    Handshakes(SessionParts parts, Consumer<FreshKeys> keys) {
        this.parts = parts;
        this.keys = keys;
    }

    /// This is negotiated now.
    void follow(StreamPlan plan) {
        if (!(plan.protection() instanceof Protection.Dtls wanted)) {
            end();
            return;
        }
        if (!wanted.equals(terms)) {
            end();
            terms = wanted;
        }
        target = plan.target();
        boolean apart = !plan.target().multiplexed();
        parts.terms().identity().ifPresent(identity -> hold(identity, wanted, apart));
    }

    private void hold(DtlsIdentity identity, Protection.Dtls wanted, boolean apart) {
        DtlsAssociation.Terms agreed = new DtlsAssociation.Terms(identity, wanted.client(), wanted.theirs().announced());
        if (media == null) {
            media = new DtlsAssociation(agreed, datagram -> send(datagram, false));
            begin(media, false);
        }
        DtlsAssociation former = control;
        if (apart && former == null) {
            control = new DtlsAssociation(agreed, datagram -> send(datagram, true));
            begin(control, true);
        } else if (!apart && former != null) {
            control = null;
            former.close();
        }
    }

    private void send(byte[] datagram, boolean ofReports) {
        Target to = target;
        if (to != null && ofReports) {
            parts.transport().controlHandshake(datagram, to);
        } else if (to != null) {
            parts.transport().handshake(datagram, to);
        }
    }

    /// Packets flow from now on.
    void start() {
        started = true;
        begin(media, false);
        begin(control, true);
    }

    private void begin(@Nullable DtlsAssociation made, boolean ofReports) {
        Protection.Dtls agreed = terms;
        if (started && made != null && agreed != null) {
            parts.io().execute(() -> shakeHands(made, agreed, ofReports));
        }
    }

    /// Without keys for its reports a call goes on, and they stay away.
    private void shakeHands(DtlsAssociation made, Protection.Dtls agreed, boolean ofReports) {
        try {
            made.run((ours, theirs) -> keys.accept(new FreshKeys(agreed, ofReports, ours, theirs)));
        } catch (IOException failed) {
            if (made == media || made == control) {
                LOG.warn("No keys agreed by DTLS for {}: {}", ofReports ? "RTCP" : "RTP", failed.getMessage(), failed);
            }
            parts.signaling().execute(() -> {
                if (made == media) {
                    parts.listener().encryptionFailed();
                }
            });
        }
    }

    /// A datagram of a handshake; one that nobody waits for is dropped. Any thread.
    void deliver(byte[] datagram, boolean onControlPort) {
        DtlsAssociation waiting = onControlPort ? control : media;
        if (waiting != null) {
            waiting.deliver(datagram);
        }
    }

    /// No more handshakes, and nothing is heard of those that go on.
    void end() {
        close(media);
        close(control);
        media = null;
        control = null;
        terms = null;
    }

    private static void close(@Nullable DtlsAssociation former) {
        if (former != null) {
            former.close();
        }
    }
}
