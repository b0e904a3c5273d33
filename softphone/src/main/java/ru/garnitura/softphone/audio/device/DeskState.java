package ru.garnitura.softphone.audio.device;

import java.util.List;
import ru.garnitura.softphone.audio.DeviceList;
import ru.garnitura.softphone.audio.SoundPlace;
import ru.garnitura.softphone.audio.SoundPreferences;

/// What is there and what is wanted, at one moment.
record DeskState(DeviceList present, SoundPreferences wanted) {

    /// Present devices of a place, the one to use first.
    List<String> candidates(SoundPlace place) {
        return switch (place) {
            case MICROPHONE -> present.microphones(wanted.of(place));
            case HEADSET, RINGER -> present.speakers(wanted.of(place));
        };
    }
}
