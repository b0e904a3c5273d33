package ru.garnitura.softphone.audio.device;

/// Gives a playback device its next 10 ms frame; called on the device's own thread, must not block.
@FunctionalInterface
public interface FrameFeed {

    void fill(short[] frame);
}
