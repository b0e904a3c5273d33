package ru.garnitura.softphone.call;

/// What media reports to a call. Called on the signaling lane.
public interface MediaListener {

    /// The remote side sent a telephone event.
    void digitReceived(char digit);

    /// The direction the remote side offered or answered last, seen from this side.
    void remoteDirectionChanged(MediaDirection direction);

    /// Nothing was received for this long, in milliseconds; 0 when the stream is back.
    void silentFor(long milliseconds);

    /// Encryption was agreed on but no keys came about: nothing is sent or heard, and never will be.
    void encryptionFailed();

    /// Media of this call broke: nothing is sent or heard, and never will be.
    void mediaFailed();

    /// The microphone or the speaker failed or was replaced; the call goes on.
    void deviceChanged(DeviceNotice notice);
}
