package ru.garnitura.sessions.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A snapshot of one session: one conversation, one tab, a call or a chat.
///
/// @param milestones times that move with the state
/// @param preview the last line said, or the subject; untrusted text
public record Session(
        SessionId id, SessionOrigin origin, Milestones milestones, Attention attention, String preview) {

    /// The state and the times that belong to it.
    ///
    /// @param openedAt when the conversation began, null before
    /// @param offerEndsAt when the offer expires, null where it does not
    public record Milestones(SessionState state, @Nullable Instant openedAt, @Nullable Instant offerEndsAt) {}

    /// A session that was just offered.
    public static Session offered(SessionId id, SessionOrigin origin, @Nullable Instant offerEndsAt) {
        return new Session(
                id, origin, new Milestones(SessionState.OFFERED, null, offerEndsAt), Attention.NONE, "");
    }

    public Channel channel() {
        return origin.channel();
    }

    public SessionState state() {
        return milestones.state();
    }

    /// The session after `input`, at `now`; itself when the input changes nothing.
    public Session after(SessionInput input, Instant now) {
        SessionState next = state().next(input);
        if (next == state()) {
            return this;
        }
        Instant opened = next == SessionState.OPEN && milestones.openedAt() == null ? now : milestones.openedAt();
        return new Session(id, origin, new Milestones(next, opened, milestones.offerEndsAt()), attention, preview);
    }

    public Session with(Attention newAttention) {
        return new Session(id, origin, milestones, newAttention, preview);
    }

    public Session with(SessionOrigin newOrigin) {
        return new Session(id, newOrigin, milestones, attention, preview);
    }

    public Session withPreview(String newPreview) {
        return new Session(id, origin, milestones, attention, newPreview);
    }
}
