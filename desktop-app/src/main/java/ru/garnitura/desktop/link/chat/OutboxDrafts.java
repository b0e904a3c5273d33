package ru.garnitura.desktop.link.chat;

import java.util.Map;
import java.util.stream.Collectors;
import ru.garnitura.desktop.outbox.H2Drafts;
import ru.garnitura.desktop.outbox.OutboxException;
import ru.garnitura.desktop.outbox.StoredDraft;
import ru.garnitura.sessions.chat.ChatStoreException;
import ru.garnitura.sessions.chat.Draft;
import ru.garnitura.sessions.chat.DraftStore;
import ru.garnitura.sessions.session.SessionId;

/// Drafts beside the queued actions.
public final class OutboxDrafts implements DraftStore {

    private final H2Drafts drafts;

    public OutboxDrafts(H2Drafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public Map<SessionId, Draft> all() {
        try {
            return drafts.all().stream().collect(Collectors.toMap(
                    draft -> new SessionId(draft.session()), draft -> new Draft(draft.text(), draft.caret())));
        } catch (OutboxException e) {
            throw new ChatStoreException("read the drafts", e);
        }
    }

    @Override
    public void save(SessionId session, Draft draft) {
        try {
            drafts.save(new StoredDraft(session.value(), draft.text(), draft.caret()));
        } catch (OutboxException e) {
            throw new ChatStoreException("save a draft", e);
        }
    }
}
