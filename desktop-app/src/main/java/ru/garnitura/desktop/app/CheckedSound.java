package ru.garnitura.desktop.app;

import ru.garnitura.softphone.ui.sound.SoundDesk;

/// The desk's sound, and whether it was checked before a customer hears it. FX lane.
interface CheckedSound extends SoundDesk {

    /// Whether nothing speaks against taking calls with the devices that are used now: they were checked, the check was
    /// skipped since the start, or there are none to check.
    boolean isChecked();

    /// The operator wants no check of these devices until the next start.
    void skipCheck();
}
