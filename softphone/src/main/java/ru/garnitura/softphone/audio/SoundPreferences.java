package ru.garnitura.softphone.audio;

import java.util.List;

/// What the operator set for sound. Names of devices, the most wanted first; those that are not there wait their turn.
public record SoundPreferences(List<String> microphones, List<String> headsets, List<String> ringers, Gains gains,
        VoiceProcessing processing) {

    /// The system's devices, as loud as they are, voice processing on.
    public static final SoundPreferences USUAL = new SoundPreferences(List.of(), List.of(), List.of(), Gains.NONE,
            VoiceProcessing.ALL);

    /// Decibels added to each place, -20 to 20.
    public record Gains(double microphone, double headset, double ringer) {

        public static final Gains NONE = new Gains(0, 0, 0);
        public static final double MOST = 20;

        public Gains {
            microphone = bounded(microphone);
            headset = bounded(headset);
            ringer = bounded(ringer);
        }

        private static double bounded(double decibels) {
            return Double.isFinite(decibels) ? Math.clamp(decibels, -MOST, MOST) : 0;
        }
    }

    public SoundPreferences {
        microphones = List.copyOf(microphones);
        headsets = List.copyOf(headsets);
        ringers = List.copyOf(ringers);
    }

    /// The order of a place's devices; the others stay.
    public SoundPreferences ordering(SoundPlace place, List<String> names) {
        return new SoundPreferences(place == SoundPlace.MICROPHONE ? names : microphones,
                place == SoundPlace.HEADSET ? names : headsets, place == SoundPlace.RINGER ? names : ringers, gains,
                processing);
    }

    public SoundPreferences with(Gains changed) {
        return new SoundPreferences(microphones, headsets, ringers, changed, processing);
    }

    public SoundPreferences with(VoiceProcessing changed) {
        return new SoundPreferences(microphones, headsets, ringers, gains, changed);
    }

    /// The wanted devices of a place.
    public List<String> of(SoundPlace place) {
        return switch (place) {
            case MICROPHONE -> microphones;
            case HEADSET -> headsets;
            case RINGER -> ringers;
        };
    }

    /// Decibels added at a place.
    public double gain(SoundPlace place) {
        return switch (place) {
            case MICROPHONE -> gains.microphone();
            case HEADSET -> gains.headset();
            case RINGER -> gains.ringer();
        };
    }
}
