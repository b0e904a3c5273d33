package ru.garnitura.softphone.call;

/// Hears what happens to calls and registration. Called on the signaling lane; must return at once.
@FunctionalInterface
public interface SoftphoneListener {

    void happened(SoftphoneEvent event);
}
