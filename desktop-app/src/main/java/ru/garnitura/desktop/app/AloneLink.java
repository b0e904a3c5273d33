package ru.garnitura.desktop.app;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import ru.garnitura.desktop.link.DeskLink;
import ru.garnitura.desktop.link.chat.ChatDisposition;
import ru.garnitura.desktop.link.events.DeskEvent;
import ru.garnitura.desktop.link.events.LineState;
import ru.garnitura.desktop.link.recordings.RecordedCalls;
import ru.garnitura.desktop.outbox.H2Drafts;
import ru.garnitura.desktop.outbox.H2Outbox;
import ru.garnitura.desktop.outbox.OutboxDatabase;
import ru.garnitura.desktop.outbox.Settled;
import ru.garnitura.desktop.outbox.StoredDraft;
import ru.garnitura.kb.study.StudyQuestions;
import ru.garnitura.kb.sync.KbApi;
import ru.garnitura.kb.sync.KbFeedback;
import ru.garnitura.sessions.chat.ChatTransport;
import ru.garnitura.sessions.chat.Draft;
import ru.garnitura.sessions.chat.DraftStore;
import ru.garnitura.sessions.customer.CustomerDirectory;
import ru.garnitura.sessions.session.SessionId;
import ru.garnitura.softphone.call.RecordingRules;

/// A desk without a back office: drafts are kept, nobody else is there.
final class AloneLink implements DeskLink {

    private final OutboxDatabase database;
    private final H2Drafts drafts;
    private final H2Outbox outbox;
    private final Nobody nobody = new Nobody();

    AloneLink(Path folder, InstantSource clock) {
        database = new OutboxDatabase(folder);
        drafts = new H2Drafts(database);
        outbox = new H2Outbox(database, clock, () -> { });
    }

    @Override
    public H2Outbox outbox() {
        return outbox;
    }

    @Override
    public ChatTransport chats() {
        return nobody;
    }

    @Override
    public void closeChat(SessionId session, ChatDisposition disposition) {
        // there are no chats
    }

    @Override
    public DraftStore drafts() {
        return new DraftStore() {
            @Override
            public Map<SessionId, Draft> all() {
                return drafts.all().stream().collect(Collectors.toMap(draft -> new SessionId(draft.session()),
                        draft -> new Draft(draft.text(), draft.caret())));
            }

            @Override
            public void save(SessionId session, Draft draft) {
                drafts.save(new StoredDraft(session.value(), draft.text(), draft.caret()));
            }
        };
    }

    @Override
    public CustomerDirectory customers() {
        return nobody;
    }

    @Override
    public KbApi knowledgeBase() {
        throw new IllegalStateException("there is no knowledge base at this desk");
    }

    @Override
    public KbFeedback feedback() {
        throw new IllegalStateException("there is no knowledge base at this desk");
    }

    @Override
    public StudyQuestions questions() {
        return List::of;
    }

    @Override
    public RecordingRules.Place recordings() {
        return RecordingRules.NEVER.place();
    }

    @Override
    public RecordedCalls recordedCalls() {
        return (interaction, sha256, sink) -> RecordedCalls.Outcome.UNREACHABLE;
    }

    @Override
    public void limitTo(long bytesPerSecond) {
        // nothing is sent
    }

    @Override
    public LineState line() {
        return new LineState.Idle();
    }

    @Override
    public void onLine(Consumer<LineState> listener) {
        listener.accept(line());
    }

    @Override
    public void onDeskEvent(Consumer<DeskEvent> listener) {
        // nobody sends any
    }

    @Override
    public void onSettled(Consumer<Settled> listener) {
        // nothing is sent
    }

    @Override
    public void retryNow() {
        // there is nothing to reach
    }

    @Override
    public void signOut() {
        // nobody is signed in
    }

    @Override
    public void close() {
        database.close();
    }
}
