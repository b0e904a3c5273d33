package ru.garnitura.softphone.media.session;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import ru.garnitura.softphone.call.MediaDirection;
import ru.garnitura.softphone.call.MediaException;
import ru.garnitura.softphone.media.codec.PayloadFormat;
import ru.garnitura.softphone.media.rtp.StreamFormats;
import ru.garnitura.softphone.media.rtp.StreamFormats.Events;
import ru.garnitura.softphone.media.rtp.StreamFormats.Numbered;
import ru.garnitura.softphone.media.rtp.UdpTransport.Target;
import ru.garnitura.softphone.media.session.SessionDescription.MediaLine;

/// Offer and answer of one call (RFC 3264): remembers what both sides said last and derives the stream plan from it.
/// Signaling lane; pure.
final class Negotiation {

    private static final Events EVENTS = new Events(101, 8000);
    private static final Events WIDE_EVENTS = new Events(102, 48_000);

    /// What this side brings into every offer and answer.
    ///
    /// @param sessionId of the `o=` line, random
    record Local(InetAddress address, int port, List<PayloadFormat> formats, int packetMs, long sessionId,
            Secrets secrets) {
    }

    private Local local;
    private final SecurityNegotiation security;
    private StreamFormats receiving;
    private List<MediaLine> layout = List.of();
    private int audioIndex;
    private long version;
    private boolean multiplexed;
    private MediaDirection wanted = MediaDirection.SENDRECV;

    Negotiation(Local local) {
        this.local = local;
        security = new SecurityNegotiation(local.secrets());
        multiplexed = security.multiplexes();
        this.version = local.sessionId();
        receiving = new StreamFormats(local.formats().stream().map(f -> new Numbered(f, f.payloadType())).toList(),
                local.formats().contains(PayloadFormat.OPUS) ? List.of(EVENTS, WIDE_EVENTS) : List.of(EVENTS));
    }

    /// What was agreed, and what the remote side wants as this side sees it.
    record Agreed(StreamPlan plan, MediaDirection remote) {
    }

    /// An answer with the agreement it makes.
    record Answered(String sdp, Agreed agreed) {
    }

    /// Further offers and answers name this place.
    void relocate(InetAddress address, int port) {
        local = new Local(address, port, local.formats(), local.packetMs(), local.sessionId(), local.secrets());
    }

    String offer(MediaDirection direction) {
        wanted = direction;
        security.offering();
        return write(direction);
    }

    /// @throws MediaException when the offer cannot be used
    Answered answer(String offer, MediaDirection direction) {
        SessionDescription description = SdpParser.parse(offer);
        RemoteAudio remote = RemoteAudio.of(description);
        Numbered chosen = remote.speech().stream().filter(n -> local.formats().contains(n.format())).findFirst()
                .orElseThrow(() -> new MediaException("no codec of ours among " + formats(description, remote)));
        wanted = direction;
        layout = description.media();
        audioIndex = remote.index();
        multiplexed = remote.multiplexed();
        StreamFormats offered = new StreamFormats(List.of(chosen), remote.events());
        Events events = offered.eventsFor(chosen.format().clock());
        List<Events> agreedEvents = events.equals(Events.NONE) ? List.of() : List.of(events);
        receiving = new StreamFormats(List.of(new Numbered(chosen.format(), chosen.payloadType())), agreedEvents);
        Agreed agreed = agree(remote, new StreamFormats(List.of(chosen), agreedEvents), security.answer(remote.security()));
        return new Answered(write(Directions.both(direction, remote.seenFromHere())), agreed);
    }

    private static String formats(SessionDescription description, RemoteAudio remote) {
        return String.join(" ", description.media().get(remote.index()).formats());
    }

    /// @throws MediaException when the answer does not fit the offer
    Agreed accept(String answer) {
        SessionDescription description = SdpParser.parse(answer);
        RemoteAudio remote = RemoteAudio.of(description);
        if (remote.index() != audioIndex || description.media().size() != Math.max(1, layout.size())) {
            throw new MediaException("the answer's media lines are not those of the offer");
        }
        List<Numbered> usable = remote.speech().stream()
                .filter(n -> receiving.speech().stream().anyMatch(ours -> ours.format() == n.format())).toList();
        if (usable.isEmpty()) {
            throw new MediaException("no codec of the offer among " + formats(description, remote));
        }
        return agree(remote, new StreamFormats(usable, remote.events()), security.accept(remote.security()));
    }

