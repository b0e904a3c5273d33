package ru.garnitura.sessions.session;

import java.time.Duration;
import java.util.Map;

/// The operator's limits as the back office sets them.
///
/// @param cap sessions served at once, calls and chats together
/// @param channels limits by channel; a channel not named has [#DEFAULT_LIVE] or [#DEFAULT_DEFERRED]
public record DeskLimits(int cap, Map<Channel, ChannelLimits> channels) {

    public static final ChannelLimits DEFAULT_LIVE =
            new ChannelLimits(Duration.ofSeconds(30), Duration.ofSeconds(45));
    public static final ChannelLimits DEFAULT_DEFERRED =
            new ChannelLimits(Duration.ofHours(8), Duration.ofHours(24));

    public DeskLimits {
        channels = Map.copyOf(channels);
    }

    public ChannelLimits of(Channel channel) {
        return channels.getOrDefault(channel, channel.isLive() ? DEFAULT_LIVE : DEFAULT_DEFERRED);
    }
}
