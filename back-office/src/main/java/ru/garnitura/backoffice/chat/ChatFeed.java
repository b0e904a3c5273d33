package ru.garnitura.backoffice.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where news of chats goes: the sockets of operators, the sockets of visitors. Called after the commit, in the order of
/// commits, under the store's writing lock: implementations only enqueue.
public interface ChatFeed {

    /// An event was written to the log.
    ///
    /// @param owner the operator it is assigned to
    void appended(String session, @Nullable String owner, SessionEvent event);

    /// An operator has got news.
    void inbox(String operator, long seq, InboxEvent event);

    /// An operator became the owner of a session with a past.
    void replay(String operator, String session, List<SessionEvent> past);

    /// Somebody is typing; never stored, dropped first.
    ///
    /// @param author [SessionEvent#CUSTOMER] or an operator's id
    void typing(String session, @Nullable String owner, String author);

    /// The customer's page came or went.
    void presence(String session, @Nullable String owner, boolean online);
}
