package ru.garnitura.softphone.ui;

import java.time.Duration;
import java.util.List;

/// Terms the call bar counts by.
///
/// @param offer   an incoming call is refused, for others to take, after ringing so long; zero: it rings on
/// @param promise how soon the operator promises to be back when putting a customer on hold
/// @param reminders when the operator is reminded of a customer on hold, ascending
/// @param farewell how long the cause of an ended call stays
/// @param repeat  a second destructive press within this time of the last one is a held key, and does nothing
public record CallBarTimes(Duration offer, Duration promise, List<Duration> reminders, Duration farewell,
        Duration repeat) {

    public static final CallBarTimes USUAL = new CallBarTimes(Duration.ofSeconds(30), Duration.ofSeconds(60),
            List.of(Duration.ofSeconds(30), Duration.ofSeconds(45)), Duration.ofSeconds(5), Duration.ofMillis(700));

    public CallBarTimes {
        reminders = List.copyOf(reminders);
    }

    /// The same with what the desk promises to customers on hold.
    public CallBarTimes holding(Duration promised, List<Duration> reminded) {
        return new CallBarTimes(offer, promised, reminded, farewell, repeat);
    }
}
