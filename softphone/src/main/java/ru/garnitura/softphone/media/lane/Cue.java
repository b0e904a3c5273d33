package ru.garnitura.softphone.media.lane;

import ru.garnitura.softphone.audio.AudioFrame;
import ru.garnitura.softphone.audio.Wav;

/// A short sound of our own for the operator's ear alone, added to what he hears. Audio lane.
final class Cue {

    private final short[] samples;
    private int at;

    /// @param sound read beforehand
    Cue(Wav sound) {
        samples = sound.framed();
        at = samples.length;
    }

    void begin() {
        at = 0;
    }

    void add(short[] heard) {
        if (at < samples.length) {
            for (int i = 0; i < AudioFrame.SAMPLES; i++) {
                heard[i] = (short) Math.clamp(heard[i] + samples[at + i], Short.MIN_VALUE, Short.MAX_VALUE);
            }
            at += AudioFrame.SAMPLES;
        }
    }
}
