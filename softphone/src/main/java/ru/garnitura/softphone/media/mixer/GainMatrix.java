package ru.garnitura.softphone.media.mixer;

import java.util.Arrays;

/// Mixes N mouths for N ears: ear `e` hears the sum over mouths `m` of `gain(e, m)` times its frame.
///
/// Hold, conference, recording, listen, whisper and barge are nothing but gains. Changes of a gain are spread over one
/// frame, so that nothing clicks.
public final class GainMatrix {

    private final int ports;
    private final float[][] wanted;
    private final float[][] applied;
    private final float[] sum;

    public GainMatrix(int ports, int frameSamples) {
        this.ports = ports;
        wanted = new float[ports][ports];
        applied = new float[ports][ports];
        sum = new float[frameSamples];
    }

    /// From the next frame on, `ear` hears `mouth` with this factor (0 = not at all, 1 = as it is).
    public void gain(int ear, int mouth, float factor) {
        wanted[ear][mouth] = factor;
    }

    /// Removes every trace of a port.
    public void clear(int port) {
        for (int other = 0; other < ports; other++) {
            wanted[port][other] = applied[port][other] = 0;
            wanted[other][port] = applied[other][port] = 0;
        }
    }

    /// Writes what `ear` hears of the mouths' frames.
    public void mix(int ear, short[][] mouths, short[] out) {
        int alone = onlyMouth(ear);
        if (alone >= 0) {
            System.arraycopy(mouths[alone], 0, out, 0, out.length);
            return;
        }
        Arrays.fill(sum, 0);
        for (int mouth = 0; mouth < ports; mouth++) {
            float from = applied[ear][mouth];
            float to = wanted[ear][mouth];
            if (from != 0 || to != 0) {
                add(mouths[mouth], from, to);
                applied[ear][mouth] = to;
            }
        }
        for (int i = 0; i < out.length; i++) {
            out[i] = (short) Math.clamp(Math.round(sum[i]), Short.MIN_VALUE, Short.MAX_VALUE);
        }
    }

    /// The one mouth an ear hears as it is and has heard so before: most calls are like that, and nothing is to be added.
    private int onlyMouth(int ear) {
        int found = -1;
        for (int mouth = 0; mouth < ports; mouth++) {
            float gain = wanted[ear][mouth];
            if (gain != applied[ear][mouth] || (gain != 0 && (gain != 1 || found >= 0))) {
                return -1;
            }
            found = gain == 1 ? mouth : found;
        }
        return found;
    }

    private void add(short[] frame, float from, float to) {
        float step = (to - from) / sum.length;
        float factor = from;
        for (int i = 0; i < sum.length; i++) {
            factor += step;
            sum[i] += frame[i] * factor;
        }
    }
}
