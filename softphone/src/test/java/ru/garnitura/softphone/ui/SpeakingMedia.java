package ru.garnitura.softphone.ui;

import java.net.InetAddress;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.MediaDirection;
import ru.garnitura.softphone.call.HeadsetSound;
import ru.garnitura.softphone.call.MediaEngine;
import ru.garnitura.softphone.call.MediaListener;
import ru.garnitura.softphone.call.MediaPolicy;
import ru.garnitura.softphone.call.MediaSession;
import ru.garnitura.softphone.call.MediaSnapshot;
import ru.garnitura.softphone.call.Recording;
import ru.garnitura.softphone.call.ScriptedMedia;

/// Scripted media that also measures what it is told to.
final class SpeakingMedia implements MediaEngine {

    private final ScriptedMedia scripted = new ScriptedMedia();
    private MediaSnapshot measured = MediaSnapshot.NONE;
    private @Nullable MediaListener listener;

    void measure(MediaSnapshot now) {
        measured = now;
    }

    ScriptedMedia.Session session() {
        return scripted.sessions().getLast();
    }

    MediaListener remote() {
        var opened = listener;
        if (opened == null) {
            throw new IllegalStateException("no media is open");
        }
        return opened;
    }

    @Override
    public void prepare(MediaPolicy policy) {
        scripted.prepare(policy);
    }

    @Override
    public MediaSession open(CallId call, InetAddress local, MediaPolicy policy, MediaListener heard) {
        listener = heard;
        var session = scripted.open(call, local, policy, heard);
        return new Measured(session);
    }

    @Override
    public void conference(Set<CallId> members) {
        scripted.conference(members);
    }

    @Override
    public void cue(HeadsetSound sound) {
        scripted.cue(sound);
    }

    @Override
    public void close() {
        scripted.close();
    }

    private final class Measured implements MediaSession {

        private final MediaSession session;

        Measured(MediaSession session) {
            this.session = session;
        }

        @Override
        public String createOffer(MediaDirection direction) {
            return session.createOffer(direction);
        }

        @Override
        public String answer(String remoteOffer, MediaDirection direction) {
            return session.answer(remoteOffer, direction);
        }

        @Override
        public void accept(String remoteAnswer) {
            session.accept(remoteAnswer);
        }

        @Override
        public void start() {
            session.start();
        }

        @Override
        public void mute(boolean muted) {
            session.mute(muted);
        }

        @Override
        public void setAside(boolean aside) {
            session.setAside(aside);
        }

        @Override
        public void ringback(boolean heard) {
            session.ringback(heard);
        }

        @Override
        public void relocate(InetAddress local) {
            session.relocate(local);
        }

        @Override
        public boolean sendDigit(char digit) {
            return session.sendDigit(digit);
        }

        @Override
        public void record(Recording recording) {
            session.record(recording);
        }

        @Override
        public void pauseRecording(boolean paused) {
            session.pauseRecording(paused);
        }

        @Override
        public MediaSnapshot snapshot() {
            return measured;
        }

        @Override
        public void close() {
            session.close();
        }
    }
}
