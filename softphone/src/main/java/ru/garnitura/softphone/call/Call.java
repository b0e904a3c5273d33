package ru.garnitura.softphone.call;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// One call while it lives. Signaling lane only.
final class Call {

    private final CallId id;
    private final CallDirection direction;
    private final RemoteParty remote;
    private CallSnapshot.Progress progress;
    private @Nullable MediaSession media;
    private @Nullable CallId consults;
    private boolean aside;
    private boolean warned;
    private String answerSdp = "";
    private Timers.Timer autoAnswer = Timers.Timer.NONE;

    Call(CallId id, CallDirection direction, RemoteParty remote, Instant now) {
        this.id = id;
        this.direction = direction;
        this.remote = remote;
        CallState first = direction == CallDirection.INCOMING ? CallState.RINGING : CallState.DIALING;
        this.progress = new CallSnapshot.Progress(first, CallAudio.OPEN, CallTimes.startedAt(now), null);
    }

    CallId id() {
        return id;
    }

    CallDirection direction() {
        return direction;
    }

    CallState state() {
        return progress.state();
    }

    CallAudio audio() {
        return progress.audio();
    }

    CallSnapshot snapshot() {
        return new CallSnapshot(id, direction, remote, progress, consults);
    }

    @Nullable MediaSession media() {
        return media;
    }

    void media(MediaSession session) {
        media = session;
    }

    /// The SDP kept for the moment the operator answers.
    String answerSdp() {
        return answerSdp;
    }

    void answerSdp(String sdp) {
        answerSdp = sdp;
    }

    RemoteParty remote() {
        return remote;
    }

    @Nullable CallId consults() {
        return consults;
    }

    void consults(@Nullable CallId about) {
        consults = about;
    }

    /// Held without the remote side's agreement.
    boolean aside() {
        return aside;
    }

    void aside(boolean now) {
        MediaSession session = media;
        if (session != null && aside != now) {
            aside = now;
            session.setAside(now);
        }
    }

    /// The local ringback tone, or none.
    void ringback(boolean heard) {
        MediaSession session = media;
        if (session != null) {
            session.ringback(heard);
        }
    }

    /// The operator is warned that his microphone will open, which he may not expect.
    boolean warned() {
        return warned;
    }

    void warned(boolean now) {
        warned = now;
    }

    void autoAnswer(Timers.Timer timer) {
        autoAnswer = timer;
    }

    /// Feeds the state machine; false where the input changed nothing.
    boolean take(CallInput input, Instant now) {
        CallState next = CallState.next(state(), input);
        if (next == state()) {
            return false;
        }
        progress = new CallSnapshot.Progress(next, audio(), progress.times().entered(next, now), null);
        return true;
    }

    /// Notes what can be heard; false where nothing changed.
    boolean hear(CallAudio audio) {
        boolean changed = !audio.equals(audio());
        progress = new CallSnapshot.Progress(state(), audio, progress.times(), progress.end());
        return changed;
    }

    /// Ends the call and its media; false where it was over already.
    boolean finish(CallEndCause cause, Instant now) {
        if (!take(CallInput.END, now)) {
            return false;
        }
        progress = new CallSnapshot.Progress(state(), audio(), progress.times(), cause);
        autoAnswer.cancel();
        MediaSession session = media;
        if (session != null) {
            session.close();
        }
        return true;
    }
}
