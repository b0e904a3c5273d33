package ru.garnitura.sessions.chat;

import java.util.List;
import ru.garnitura.sessions.session.Session;

/// A chat as it lies on disk.
///
/// @param applied the last sequence taken in
/// @param seen the last sequence the operator had before his eyes
/// @param messages all of it, or what changed: the store replaces by sequence, and by key while there is none
public record StoredChat(Session session, long applied, long seen, List<ChatMessage> messages) {

    public StoredChat {
        messages = List.copyOf(messages);
    }
}
