package ru.garnitura.assets;

import java.net.URL;

/// The product's own sounds: WAV, 16 bit, mono, 48 kHz. Who plays them, and on which device, is not decided here.
public enum Sounds {
    /// Rings until answered: one period, to be looped.
    RING("ring"),
    /// A second call while talking: one soft beep for the headset only.
    SECOND_CALL("second-call"),
    MESSAGE("message"),
    WARNING("warning"),
    /// The customer has been on hold for long.
    HOLD_REMINDER("hold-reminder"),
    /// What a customer on hold hears: a calm period to be looped.
    HOLD_MUSIC("hold-music");

    private final String file;

    Sounds(String file) {
        this.file = file;
    }

    public URL url() {
        return Resources.url("sounds/" + file + ".wav");
    }
}
