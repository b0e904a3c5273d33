package ru.garnitura.softphone.call;

/// Port to RTP and audio. Fulfilled by `softphone.media`, scripted in tests.
public interface MediaEngine extends AutoCloseable {

    /// Reserves the ports of one call's media. Signaling lane; must return within a few milliseconds.
    ///
    /// @throws MediaException when no RTP port can be bound
    MediaSession open(CallId call, MediaListener listener);

    @Override
    void close();
}
