package ru.garnitura.backoffice.chat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import ru.garnitura.backoffice.actions.Effect;
import ru.garnitura.backoffice.customers.Interactions;
import ru.garnitura.backoffice.desk.DeskSetup;
import ru.garnitura.backoffice.store.Store;

/// Wires the chat package.
public final class ChatModule {
    private final Store store;
    private final InstantSource clock;
    private final Presence presence;
    private final Inbox inbox;
    private final Dispatcher dispatcher;
    private final Conversations conversations;
    private final ChatEffects effects;

    /// What chats need from the rest.
    public record Needs(
            Store store,
            InstantSource clock,
            DeskSetup setup,
            Interactions interactions,
            ChatFeed feed,
            Presence presence) {}

    public ChatModule(Needs needs) {
        this.store = needs.store();
        this.clock = needs.clock();
        this.presence = needs.presence();
        var log = new SessionLog(needs.feed());
        this.inbox = new Inbox(needs.feed());
        this.dispatcher = new Dispatcher(clock, needs.setup(), presence, inbox, log);
        this.conversations = new Conversations(store, clock, needs.feed(), log, dispatcher);
        this.effects = new ChatEffects(clock, needs.setup(), needs.interactions(), conversations, dispatcher);
    }

    public Map<String, Effect> effects() {
        return effects.byType();
    }

    public Conversations conversations() {
        return conversations;
    }

    public Dispatcher dispatcher() {
        return dispatcher;
    }

    public Inbox inbox() {
        return inbox;
    }

    public SessionCard card(ChatSession session) {
        return SessionCard.of(session, presence.visitorOnline().test(session.id()));
    }

    /// What time does; to be called several times a second.
    public void tick(Duration patience) {
        store.write(tx -> {
            dispatcher.tick(tx, patience);
            return patience;
        });
    }

    /// Forgets old news; to be called now and then.
    public void clean() {
        store.write(tx -> {
            Inbox.forget(tx, clock.instant());
            return tx;
        });
    }
}
