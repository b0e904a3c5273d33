package ru.garnitura.softphone.audio;

/// A sound played over and over.
public final class LoopSource implements AudioSource {

    private final short[] samples;
    private int at;

    /// @param wav read once, held in memory at 48 kHz
    public LoopSource(Wav wav) {
        samples = wav.framed();
    }

    private LoopSource(short[] framed) {
        samples = framed;
    }

    /// Another voice of the same sound, from its beginning.
    public LoopSource again() {
        return new LoopSource(samples);
    }

    @Override
    public void read(short[] frame) {
        if (samples.length == 0) {
            java.util.Arrays.fill(frame, (short) 0);
            return;
        }
        System.arraycopy(samples, at, frame, 0, frame.length);
        at = (at + frame.length) % samples.length;
    }
}
