package ru.garnitura.sessions.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import ru.garnitura.sessions.session.SessionId;
import ru.garnitura.sessions.session.SessionOrigin;

/// What the back office tells about chats. `inbox` is the operator's inbox sequence, to be acknowledged by
/// [ChatTransport#acknowledgeInbox] once it is safe here; `seq` is the session's own.
public sealed interface ChatEvent {

    /// Events of the operator's inbox: which sessions are his.
    sealed interface Inbox extends ChatEvent {
        SessionId session();

        long inbox();
    }

    /// Events with a place in the session's gapless server order.
    sealed interface Sequenced extends ChatEvent {
        SessionId session();

        long seq();
    }

    /// A waiting chat; the offer ends at `until`.
    record Offered(SessionId session, long inbox, SessionOrigin origin, Instant until) implements Inbox {}

    /// The chat is this operator's now.
    record Assigned(SessionId session, long inbox, SessionOrigin origin) implements Inbox {}

    /// The chat, or its offer, is no longer this operator's.
    record Revoked(SessionId session, long inbox) implements Inbox {}

    /// The conversation is over: the customer left, or it was closed.
    record Closed(SessionId session, long inbox) implements Inbox {}

    /// A message of either side; the operator's own come back with the key they were sent with.
    record Arrived(SessionId session, ChatMessage message) implements Sequenced {
        @Override
        public long seq() {
            return message.seq();
        }
    }

    /// The customer's device has, or the customer has read, the operator's messages up to `upTo`, inclusive.
    record Receipt(SessionId session, long seq, long upTo, Kind kind) implements Sequenced {
        public enum Kind { DELIVERED, READ }
    }

    /// A place in the order that carries nothing for the transcript.
    record Skipped(SessionId session, long seq) implements Sequenced {}

    /// The customer is writing, for `lasts` from now unless repeated.
    record Typing(SessionId session, Duration lasts) implements ChatEvent {}

    /// The back office confirmed the action that carried a message; its [Arrived] follows or came already.
    record SendConfirmed(SessionId session, String key) implements ChatEvent {}

    /// The back office refused the action that carried a message.
    record SendRefused(SessionId session, String key) implements ChatEvent {}

    /// The socket is up or down; on line, `owned` names every chat that is this operator's, after a reset only.
    sealed interface Link extends ChatEvent {

        record Down() implements Link {}

        record Resumed() implements Link {}

        /// The back office forgot where it was: chats not in `owned` are no longer this operator's.
        record Reset(Set<SessionId> owned) implements Link {
            public Reset {
                owned = Set.copyOf(owned);
            }
        }
    }
}
