package ru.garnitura.softphone.audio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import ru.garnitura.softphone.audio.signal.Resampler;
import ru.garnitura.softphone.call.MediaException;

/// Sound of a RIFF/WAVE file: 16-bit PCM, one or two channels, 8 to 48 kHz, at most 64 MB; mixed down to mono.
///
/// @param rate samples per second
@SuppressWarnings("ArrayRecordComponent")
public record Wav(int rate, short[] samples) {

    private static final int LIMIT = 64 << 20;

    /// Reads a whole file. I/O lane.
    ///
    /// @throws MediaException naming the file when it cannot be read or is of another kind
    public static Wav read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, file.toString());
        } catch (IOException unreadable) {
            throw new MediaException("cannot read " + file, unreadable);
        }
    }

    /// Reads a whole stream; `name` is for messages.
    ///
    /// @throws MediaException naming `name` when it is of another kind
    public static Wav read(InputStream in, String name) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(in.readNBytes(LIMIT)).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.remaining() < 12 || !tag(bytes).equals("RIFF") || bytes.getInt() == 0 || !tag(bytes).equals("WAVE")) {
            throw new MediaException("not a WAV file: " + name);
        }
        return chunks(bytes, name);
    }

    /// The same sound at 48 kHz, filled up with silence to whole frames.
    public short[] framed() {
        Resampler resampler = new Resampler(rate, AudioFrame.RATE);
        int unit = resampler.granularity();
        int length = (samples.length + unit - 1) / unit * unit;
        short[] padded = java.util.Arrays.copyOf(samples, length);
        short[] out = new short[(int) Math.ceilDiv((long) length * AudioFrame.RATE, rate)];
        int count = resampler.process(padded, 0, length, out);
        return java.util.Arrays.copyOf(out, Math.ceilDiv(count, AudioFrame.SAMPLES) * AudioFrame.SAMPLES);
    }

    private static Wav chunks(ByteBuffer bytes, String name) {
        int channels = 0;
        int rate = 0;
        while (bytes.remaining() >= 8) {
            String id = tag(bytes);
            long declared = Integer.toUnsignedLong(bytes.getInt());
            int size = (int) Math.min(declared, bytes.remaining());
            int next = Math.min(bytes.limit(), bytes.position() + size + (size & 1));
            if (id.equals("fmt ") && size >= 16) {
                int format = bytes.getShort() & 0xffff;
                channels = bytes.getShort();
                rate = bytes.getInt();
                int bits = bytes.getShort(bytes.position() + 6);
                if ((format != 1 && format != 0xfffe) || bits != 16 || channels < 1 || channels > 2
                        || rate < 8000 || rate > 48_000) {
                    throw new MediaException("only 16-bit PCM of 8-48 kHz is read: " + name);
                }
            } else if (id.equals("data") && rate > 0) {
                return new Wav(rate, mono(bytes, size, channels));
            }
            bytes.position(next);
        }
        throw new MediaException("no sound in " + name);
    }

    private static short[] mono(ByteBuffer bytes, int size, int channels) {
        short[] samples = new short[size / 2 / channels];
        for (int i = 0; i < samples.length; i++) {
            int sum = 0;
            for (int c = 0; c < channels; c++) {
                sum += bytes.getShort();
            }
            samples[i] = (short) (sum / channels);
        }
        return samples;
    }

    private static String tag(ByteBuffer bytes) {
        byte[] tag = new byte[4];
        bytes.get(tag);
        return new String(tag, StandardCharsets.US_ASCII);
    }
}
