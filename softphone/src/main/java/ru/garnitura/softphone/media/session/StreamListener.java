package ru.garnitura.softphone.media.session;

/// What a stream notices; called on the audio lane, must only hand over.
interface StreamListener {

    void digitReceived(char digit);

    /// A datagram of DTLS; the array is the listener's own.
    ///
    /// @param onControlPort it came on the port that is RTCP's alone
    void handshakeReceived(byte[] datagram, boolean onControlPort);

    /// Milliseconds without a packet; 0 when they are back.
    void silentFor(long milliseconds);

    /// The stream broke and is no longer on the lane.
    void unseated();
}
