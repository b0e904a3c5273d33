package ru.garnitura.softphone.call;

/// What happened to the audio devices of a call. `device` is the name the platform gives it, for the operator; empty
/// where none is left.
public record DeviceNotice(Kind kind, Place place, String device) {

    /// A call began with its devices; sound moved to another device; there is no device for a place.
    public enum Kind { OPENED, REPLACED, NONE_AVAILABLE }

    /// What the notice is about.
    public enum Place { MICROPHONE, HEADSET, BOTH }
}
