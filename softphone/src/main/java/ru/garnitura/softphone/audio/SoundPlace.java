package ru.garnitura.softphone.audio;

/// Where sound comes in or goes out at the operator's desk.
public enum SoundPlace { MICROPHONE, HEADSET, RINGER }
