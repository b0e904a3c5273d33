package ru.garnitura.softphone.call;

import java.net.InetAddress;

/// Media of one call: SDP by the Offer/Answer model (RFC 3264), RTP, and the audio devices behind it.
/// Every method is called on the signaling lane and returns at once; devices open and close on their own lanes.
public interface MediaSession extends AutoCloseable {

    /// An offer as SDP text with the direction wanted now.
    String createOffer(MediaDirection direction);

    /// Applies a remote offer and returns the answer's SDP text.
    ///
    /// @throws MediaException when no offered format, profile or address can be used (the caller sends 488)
    String answer(String remoteOffer, MediaDirection direction);

    /// Applies the remote answer to the last offer made here. Comes again for the same offer when early media (183) is
    /// followed by the final answer, or by another fork's: the last one holds.
    ///
    /// @throws MediaException when the answer does not fit the offer
    void accept(String remoteAnswer);

    /// Idempotent: opens microphone and speaker and starts to send and to play, as far as the negotiated direction allows.
    void start();

    /// Lets the operator hear that the other side rings, until `start` or `close` or until it is not to be heard. Only while the
    /// other side sends no sound of its own.
    void ringback(boolean heard);

    /// From now on this address of the host is what the remote side reaches: binds there, and writes it into every further
    /// offer. What was agreed stays until the next offer is answered.
    ///
    /// @throws MediaException when nothing can be bound there
    void relocate(InetAddress local);

    /// Replaces what is sent by silence while true; the remote side goes on hearing an uninterrupted stream.
    void mute(boolean muted);

    /// While true, holds the remote side though it does not agree: it hears the hold sound, and is not heard.
    void setAside(boolean aside);

    /// Sends one telephone event (RFC 4733): `0-9`, `*`, `#`, `A-D`.
    ///
    /// @return false where the remote side takes no such events
    boolean sendDigit(char digit);

    /// Records both sides from now until the call ends, or another recording takes its place. Nothing before `start`.
    /// The file is made on the I/O lane; a disk that refuses is told as an end that is not whole.
    void record(Recording recording);

    /// Records silence while true: card data is being spoken. Does nothing where nothing is recorded.
    void pauseRecording(boolean paused);

    /// A sample of what this session measures now; cheap, any thread.
    MediaSnapshot snapshot();

    /// Stops sending, releases ports and devices. Idempotent.
    @Override
    void close();
}
