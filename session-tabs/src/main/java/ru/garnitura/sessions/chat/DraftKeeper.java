package ru.garnitura.sessions.chat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.garnitura.sessions.session.SessionId;

/// Drafts of all sessions. FX lane; written through to the store each second, and at once when asked.
public final class DraftKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(DraftKeeper.class);

    private final DraftStore store;
    private final Executor io;
    private final Executor fx;
    private final Map<SessionId, Draft> drafts = new HashMap<>();
    private final Set<SessionId> unsaved = new HashSet<>();
    private final Map<SessionId, Draft> saving = new HashMap<>();
    private Runnable onSaved = () -> { };

    /// @param io runs tasks one after another
    public DraftKeeper(DraftStore store, Executor io, Executor fx) {
        this.store = store;
        this.io = io;
        this.fx = fx;
    }

    /// Told whenever a draft reached the disk.
    public void onSaved(Runnable listener) {
        onSaved = listener;
    }

    /// Takes what was stored before; what was written since stays.
    void restore(Map<SessionId, Draft> stored) {
        stored.forEach(drafts::putIfAbsent);
        onSaved.run();
    }

    public Draft of(SessionId session) {
        return drafts.getOrDefault(session, Draft.EMPTY);
    }

    /// The operator wrote or moved the caret.
    public void change(SessionId session, Draft draft) {
        if (!draft.equals(of(session))) {
            drafts.put(session, draft);
            unsaved.add(session);
        }
    }

    /// The message is sent, or the session is over.
    public void clear(SessionId session) {
        if (drafts.remove(session) != null) {
            unsaved.add(session);
            save();
        }
    }

    /// Whether the session's draft is on disk as it stands.
    public boolean isSaved(SessionId session) {
        return !unsaved.contains(session) && !saving.containsKey(session);
    }

    /// Writes what changed; each second, and when another session is shown. A draft that could not be written is
    /// written the next time.
    public void save() {
        Set<SessionId> taken = Set.copyOf(unsaved);
        unsaved.clear();
        for (SessionId session : taken) {
            Draft draft = of(session);
            saving.put(session, draft);
            io.execute(() -> write(session, draft));
        }
    }

    private void write(SessionId session, Draft draft) {
        boolean onDisk = tryToSave(session, draft);
        fx.execute(() -> settle(session, draft, onDisk));
    }

    private boolean tryToSave(SessionId session, Draft draft) {
        try {
            store.save(session, draft);
            return true;
        } catch (ChatStoreException broken) {
            LOG.warn("A draft is not written to disk, it is tried again", broken);
            return false;
        }
    }

    private void settle(SessionId session, Draft draft, boolean onDisk) {
        saving.remove(session, draft);
        if (onDisk) {
            onSaved.run();
        } else {
            unsaved.add(session);
        }
    }
}
