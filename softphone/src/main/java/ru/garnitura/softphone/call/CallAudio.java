package ru.garnitura.softphone.call;

/// What can be heard in a call, apart from its state.
///
/// @param muted      the operator muted the microphone
/// @param heldByPeer the remote side holds us: it does not listen, and may play music
/// @param conference this call and the others marked so hear each other
/// @param recording  whether it is kept
public record CallAudio(boolean muted, boolean heldByPeer, boolean conference, RecordingState recording) {

    public static final CallAudio OPEN = new CallAudio(false, false, false, RecordingState.NONE);

    CallAudio muted(boolean now) {
        return new CallAudio(now, heldByPeer, conference, recording);
    }

    CallAudio heldByPeer(boolean now) {
        return new CallAudio(muted, now, conference, recording);
    }

    CallAudio conference(boolean now) {
        return new CallAudio(muted, heldByPeer, now, recording);
    }

    CallAudio recording(RecordingState now) {
        return new CallAudio(muted, heldByPeer, conference, now);
    }
}
