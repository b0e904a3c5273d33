package ru.garnitura.desktop.link.policy;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// How much and how long.
///
/// @param chatCap      chats served at once, over all channels
/// @param channels     by wire name
/// @param offer        how long an offered chat waits for an answer
/// @param missedOffers after so many the back office sets the operator NotReady
public record Limits(int chatCap, Map<String, Channel> channels, Duration offer, int missedOffers) {

    public Limits {
        channels = Map.copyOf(channels);
    }

    /// @param cap   conversations at once on this channel
    /// @param amber from this waiting time on the timer is amber
    /// @param red   from this waiting time on it is red
    public record Channel(Bilingual title, int cap, Duration amber, Duration red) {
    }

    /// What is promised to a customer on hold, and when the operator is reminded.
    public record Hold(Duration promise, List<Duration> reminders) {

        public Hold {
            reminders = List.copyOf(reminders);
        }
    }

    /// How long a wrap-up takes, and by how much it may be extended.
    public record WrapUp(Duration time, Duration extension) {
    }
}
