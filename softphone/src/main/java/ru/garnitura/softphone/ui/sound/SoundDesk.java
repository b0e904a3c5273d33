package ru.garnitura.softphone.ui.sound;

import java.util.function.Consumer;
import ru.garnitura.softphone.audio.DeviceList;
import ru.garnitura.softphone.audio.SoundPreferences;
import ru.garnitura.softphone.media.check.MicrophoneCheck;

/// Port to the desk's sound. FX lane; returns at once.
public interface SoundDesk {

    /// As they are kept.
    SoundPreferences preferences();

    /// Keeps them and puts them in force, in a call too.
    void prefer(SoundPreferences preferences);

    /// Tells which devices are there, and each change, on the FX lane, until the returned task is run.
    Runnable watch(Consumer<DeviceList> changes);

    /// Opens microphone and headset for a check.
    MicrophoneCheck check();

    /// Rings on the ringer's device, or stops.
    void ring(boolean ringing);

    /// The devices that are used now passed the check.
    void checked();
}
