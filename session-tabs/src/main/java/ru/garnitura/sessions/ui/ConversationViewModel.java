package ru.garnitura.sessions.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import ru.garnitura.sessions.chat.Author;
import ru.garnitura.sessions.chat.ChatConversation;
import ru.garnitura.sessions.chat.ChatDesk;
import ru.garnitura.sessions.chat.ChatMessage;
import ru.garnitura.sessions.chat.Draft;
import ru.garnitura.sessions.chat.DraftKeeper;
import ru.garnitura.sessions.session.Session;
import ru.garnitura.sessions.session.SessionId;
import ru.garnitura.sessions.session.SessionState;

/// The conversation of the session shown: rows, draft, notices. FX lane.
public final class ConversationViewModel implements ChatDesk.Listener {

    private static final Duration TYPING_EVERY = Duration.ofSeconds(3);
    private static final int WORDS_FROM_MESSAGES = 3;

    private final ChatDesk chats;
    private final DraftKeeper drafts;
    private final Supplier<String> operatorName;
    private final Look look;
    private final ReadOnlyObjectProperty<@Nullable Session> current;
    private final TranscriptRows rows;
    private final ReadOnlyObjectWrapper<@Nullable SessionId> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Draft> draft = new ReadOnlyObjectWrapper<>(Draft.EMPTY);
    private final ReadOnlyObjectWrapper<DraftState> draftState = new ReadOnlyObjectWrapper<>(DraftState.EMPTY);
    private final ReadOnlyObjectWrapper<Notice> notice = new ReadOnlyObjectWrapper<>(Notice.NONE);
    private final ReadOnlyStringWrapper customerWords = new ReadOnlyStringWrapper("");
    private boolean lineUp = true;
    private boolean diskHealthy = true;
    private boolean watched;
    private Instant typingToldAt = Instant.EPOCH;

    public ConversationViewModel(
            ChatDesk chats, DraftKeeper drafts, SessionListViewModel list, Supplier<String> operatorName, Look look) {
        this.chats = chats;
        this.drafts = drafts;
        this.operatorName = operatorName;
        this.look = look;
        rows = new TranscriptRows(look.formats());
        current = list.current();
        chats.listen(this);
        drafts.onSaved(this::refreshDraftState);
        current.subscribe(this::show);
    }

    ReadOnlyObjectProperty<@Nullable Session> current() {
        return current;
    }

    ReadOnlyObjectProperty<@Nullable SessionId> shown() {
        return shown.getReadOnlyProperty();
    }

    ObservableList<TranscriptRow> rows() {
        return rows.list();
    }

    /// The draft of the session shown; the composer follows it, and tells what is written by [#write].
    ReadOnlyObjectProperty<Draft> draft() {
        return draft.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<DraftState> draftState() {
        return draftState.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Notice> notice() {
        return notice.getReadOnlyProperty();
    }

    /// The customer's last messages, for suggestions.
    public ReadOnlyStringProperty customerWords() {
        return customerWords.getReadOnlyProperty();
    }

    /// Whether something is written that is not sent.
    public boolean isWriting() {
        return !draft.get().isEmpty();
    }

    /// Whether the operator can see the conversation: only then it counts as read.
    void watch(boolean visible) {
        watched = visible;
        seen();
    }

    void write(Draft written) {
        SessionId id = shown.get();
        if (id == null) {
            return;
        }
        boolean grew = written.text().length() > draft.get().text().length();
        drafts.change(id, written);
        draft.set(written);
        refreshDraftState();
        if (grew) {
            tellTyping(id);
        }
    }

    /// Inserts at the caret, with a blank before it where a word ends there; nothing where nothing can be written.
    public void insert(String passage) {
        if (!canWrite()) {
            return;
        }
        Draft before = draft.get();
        String head = before.text().substring(0, before.caret());
        String gap = head.isEmpty() || Character.isWhitespace(head.charAt(head.length() - 1)) ? "" : " ";
        String inserted = head + gap + passage;
        write(new Draft(inserted + before.text().substring(before.caret()), inserted.length()));
    }

    void send() {
        SessionId id = shown.get();
        if (id != null && canSend()) {
            chats.send(id, operatorName.get(), draft.get().text());
            draft.set(drafts.of(id));
            refreshDraftState();
        }
    }

    void retry(ChatMessage message) {
        SessionId id = shown.get();
        String key = message.ref().key();
        if (id != null && key != null) {
            chats.retry(id, key);
        }
    }

    /// An answer in an open chat, notes in a call however it stands.
    boolean canWrite() {
        Session session = current.get();
        return session != null && (session.channel().isCall() || canSend());
    }

    boolean canSend() {
        Session session = current.get();
        return session != null && !session.channel().isCall() && session.state() == SessionState.OPEN;
    }

    @Override
    public void conversationChanged(SessionId session) {
        if (session.equals(shown.get())) {
            conversation().ifPresent(rows::update);
            refresh();
        }
    }

    @Override
    public void onLine(boolean up) {
        lineUp = up;
        refreshNotice();
    }

    @Override
    public void onDisk(boolean healthy) {
        diskHealthy = healthy;
        refreshNotice();
    }

    private void show(@Nullable Session session) {
        SessionId id = session == null ? null : session.id();
        if (Objects.equals(id, shown.get())) {
            refreshNotice();
            return;
        }
        drafts.save();
        rows.clear();
        shown.set(id);
        draft.set(id == null ? Draft.EMPTY : drafts.of(id));
        conversation().ifPresent(rows::load);
        refresh();
        refreshDraftState();
    }

    private void refresh() {
        customerWords.set(lastWords());
        refreshNotice();
        seen();
    }

    private void seen() {
        SessionId id = shown.get();
        if (watched && id != null && chats.isOpen(id)) {
            chats.markSeen(id);
        }
    }

    private String lastWords() {
        StringBuilder words = new StringBuilder();
        int taken = 0;
        for (int i = rows.list().size() - 1; i >= 0 && taken < WORDS_FROM_MESSAGES; i--) {
            ChatMessage message = rows.list().get(i).message();
            if (message.isFrom(Author.Side.CUSTOMER)) {
                words.insert(0, message.text() + "\n");
                taken++;
            }
        }
        return words.toString().strip();
    }

    private void refreshDraftState() {
        SessionId id = shown.get();
        boolean empty = draft.get().isEmpty() || id == null;
        draftState.set(empty ? DraftState.EMPTY : drafts.isSaved(id) ? DraftState.SAVED : DraftState.UNSAVED);
    }

    private void refreshNotice() {
        notice.set(currentNotice());
    }

    private Notice currentNotice() {
        Session session = current.get();
        if (session == null) {
            return Notice.NONE;
        }
        boolean chat = !session.channel().isCall();
        if (!diskHealthy) {
            return Notice.DISK;
        }
        if (session.state() == SessionState.ENDED) {
            return Notice.ENDED;
        }
        if (chat && !lineUp) {
            return Notice.LINE_DOWN;
        }
        return conversation().flatMap(ChatConversation::gap).isPresent() ? Notice.GAP : Notice.NONE;
    }

    private void tellTyping(SessionId id) {
        Instant now = look.now();
        if (canSend() && !now.isBefore(typingToldAt.plus(TYPING_EVERY))) {
            typingToldAt = now;
            chats.typing(id);
        }
    }

    private Optional<ChatConversation> conversation() {
        return Optional.ofNullable(shown.get()).flatMap(chats::conversation);
    }
}
