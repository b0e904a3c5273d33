package ru.garnitura.desktop.link.chat;

import java.time.Instant;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import ru.garnitura.desktop.link.events.ChatSession;
import ru.garnitura.desktop.link.events.ServerFrame;
import ru.garnitura.desktop.link.policy.DeskPolicy;
import ru.garnitura.sessions.chat.Author;
import ru.garnitura.sessions.chat.ChatEvent;
import ru.garnitura.sessions.chat.ChatMessage;
import ru.garnitura.sessions.session.Channel;
import ru.garnitura.sessions.session.CustomerId;
import ru.garnitura.sessions.session.SessionId;
import ru.garnitura.sessions.session.SessionOrigin;

/// Says in the feature's words what the back office says of chats.
final class ChatEventReader {

    private final UnaryOperator<String> firstKey;
    private final Supplier<DeskPolicy> policy;
    private final Supplier<Locale> language;

    /// @param firstKey from the key a message travelled under to the one it was written with
    ChatEventReader(UnaryOperator<String> firstKey, Supplier<DeskPolicy> policy, Supplier<Locale> language) {
        this.firstKey = firstKey;
        this.policy = policy;
        this.language = language;
    }

    ChatEvent message(ServerFrame.Message frame) {
        ServerFrame.Place place = frame.place();
        Author.Side side = frame.writer().isCustomer() ? Author.Side.CUSTOMER : Author.Side.OPERATOR;
        var ref = new ChatMessage.Ref(place.id(), place.key().isEmpty() ? null : firstKey.apply(place.key()), place.seq());
        return new ChatEvent.Arrived(new SessionId(place.session()),
                ChatMessage.received(ref, new Author(side, frame.writer().name()), frame.text(), frame.at()));
    }

    ChatEvent receipt(ServerFrame.Receipt frame) {
        var session = new SessionId(frame.session());
        if (!frame.byCustomer()) {
            return new ChatEvent.Skipped(session, frame.seq());
        }
        return new ChatEvent.Receipt(session, frame.seq(), frame.upTo(),
                frame.read() ? ChatEvent.Receipt.Kind.READ : ChatEvent.Receipt.Kind.DELIVERED);
    }

    ChatEvent offered(ChatSession session, long inbox, Instant until) {
        return new ChatEvent.Offered(new SessionId(session.id()), inbox, origin(session), until);
    }

    ChatEvent assigned(ChatSession session, long inbox) {
        return new ChatEvent.Assigned(new SessionId(session.id()), inbox, origin(session));
    }

    private SessionOrigin origin(ChatSession session) {
        ChatSession.Visitor visitor = session.visitor();
        var party = new SessionOrigin.Party(visitor.name(), visitor.phone(),
                visitor.customer().isEmpty() ? null : new CustomerId(visitor.customer()));
        return new SessionOrigin(Channel.parse(session.channel()), party, queueTitle(session.queue()),
                session.standing().since());
    }

    private String queueTitle(String id) {
        return policy.get().choices().queues().stream()
                .filter(queue -> queue.id().equals(id))
                .map(queue -> queue.title().in(language.get()))
                .findFirst()
                .orElse("");
    }
}
