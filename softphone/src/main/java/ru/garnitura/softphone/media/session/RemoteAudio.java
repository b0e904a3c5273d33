package ru.garnitura.softphone.media.session;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import ru.garnitura.softphone.call.MediaDirection;
import ru.garnitura.softphone.call.MediaException;
import ru.garnitura.softphone.media.codec.PayloadFormat;
import ru.garnitura.softphone.media.rtp.StreamFormats.Events;
import ru.garnitura.softphone.media.rtp.StreamFormats.Numbered;
import ru.garnitura.softphone.media.session.SessionDescription.MediaLine;

/// What the remote side says about its audio: where to send, what it understands, which way it wants sound to flow.
///
/// @param index            which `m=` line it is
/// @param direction        as the remote side sees it
/// @param speech           formats of ours, in the remote order
/// @param events           telephone events
/// @param packetMs         wanted packet length, 0 where it says nothing
/// @param held             address 0.0.0.0, the old way to say hold: nothing may be sent
/// @param security         what it says about encryption
record RemoteAudio(int index, InetSocketAddress rtp, InetSocketAddress rtcp, boolean multiplexed,
        MediaDirection direction, List<Numbered> speech, List<Events> events, int packetMs, boolean held,
        RemoteSecurity security) {

    private static final String EVENT = "telephone-event/";
    private static final Set<String> PROFILES = Set.of("RTP/AVP", "RTP/AVPF", "RTP/SAVP", "RTP/SAVPF", "UDP/TLS/RTP/SAVP",
            "UDP/TLS/RTP/SAVPF");

    /// Takes the first audio line that can be used.
    ///
    /// @throws MediaException when there is none
    static RemoteAudio of(SessionDescription description) {
        List<MediaLine> media = description.media();
        for (int index = 0; index < media.size(); index++) {
            MediaLine line = media.get(index);
            if (line.kind().equals("audio") && line.port() > 0 && PROFILES.contains(line.profile())) {
                return of(index, line);
            }
        }
        throw new MediaException("no audio over RTP/AVP among " + media.size() + " media lines");
    }

    private static RemoteAudio of(int index, MediaLine line) {
        InetAddress address = address(line.connection());
        List<Numbered> speech = new ArrayList<>();
        List<Events> events = new ArrayList<>();
        for (String type : line.formats()) {
            int payloadType = SdpParser.number(type, 127);
            if (payloadType < 0) {
                continue;
            }
            Optional<PayloadFormat> format = format(line, payloadType);
            format.ifPresent(known -> speech.add(
                    new Numbered(known, payloadType, known.wishes(valueFor(line, "fmtp", payloadType)))));
            events(line, payloadType).ifPresent(events::add);
        }
        InetSocketAddress rtp = new InetSocketAddress(address, line.port());
        boolean multiplexed = line.has("rtcp-mux");
        return new RemoteAudio(index, rtp, multiplexed ? rtp : rtcp(line, address), multiplexed, direction(line),
                List.copyOf(speech), List.copyOf(events), packetMs(line), address.isAnyLocalAddress(), RemoteSecurity.of(line));
    }

    private static InetAddress address(String literal) {
        InetAddress address;
        try {
            address = InetAddress.ofLiteral(literal);
        } catch (IllegalArgumentException name) {
            throw new MediaException("SDP connection is not an IP address", name);
        }
        if (address.isMulticastAddress() || literal.equals("255.255.255.255")) {
            throw new MediaException("SDP connection is for many hosts");
        }
        return address;
    }

    private static Optional<PayloadFormat> format(MediaLine line, int payloadType) {
        String[] mapping = valueFor(line, "rtpmap", payloadType).split("/", 3);
        if (mapping.length >= 2) {
            return PayloadFormat.named(mapping[0], SdpParser.number(mapping[1], 192_000));
        }
        return PayloadFormat.ofStaticType(payloadType);
    }

    private static Optional<Events> events(MediaLine line, int payloadType) {
        String mapping = valueFor(line, "rtpmap", payloadType).toLowerCase(Locale.ROOT);
        if (!mapping.startsWith(EVENT)) {
            return Optional.empty();
        }
        int clock = SdpParser.number(mapping.substring(EVENT.length()), 48_000);
        return clock == 8000 || clock == 48_000 ? Optional.of(new Events(payloadType, clock)) : Optional.empty();
    }

    /// What `a=rtpmap` or `a=fmtp` says about a payload type, empty where there is none.
    private static String valueFor(MediaLine line, String attribute, int payloadType) {
        String start = payloadType + " ";
        return line.attributesNamed(attribute).stream().filter(value -> value.startsWith(start))
                .map(value -> value.substring(start.length()).trim()).findFirst().orElse("");
    }

    private static InetSocketAddress rtcp(MediaLine line, InetAddress address) {
        int named = line.attribute("rtcp").map(value -> SdpParser.number(value.split(" ", 2)[0], 65_535)).orElse(-1);
        return new InetSocketAddress(address, named > 0 ? named : Math.min(line.port() + 1, 65_535));
    }

    private static MediaDirection direction(MediaLine line) {
        for (SessionDescription.Attribute attribute : line.attributes()) {
            switch (attribute.name()) {
                case "sendrecv" -> {
                    return MediaDirection.SENDRECV;
                }
                case "sendonly" -> {
                    return MediaDirection.SENDONLY;
                }
                case "recvonly" -> {
                    return MediaDirection.RECVONLY;
                }
                case "inactive" -> {
                    return MediaDirection.INACTIVE;
                }
                default -> { }
            }
        }
        return MediaDirection.SENDRECV;
    }

    private static int packetMs(MediaLine line) {
        int wanted = line.attribute("ptime").map(value -> SdpParser.number(value.trim(), 1000)).orElse(0);
        return wanted >= 10 && wanted <= 60 && wanted % 10 == 0 ? wanted : 0;
    }

    /// The remote direction as this side sees it; an address of 0.0.0.0 lets nothing flow there.
    MediaDirection seenFromHere() {
        boolean theySend = direction == MediaDirection.SENDRECV || direction == MediaDirection.SENDONLY;
        boolean theyReceive = !held && (direction == MediaDirection.SENDRECV || direction == MediaDirection.RECVONLY);
        return Directions.of(theyReceive, theySend);
    }
}
