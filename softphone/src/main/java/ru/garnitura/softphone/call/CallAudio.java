package ru.garnitura.softphone.call;

/// What can be heard in a call, apart from its state.
///
/// @param muted      the operator muted the microphone
/// @param heldByPeer the remote side holds us: it does not listen, and may play music
public record CallAudio(boolean muted, boolean heldByPeer) {

    public static final CallAudio OPEN = new CallAudio(false, false);
}
