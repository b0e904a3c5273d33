/// Which device is used: the first present one of the operator's list, in a call too. What a device is made of stays
/// behind two ports, `SoundLibrary` (opens devices, may hang) and `DeviceCatalog` (knows which are there). Opening and
/// changing run on the I/O lane; frames are exchanged on the audio lane. Imports `audio`, `audio.signal` and `call`.
@NullMarked
package ru.garnitura.softphone.audio.device;

import org.jspecify.annotations.NullMarked;
