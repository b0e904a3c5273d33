package ru.garnitura.softphone.media;

import java.net.InetAddress;
import ru.garnitura.softphone.call.MediaDirection;
import ru.garnitura.softphone.call.MediaSession;
import ru.garnitura.softphone.call.MediaSnapshot;
import ru.garnitura.softphone.call.Recording;

/// Passes everything on to a real session; whoever extends it changes something on the way.
class ForwardedSession implements MediaSession {

    private final MediaSession real;

    ForwardedSession(MediaSession real) {
        this.real = real;
    }

    @Override
    public String createOffer(MediaDirection direction) {
        return real.createOffer(direction);
    }

    @Override
    public String answer(String remoteOffer, MediaDirection direction) {
        return real.answer(remoteOffer, direction);
    }

    @Override
    public void accept(String remoteAnswer) {
        real.accept(remoteAnswer);
    }

    @Override
    public void start() {
        real.start();
    }

    @Override
    public void ringback(boolean heard) {
        real.ringback(heard);
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
    public boolean sendDigit(char digit) {
        return real.sendDigit(digit);
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
