package ru.garnitura.desktop.app;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ru.garnitura.sessions.chat.ChatEvent;
import ru.garnitura.sessions.chat.ChatTransport;
import ru.garnitura.sessions.customer.Customer;
import ru.garnitura.sessions.customer.CustomerDirectory;
import ru.garnitura.sessions.session.CustomerId;
import ru.garnitura.sessions.customer.InteractionPage;
import ru.garnitura.sessions.customer.Lookup;
import ru.garnitura.sessions.customer.PhoneNumber;
import ru.garnitura.sessions.customer.TranscriptLine;
import ru.garnitura.sessions.session.SessionId;

/// The other end of a desk without a back office: no chats come, no customer is known.
final class Nobody implements ChatTransport, CustomerDirectory {

    @Override
    public void listen(Consumer<ChatEvent> listener) {
        // nothing will be said
    }

    @Override
    public void accept(SessionId session) {
        // no chats
    }

    @Override
    public void refuse(SessionId session) {
        // no chats
    }

    @Override
    public void send(SessionId session, String key, String text) {
        // no chats
    }

    @Override
    public void close(SessionId session) {
        // no chats
    }

    @Override
    public void typing(SessionId session) {
        // no chats
    }

    @Override
    public void readUpTo(SessionId session, long seq) {
        // no chats
    }

    @Override
    public void acknowledge(SessionId session, long seq) {
        // no chats
    }

    @Override
    public void acknowledgeInbox(long inbox) {
        // no chats
    }

    @Override
    public void requestGap(SessionId session, long from, long to) {
        // no chats
    }

    @Override
    public void requestAfter(SessionId session, long seq) {
        // no chats
    }

    @Override
    public Lookup<Customer> byPhone(PhoneNumber number) {
        return new Lookup.NotFound<>();
    }

    @Override
    public Lookup<Customer> byId(CustomerId id) {
        return new Lookup.NotFound<>();
    }

    @Override
    public Lookup<List<Customer>> search(String query) {
        return new Lookup.NotFound<>();
    }

    @Override
    public Lookup<List<Customer>> expected() {
        return new Lookup.NotFound<>();
    }

    @Override
    public Lookup<InteractionPage> interactions(CustomerId id, @Nullable Instant before, int limit) {
        return new Lookup.NotFound<>();
    }

    @Override
    public Lookup<List<TranscriptLine>> transcript(String interactionId) {
        return new Lookup.NotFound<>();
    }
}
