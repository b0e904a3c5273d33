package ru.garnitura.softphone.headset;

/// What an operator does on his headset.
public enum HeadsetButton { OFF_HOOK, ON_HOOK, MUTE }
