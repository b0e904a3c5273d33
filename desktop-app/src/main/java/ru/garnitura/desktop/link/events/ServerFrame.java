package ru.garnitura.desktop.link.events;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What the back office says on the event socket; samples `events.s.*.json`.
public sealed interface ServerFrame {

    /// The greeting: `sessions` are all that are the operator's now, offered or assigned.
    record Welcome(Greeting greeting, DeskEvent.OperatorStateHeld state, List<ChatSession> sessions)
            implements ServerFrame {

        public Welcome {
            sessions = List.copyOf(sessions);
        }
    }

    /// @param token   to resume with
    /// @param resumed false: the inbox starts anew at `inbox`
    record Greeting(String token, boolean resumed, long inbox, Instant now) {
    }

    /// A message; `from` is `customer` or an operator's id.
    record Message(Place place, Writer writer, String text, Instant at) implements ServerFrame {
    }

    /// @param name may be empty
    record Writer(String from, String name) {

        public boolean isCustomer() {
            return from.equals("customer");
        }
    }

    /// Where a message stands.
    ///
    /// @param key the sender's own, may be empty
    record Place(String session, long seq, String id, String key) {
    }

    /// The other side has, or has read, everything up to `upTo`.
    record Receipt(String session, long seq, long upTo, boolean read, boolean byCustomer) implements ServerFrame {
    }

    /// A number in a session's order without anything for the transcript: notes, and what is private to the other side.
    record Unspoken(String session, long seq) implements ServerFrame {
    }

    record Typing(String session, Duration lasts) implements ServerFrame {
    }

    record Queues(DeskEvent.Queues queues) implements ServerFrame {
    }

    /// A numbered line of the operator's inbox.
    record Inbox(long seq, InboxNews news) implements ServerFrame {
    }

    /// The back office did not understand what was sent.
    record Complaint(String code, String of) implements ServerFrame {
    }

    /// A kind this version does not know; passed over.
    record Unknown(String kind) implements ServerFrame {
    }

    /// What an inbox line tells.
    sealed interface InboxNews {

        record Offered(ChatSession session, Instant until) implements InboxNews {
        }

        record Assigned(ChatSession session) implements InboxNews {
        }

        record Revoked(String session, long ownerEpoch) implements InboxNews {
        }

        record Closed(String session) implements InboxNews {
        }

        record StateHeld(DeskEvent.OperatorStateHeld state) implements InboxNews {
        }

        record Broadcast(DeskEvent.Broadcast broadcast) implements InboxNews {
        }

        record Other(String kind) implements InboxNews {
        }
    }
}
