package ru.garnitura.sessions.chat;

import java.time.Instant;
import ru.garnitura.sessions.session.Channel;
import ru.garnitura.sessions.session.SessionId;
import ru.garnitura.sessions.session.SessionOrigin;

/// Short ways to say what the back office says.
public final class Said {

    public static final Instant START = Instant.parse("2026-11-22T09:00:00Z");

    private Said() {}

    public static ChatEvent.Arrived customer(SessionId session, long seq, String text) {
        return message(session, seq, new Author(Author.Side.CUSTOMER, ""), text);
    }

    public static ChatEvent.Arrived system(SessionId session, long seq, String text) {
        return message(session, seq, new Author(Author.Side.SYSTEM, ""), text);
    }

    /// The operator's own message, come back.
    public static ChatEvent.Arrived own(SessionId session, long seq, String key, String text) {
        ChatMessage.Ref ref = new ChatMessage.Ref("m-" + session + "-" + seq, key, seq);
        return new ChatEvent.Arrived(session, ChatMessage.received(
                ref, new Author(Author.Side.OPERATOR, "Карина"), text, START.plusSeconds(seq)));
    }

    public static ChatEvent.Assigned assigned(SessionId session, long inbox, String name) {
        return new ChatEvent.Assigned(session, inbox, origin(Channel.SITE, name));
    }

    public static ChatEvent.Offered offered(SessionId session, long inbox, Instant until) {
        return new ChatEvent.Offered(session, inbox, origin(Channel.SITE, "Гость с сайта"), until);
    }

    public static SessionOrigin origin(Channel channel, String name) {
        return new SessionOrigin(channel, new SessionOrigin.Party(name, "", null), "Техподдержка", START);
    }

    private static ChatEvent.Arrived message(SessionId session, long seq, Author author, String text) {
        ChatMessage.Ref ref = new ChatMessage.Ref("m-" + session + "-" + seq, null, seq);
        return new ChatEvent.Arrived(session, ChatMessage.received(ref, author, text, START.plusSeconds(seq)));
    }
}
