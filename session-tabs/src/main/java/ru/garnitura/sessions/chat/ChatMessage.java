package ru.garnitura.sessions.chat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One message of a conversation. The text is the author's own, untrusted, and shown as text only.
///
/// @param at when it was written, by the server's time; for a message on its way, by the desk's
public record ChatMessage(Ref ref, Author author, String text, Instant at, DeliveryState delivery) {

    /// What a message is known by.
    ///
    /// @param id the back office's, null while it is on its way
    /// @param key the sender's own (UUIDv7), null where it came without
    /// @param seq its place in the session's server order, 0 while it has none
    public record Ref(@Nullable String id, @Nullable String key, long seq) {}

    /// A message of the customer, of another operator or of the system, as the back office sent it.
    public static ChatMessage received(Ref ref, Author author, String text, Instant at) {
        return new ChatMessage(ref, author, text, at, DeliveryState.SENT);
    }

    /// A message the operator sends now.
    public static ChatMessage outgoing(String key, String operatorName, String text, Instant at) {
        Author author = new Author(Author.Side.OPERATOR, operatorName);
        return new ChatMessage(new Ref(null, key, 0), author, text, at, DeliveryState.PENDING);
    }

    public long seq() {
        return ref.seq();
    }

    /// The message after `input`; itself when nothing changes.
    public ChatMessage after(DeliveryInput input) {
        DeliveryState next = delivery.next(input);
        return next == delivery ? this : new ChatMessage(ref, author, text, at, next);
    }

    public boolean isFrom(Author.Side side) {
        return author.side() == side;
    }
}
