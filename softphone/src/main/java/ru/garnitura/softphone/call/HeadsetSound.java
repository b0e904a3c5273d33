package ru.garnitura.softphone.call;

/// Short sounds for the operator's ear alone.
public enum HeadsetSound {
    /// Another call rings while one is talked on.
    SECOND_CALL,
    /// A customer has been on hold for long.
    HOLD_REMINDER,
    /// A call was answered because its caller wished it: the microphone opens in a second.
    ANSWERED_BY_ITSELF
}
