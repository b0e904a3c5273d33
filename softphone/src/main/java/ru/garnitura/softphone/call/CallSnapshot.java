package ru.garnitura.softphone.call;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// One call as it stood when something changed. Immutable; crosses lanes freely.
///
/// @param id        this call
/// @param direction who called
/// @param remote    the other side
/// @param progress  how far it has got
/// @param consults  the call this one was made to consult about, or null
public record CallSnapshot(CallId id, CallDirection direction, RemoteParty remote, Progress progress,
        @Nullable CallId consults) {

    /// The part of a call that changes.
    ///
    /// @param state lifecycle
    /// @param audio mute and hold by the peer
    /// @param times when things happened
    /// @param end   why it is over; null until [CallState#TERMINATED]
    public record Progress(CallState state, CallAudio audio, CallTimes times, @Nullable CallEndCause end) {
    }

    public CallState state() {
        return progress.state();
    }

    /// We hold the remote side, or are about to.
    public boolean held() {
        return state() == CallState.HELD || state() == CallState.HOLDING || state() == CallState.HELD_TRANSFERRING;
    }

    public boolean muted() {
        return progress.audio().muted();
    }

    public boolean heldByPeer() {
        return progress.audio().heldByPeer();
    }

    /// Hears the other calls of the conference too.
    public boolean inConference() {
        return progress.audio().conference();
    }

    public RecordingState recording() {
        return progress.audio().recording();
    }

    public Instant startedAt() {
        return progress.times().started();
    }

    public @Nullable Instant answeredAt() {
        return progress.times().answered();
    }

    /// When the present state was entered.
    public Instant since() {
        return progress.times().since();
    }

    public @Nullable CallEndCause end() {
        return progress.end();
    }
}
