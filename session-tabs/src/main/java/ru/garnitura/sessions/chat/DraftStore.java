package ru.garnitura.sessions.chat;

import java.util.Map;
import ru.garnitura.sessions.session.SessionId;

/// Keeps drafts through a kill -9, fulfilled by the desktop beside the outbox. Called on the I/O lane, one call at a
/// time, blocking; a returned `save` is on disk. Methods throw [ChatStoreException] when the disk does not do its part.
public interface DraftStore {

    Map<SessionId, Draft> all();

    /// Replaces the session's draft; an empty one deletes it.
    void save(SessionId session, Draft draft);
}
