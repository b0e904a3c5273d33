package ru.garnitura.softphone.call;

/// Who called whom, seen from this desktop.
public enum CallDirection {
    INCOMING, OUTGOING
}
