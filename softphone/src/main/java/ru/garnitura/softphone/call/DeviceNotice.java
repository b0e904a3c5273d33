package ru.garnitura.softphone.call;

/// What happened to the audio devices of a call. `device` is the name the platform gives it, for the operator.
public record DeviceNotice(Kind kind, String device) {

    public enum Kind { OPENED, LOST, REPLACED, NONE_AVAILABLE }
}
