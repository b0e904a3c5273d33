package ru.garnitura.softphone.media;

import java.net.SocketException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ru.garnitura.softphone.call.MediaDirection;
import ru.garnitura.softphone.call.MediaEngine;
import ru.garnitura.softphone.call.MediaSession;

/// An engine whose packets go through a network that a test may cut.
public final class RelayedMedia extends ForwardedEngine {

    private static final Pattern PORT = Pattern.compile("m=audio (\\d+)");

    private final List<UdpRelay> relays = new CopyOnWriteArrayList<>();

    public RelayedMedia(MediaEngine engine) {
        super(engine);
    }

    /// The weather from now on, for every call there is.
    public void change(UdpRelay.Weather weather) {
        relays.forEach(relay -> relay.change(weather));
    }

    /// When a packet of this engine was passed on last, nanoseconds.
    public long lastPassed() {
        return relays.stream().mapToLong(UdpRelay::lastPassed).max().orElseThrow();
    }

    private String relayed(String sdp) {
        Matcher port = PORT.matcher(sdp);
        if (!port.find()) {
            return sdp;
        }
        try {
            UdpRelay relay = new UdpRelay(Integer.parseInt(port.group(1)), UdpRelay.Weather.FINE, 7);
            relays.add(relay);
            return sdp.replace(port.group(), "m=audio " + relay.port());
        } catch (SocketException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Override
    MediaSession wrap(MediaSession real) {
        return new ForwardedSession(real) {
            @Override
            public String answer(String remoteOffer, MediaDirection direction) {
                return super.answer(relayed(remoteOffer), direction);
            }

            @Override
            public void accept(String remoteAnswer) {
                super.accept(relayed(remoteAnswer));
            }
        };
    }

    @Override
    public void close() {
        super.close();
        relays.forEach(UdpRelay::close);
    }
}
