package ru.garnitura.softphone.media.codec;

/// Encoder and decoder of one stream, with their state. Audio lane; never allocates.
public interface AudioCodec extends AutoCloseable {

    PayloadFormat format();

    /// Encodes `samples` samples at the format's rate.
    ///
    /// @return bytes written to `out` from `at`
    int encode(short[] pcm, int samples, byte[] out, int at);

    /// Decodes one payload; a damaged one becomes silence or less sound, never an exception.
    ///
    /// @return samples written to `pcm` from index 0, at most [PayloadFormat#MAX_PACKET_MS] worth
    int decode(byte[] payload, int at, int length, short[] pcm);

    @Override
    default void close() {
    }
}
