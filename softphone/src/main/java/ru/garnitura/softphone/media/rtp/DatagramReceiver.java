package ru.garnitura.softphone.media.rtp;

/// Takes received datagrams on the audio lane.
public interface DatagramReceiver {

    /// The datagram is valid until this returns.
    void received(Datagram datagram);
}
