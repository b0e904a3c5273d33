package ru.garnitura.backoffice.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Several feeds as one.
public record Feeds(List<ChatFeed> feeds) implements ChatFeed {

    @Override
    public void appended(String session, @Nullable String owner, SessionEvent event) {
        feeds.forEach(feed -> feed.appended(session, owner, event));
    }

    @Override
    public void inbox(String operator, long seq, InboxEvent event) {
        feeds.forEach(feed -> feed.inbox(operator, seq, event));
    }

    @Override
    public void replay(String operator, String session, List<SessionEvent> past) {
        feeds.forEach(feed -> feed.replay(operator, session, past));
    }

    @Override
    public void typing(String session, @Nullable String owner, String author) {
        feeds.forEach(feed -> feed.typing(session, owner, author));
    }

    @Override
    public void presence(String session, @Nullable String owner, boolean online) {
        feeds.forEach(feed -> feed.presence(session, owner, online));
    }
}
