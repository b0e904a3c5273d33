package ru.garnitura.softphone.audio.device;

/// Something open that changes its devices when others come, go or are preferred. I/O lane.
@FunctionalInterface
interface Follower {

    void follow();
}
