/// Buttons and lamps of USB headsets, by the HID usage tables: telephony page 0x0B, LED page 0x08. Reading waits on a
/// thread of its own. Imports nothing of ours.
@NullMarked
package ru.garnitura.softphone.headset;

import org.jspecify.annotations.NullMarked;
