package ru.garnitura.softphone.media.codec;

/// One encoder and one decoder of some implementation of Opus (RFC 6716), 48 kHz mono. Audio lane.
interface OpusLibrary extends AutoCloseable {

    int RATE = 48_000;
    /// Wide-band speech with room for the copy of the packet before: with 32 kbit/s the copies take so much from the
    /// speech itself that losses are heard less and everything else more.
    int BITRATE = 48_000;
    /// Half of the ten steps costs a third of the time and is not told apart by ear at this rate.
    int COMPLEXITY = 5;
    /// Copies are sent along from the first packet on.
    int FIRST_LOSS_PERCENT = 5;

    /// @return bytes written, not positive for an error
    int encode(short[] pcm, int samples, byte[] out, int at);

    /// @param length  0 makes up sound for what was lost
    /// @param samples room, or what is missing
    /// @param repair  decode the copy of the packet before
    /// @return samples written, negative for an error
    int decode(byte[] payload, int length, short[] pcm, int samples, boolean repair);

    /// @param percent 0..100; 0 sends no copies
    void expectLoss(int percent);

    /// @param limit bit/s
    void bitrate(int limit);

    @Override
    void close();

    /// The native library, or the slower one in Java where there is none for this machine.
    static OpusLibrary open() {
        return NativeOpus.isUsable() ? new NativeOpus() : new PureOpus();
    }
}
