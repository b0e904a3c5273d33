package ru.garnitura.softphone.headset;

/// What a headset shows of the call; it also tells the headset whether its hook button answers or ends.
public record HeadsetLamps(boolean ringing, boolean offHook, boolean muted) {

    public static final HeadsetLamps DARK = new HeadsetLamps(false, false, false);
}
