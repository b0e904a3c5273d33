package ru.garnitura.softphone.media;

import java.net.InetAddress;
import java.net.SocketException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.HeadsetSound;
import ru.garnitura.softphone.call.MediaDirection;
import ru.garnitura.softphone.call.MediaEngine;
import ru.garnitura.softphone.call.MediaListener;
import ru.garnitura.softphone.call.MediaPolicy;
import ru.garnitura.softphone.call.MediaSession;
import ru.garnitura.softphone.call.MediaSnapshot;
import ru.garnitura.softphone.call.Recording;

/// An engine whose packets go through a network that a test may cut.
public final class RelayedMedia implements MediaEngine {

    private static final Pattern PORT = Pattern.compile("m=audio (\\d+)");

    private final MediaEngine engine;
    private final List<UdpRelay> relays = new CopyOnWriteArrayList<>();

    public RelayedMedia(MediaEngine engine) {
        this.engine = engine;
    }

    /// The weather from now on, for every call there is.
    public void change(UdpRelay.Weather weather) {
        relays.forEach(relay -> relay.change(weather));
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
    public void prepare(MediaPolicy policy) {
        engine.prepare(policy);
    }

    @Override
    public MediaSession open(CallId call, InetAddress local, MediaPolicy policy, MediaListener listener) {
        return new Session(engine.open(call, local, policy, listener));
    }

    @Override
    public void conference(Set<CallId> members) {
        engine.conference(members);
    }

    @Override
    public void cue(HeadsetSound sound) {
        engine.cue(sound);
    }

    @Override
    public void close() {
        engine.close();
        relays.forEach(UdpRelay::close);
    }

    private final class Session implements MediaSession {

        private final MediaSession real;

        Session(MediaSession real) {
            this.real = real;
        }

        @Override
        public String createOffer(MediaDirection direction) {
            return real.createOffer(direction);
        }

        @Override
        public String answer(String remoteOffer, MediaDirection direction) {
            return real.answer(relayed(remoteOffer), direction);
        }

        @Override
        public void accept(String remoteAnswer) {
            real.accept(relayed(remoteAnswer));
        }

        @Override
        public void start() {
            real.start();
        }

        @Override
        public void ringback() {
            real.ringback();
        }

        @Override
        public void relocate(InetAddress local) {
            real.relocate(local);
        }

        @Override
        public void mute(boolean muted) {
            real.mute(muted);
        }

        @Override
        public void setAside(boolean aside) {
            real.setAside(aside);
        }

        @Override
        public void sendDigit(char digit) {
            real.sendDigit(digit);
        }

        @Override
        public void record(Recording recording) {
            real.record(recording);
        }

        @Override
        public void pauseRecording(boolean paused) {
            real.pauseRecording(paused);
        }

        @Override
        public MediaSnapshot snapshot() {
            return real.snapshot();
        }

        @Override
        public void close() {
            real.close();
        }
    }
}
