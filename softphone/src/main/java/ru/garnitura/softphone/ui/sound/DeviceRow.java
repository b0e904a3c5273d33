package ru.garnitura.softphone.ui.sound;

/// A device in the operator's order.
///
/// @param used it is the one that sound goes through now
record DeviceRow(String name, boolean present, boolean used) {
}
