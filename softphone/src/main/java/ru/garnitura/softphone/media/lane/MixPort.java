package ru.garnitura.softphone.media.lane;

/// One party on the audio lane: a call, later a recorder or hold music. Both methods run on the lane each 10 ms and
/// neither block nor allocate.
public interface MixPort {

    /// Fills the frame with what this party says.
    ///
    /// @param now nanoseconds
    void say(short[] frame, long now);

    /// Takes what this party hears; the array is the lane's again on return.
    ///
    /// @param now nanoseconds
    void hear(short[] frame, long now);

    /// One of the two above threw: this party has lost its seat and is asked no more. Called on the lane, once.
    void unseated();
}
