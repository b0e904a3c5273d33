package ru.garnitura.softphone.call;

import java.net.InetAddress;
import java.util.Set;

/// Port to RTP and audio. Fulfilled by `softphone.media`, scripted in tests.
public interface MediaEngine extends AutoCloseable {

    /// Loads and makes what calls under this policy will need, so that the first one does not wait. Signaling lane;
    /// returns at once.
    void prepare(MediaPolicy policy);

    /// Reserves the ports of one call's media. Signaling lane; must return within a few milliseconds.
    ///
    /// @param local the address of this host that the remote side reaches; bound, and written into the SDP
    /// @param policy of the account the call belongs to
    /// @throws MediaException when no RTP port can be bound, or none of the codecs is ours
    MediaSession open(CallId call, InetAddress local, MediaPolicy policy, MediaListener listener);

    /// From now on these calls hear each other besides the operator, and all others hear the operator alone; fewer than
    /// two are no conference. Calls that are not known, or have not started, are passed over. Signaling lane.
    void conference(Set<CallId> members);

    /// Plays a sound in the headset, which nobody else hears. Nothing where no call runs. Signaling lane.
    void cue(HeadsetSound sound);

    @Override
    void close();
}
