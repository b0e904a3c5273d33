package ru.garnitura.sessions.session;

import java.time.Duration;

/// Within which time a customer on a channel should have an answer.
///
/// @param soon from here on the timer is amber
/// @param late from here on it is red
public record ChannelLimits(Duration soon, Duration late) {

    public ChannelLimits {
        if (soon.isNegative() || late.compareTo(soon) < 0) {
            throw new IllegalArgumentException("Limits must grow: soon " + soon + ", late " + late);
        }
    }

    public WaitingLevel levelOf(Duration waited) {
        if (waited.compareTo(late) >= 0) {
            return WaitingLevel.LATE;
        }
        return waited.compareTo(soon) >= 0 ? WaitingLevel.SOON : WaitingLevel.CALM;
    }
}
