package ru.garnitura.softphone.media.lane;

import ru.garnitura.softphone.audio.AudioFrame;

/// A short sound of our own for the operator's ear alone, added to what he hears. Audio lane.
final class Cue {

    private short[] samples = new short[0];
    private int at;

    /// @param framed whole frames of 48 kHz; takes the place of a sound that still plays
    void begin(short[] framed) {
        samples = framed;
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
