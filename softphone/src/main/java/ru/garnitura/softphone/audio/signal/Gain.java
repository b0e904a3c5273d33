package ru.garnitura.softphone.audio.signal;

/// Makes a stream louder or quieter; what would overload is bent softly above three quarters of full scale. Set by any
/// thread, applied by one lane.
public final class Gain {

    private static final float KNEE = 24_576;
    private static final float ROOM = 32_767 - KNEE;

    private volatile float factor = 1;

    /// @param decibels 0 leaves every sample as it is
    public void set(double decibels) {
        factor = decibels == 0 ? 1 : (float) Math.pow(10, decibels / 20);
    }

    /// Changes the frame in place.
    public void apply(short[] frame) {
        float times = factor;
        if (times == 1) {
            return;
        }
        for (int i = 0; i < frame.length; i++) {
            frame[i] = (short) bent(frame[i] * times);
        }
    }

    private static float bent(float value) {
        float size = Math.abs(value);
        if (size <= KNEE) {
            return value;
        }
        float over = (size - KNEE) / ROOM;
        return Math.copySign(KNEE + ROOM * over / (1 + over), value);
    }
}
