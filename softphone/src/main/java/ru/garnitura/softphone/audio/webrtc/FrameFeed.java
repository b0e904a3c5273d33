package ru.garnitura.softphone.audio.webrtc;

/// Gives a playback device its next 10 ms frame; called on the device's own thread, must not block.
interface FrameFeed {

    void fill(short[] frame);
}
