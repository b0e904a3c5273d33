package ru.garnitura.sessions.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a session asks of the operator.
///
/// @param waitingSince the first customer's message without an answer, or null when nobody waits
/// @param unread customer's messages that came while another session was shown
/// @param typing the customer is writing now
public record Attention(@Nullable Instant waitingSince, int unread, boolean typing) {

    public static final Attention NONE = new Attention(null, 0, false);
}
