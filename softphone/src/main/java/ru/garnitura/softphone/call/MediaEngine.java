package ru.garnitura.softphone.call;

import java.net.InetAddress;

/// Port to RTP and audio. Fulfilled by `softphone.media`, scripted in tests.
public interface MediaEngine extends AutoCloseable {

    /// Reserves the ports of one call's media. Signaling lane; must return within a few milliseconds.
    ///
    /// @param local the address of this host that the remote side reaches; bound, and written into the SDP
    /// @throws MediaException when no RTP port can be bound
    MediaSession open(CallId call, InetAddress local, MediaListener listener);

    @Override
    void close();
}