    private Agreed agree(RemoteAudio remote, StreamFormats sending, Protection protection) {
        checkFamily(remote);
        MediaDirection theirs = remote.seenFromHere();
        MediaDirection both = Directions.both(wanted, theirs);
        boolean holding = !Directions.receives(wanted);
        StreamPlan.Flow flow = new StreamPlan.Flow(Directions.sends(both), Directions.receives(both), holding);
        int wantedMs = remote.packetMs() > 0 ? remote.packetMs() : local.packetMs();
        int packetMs = sending.speech().getFirst().format().packetMs(wantedMs);
        Target target = new Target(remote.rtp(), remote.rtcp(), remote.multiplexed());
        return new Agreed(new StreamPlan(target, sending, receiving, packetMs, flow, protection), theirs);
    }

    /// A socket sends to addresses of its own family alone.
    private void checkFamily(RemoteAudio remote) {
        InetAddress theirs = remote.rtp().getAddress();
        boolean reachable = remote.held() || local.address().isAnyLocalAddress()
                || local.address() instanceof Inet6Address == theirs instanceof Inet6Address;
        if (!reachable) {
            throw new MediaException("SDP connection is of another address family than ours");
        }
    }

    private String write(MediaDirection direction) {
        String family = local.address() instanceof Inet6Address ? "IP6" : "IP4";
        String host = local.address().getHostAddress().replaceFirst("%.*", "");
        StringBuilder sdp = new StringBuilder(400);
        sdp.append("v=0\r\no=- ").append(local.sessionId()).append(' ').append(version++).append(" IN ")
                .append(family).append(' ').append(host).append("\r\ns=-\r\nc=IN ").append(family).append(' ')
                .append(host).append("\r\nt=0 0\r\n");
        for (int index = 0; index < Math.max(1, layout.size()); index++) {
            if (index == audioIndex) {
                writeAudio(sdp, direction);
            } else {
                refuse(sdp, layout.get(index));
            }
        }
        return sdp.toString();
    }

    private static void refuse(StringBuilder sdp, MediaLine line) {
        sdp.append("m=").append(line.kind()).append(" 0 ").append(line.profile()).append(' ')
                .append(String.join(" ", line.formats())).append("\r\n");
    }

    private void writeAudio(StringBuilder sdp, MediaDirection direction) {
        sdp.append("m=audio ").append(local.port()).append(' ').append(profile());
        receiving.speech().forEach(n -> sdp.append(' ').append(n.payloadType()));
        receiving.events().forEach(e -> sdp.append(' ').append(e.payloadType()));
        sdp.append("\r\n");
        receiving.speech().forEach(n -> writeFormat(sdp, n));
        receiving.events().forEach(e -> sdp.append("a=rtpmap:").append(e.payloadType()).append(" telephone-event/")
                .append(e.clock()).append("\r\na=fmtp:").append(e.payloadType()).append(" 0-15\r\n"));
        security.write(sdp);
        sdp.append("a=ptime:").append(local.packetMs()).append("\r\n").append(multiplexed ? "a=rtcp-mux\r\n" : "")
                .append("a=").append(direction.name().toLowerCase(Locale.ROOT)).append("\r\n");
    }

    private static void writeFormat(StringBuilder sdp, Numbered numbered) {
        PayloadFormat format = numbered.format();
        sdp.append("a=rtpmap:").append(numbered.payloadType()).append(' ').append(format.mapping()).append("\r\n");
        if (!format.parameters().isEmpty()) {
            sdp.append("a=fmtp:").append(numbered.payloadType()).append(' ').append(format.parameters()).append("\r\n");
        }
    }

    private String profile() {
        return layout.isEmpty() ? security.profile() : layout.get(audioIndex).profile();
    }
}
