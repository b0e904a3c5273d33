package ru.garnitura.softphone.media.session;

import java.util.Arrays;
import ru.garnitura.softphone.audio.AudioFrame;
import ru.garnitura.softphone.audio.ToneSource;

/// The tone that says that the other side rings: 425 Hz, a second of it every five, as Russian exchanges play it
/// (ITU-T E.180, supplement 2). Audio lane.
final class Ringback {

    private static final double HERTZ = 425;
    private static final int TONE_FRAMES = 1_000 / AudioFrame.MILLIS;
    private static final int WHOLE_FRAMES = 5_000 / AudioFrame.MILLIS;
    /// Beside a voice at its usual level; the tone itself is made at -9 dBov.
    private static final int QUIETER = 3;

    private final ToneSource tone = new ToneSource(HERTZ);
    private int at;

    /// Fills a frame with the tone or its pause; with silence where nothing rings.
    void say(short[] frame, boolean rings) {
        if (!rings || at >= TONE_FRAMES) {
            Arrays.fill(frame, (short) 0);
        } else {
            tone.read(frame);
            for (int i = 0; i < frame.length; i++) {
                frame[i] = (short) (frame[i] / QUIETER);
            }
        }
        at = rings ? (at + 1) % WHOLE_FRAMES : 0;
    }
}
