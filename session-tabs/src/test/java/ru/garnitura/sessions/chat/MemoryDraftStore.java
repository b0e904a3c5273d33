package ru.garnitura.sessions.chat;

import java.util.HashMap;
import java.util.Map;
import ru.garnitura.sessions.session.SessionId;

/// Drafts on a disk that can be broken.
public final class MemoryDraftStore implements DraftStore {

    private final Map<SessionId, Draft> drafts = new HashMap<>();
    private boolean broken;

    public synchronized void breakDisk(boolean isBroken) {
        broken = isBroken;
    }

    @Override
    public synchronized Map<SessionId, Draft> all() {
        return Map.copyOf(drafts);
    }

    @Override
    public synchronized void save(SessionId session, Draft draft) {
        if (broken) {
            throw new ChatStoreException("Saving a draft", new IllegalStateException("disk full"));
        }
        if (draft.isEmpty()) {
            drafts.remove(session);
        } else {
            drafts.put(session, draft);
        }
    }
}
