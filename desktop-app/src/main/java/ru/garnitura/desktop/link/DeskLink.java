package ru.garnitura.desktop.link;

import java.util.function.Consumer;
import ru.garnitura.desktop.link.chat.ChatDisposition;
import ru.garnitura.desktop.link.events.DeskEvent;
import ru.garnitura.desktop.link.events.LineState;
import ru.garnitura.desktop.link.recordings.RecordedCalls;
import ru.garnitura.desktop.outbox.H2Outbox;
import ru.garnitura.desktop.outbox.Settled;
import ru.garnitura.kb.study.StudyQuestions;
import ru.garnitura.kb.sync.KbApi;
import ru.garnitura.kb.sync.KbFeedback;
import ru.garnitura.sessions.chat.ChatTransport;
import ru.garnitura.sessions.chat.DraftStore;
import ru.garnitura.sessions.customer.CustomerDirectory;
import ru.garnitura.softphone.call.RecordingRules;
import ru.garnitura.sessions.session.SessionId;

/// One operator's link to the back office, from sign-in to sign-out. Listeners are called on the link's threads.
public interface DeskLink extends AutoCloseable {

    /// Where actions are queued, exactly once; [H2Outbox#waiting] and [H2Outbox#parked] for the notices.
    H2Outbox outbox();

    ChatTransport chats();

    /// Queues the wrap-up of a chat. The transport's own `close`, called after it, has no second effect.
    void closeChat(SessionId session, ChatDisposition disposition);

    DraftStore drafts();

    CustomerDirectory customers();

    KbApi knowledgeBase();

    KbFeedback feedback();

    /// What trainees are asked about the articles.
    StudyQuestions questions();

    /// Where recordings of calls are kept, sealed, until the back office has them.
    RecordingRules.Place recordings();

    /// Recordings the back office has.
    RecordedCalls recordedCalls();

    /// Leaves the line to a voice: from now on no more is sent in the background than this.
    ///
    /// @param bytesPerSecond 0 for no limit
    void limitTo(long bytesPerSecond);

    LineState line();

    /// Told each change of the event socket's state.
    void onLine(Consumer<LineState> listener);

    void onDeskEvent(Consumer<DeskEvent> listener);

    /// Told what became of queued actions, after the local commit.
    void onSettled(Consumer<Settled> listener);

    /// Connects now, without waiting for the next try: the network is back, or the operator asks for it.
    void retryNow();

    /// Revokes the tokens and ends. The local copies stay.
    void signOut();

    /// Ends in order: what is queued stays queued.
    @Override
    void close();
}
