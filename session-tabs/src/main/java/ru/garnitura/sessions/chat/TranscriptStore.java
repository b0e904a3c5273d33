package ru.garnitura.sessions.chat;

import java.util.List;
import ru.garnitura.sessions.session.SessionId;

/// Keeps the chats on the desk through a crash. Called on the I/O lane, one call at a time, blocking.
///
/// All methods throw [ChatStoreException] when the disk does not do its part.
public interface TranscriptStore {

    /// The chats on the desk, each with all its messages in order, those on their way last.
    List<StoredChat> chats();

    /// The last inbox sequence saved, 0 at first.
    long inbox();

    /// Writes all of the changes, in their order, or none; on disk when it returns.
    void save(List<Change> changes);

    /// What one pulse changed.
    ///
    /// @param gone chats that left the desk
    record Change(List<StoredChat> chats, List<SessionId> gone, long inbox) {
        public Change {
            chats = List.copyOf(chats);
            gone = List.copyOf(gone);
        }
    }
}
