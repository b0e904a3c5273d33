package ru.garnitura.softphone.media.codec;

/// Encoder and decoder of one stream, with their state. Audio lane; never allocates once it runs.
public interface AudioCodec extends AutoCloseable {

    PayloadFormat format();

    /// Encodes `samples` samples at the format's rate.
    ///
    /// @return bytes written to `out` from `at`
    int encode(short[] pcm, int samples, byte[] out, int at);

    /// Decodes one payload; a damaged one becomes silence or less sound, never an exception.
    ///
    /// @return samples written to `pcm` from index 0, at most [PayloadFormat#MAX_PACKET_MS] worth
    int decode(byte[] payload, int length, short[] pcm);

    /// Makes up sound for what was lost, out of the decoder's own state.
    ///
    /// @param samples at most 10 ms worth
    /// @return samples written; 0 where the codec leaves that to whoever plays it
    default int conceal(short[] pcm, int samples) {
        return 0;
    }

    /// Decodes the coarse copy of the lost packet that the one after it carries.
    ///
    /// @param length  of the following payload
    /// @param samples length of the lost packet
    /// @return samples written; 0 where there is no copy
    default int repair(byte[] following, int length, int samples, short[] pcm) {
        return 0;
    }

    /// Says how much of what is sent gets lost, so that copies are sent along.
    ///
    /// @param percent 0..100
    default void expectLoss(int percent) {
    }

    /// Encodes as the other side wishes from now on.
    default void heed(ReceiverWishes wishes) {
    }

    @Override
    default void close() {
    }
}
