package ru.garnitura.desktop.app;

import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import ru.garnitura.desktop.link.DeskLink;
import ru.garnitura.desktop.link.chat.ChatDisposition;
import ru.garnitura.desktop.link.events.DeskEvent;
import ru.garnitura.desktop.link.events.LineState;
import ru.garnitura.desktop.link.policy.Bilingual;
import ru.garnitura.desktop.link.policy.DeskPolicy;
import ru.garnitura.desktop.link.policy.Limits;
import ru.garnitura.desktop.link.policy.Operator;
import ru.garnitura.desktop.link.policy.RecordingPolicy;
import ru.garnitura.desktop.link.recordings.RecordedCalls;
import ru.garnitura.desktop.outbox.H2Outbox;
import ru.garnitura.desktop.outbox.Settled;
import ru.garnitura.desktop.ui.wrapup.Topics;
import ru.garnitura.kb.article.ArticleId;
import ru.garnitura.kb.article.Passage;
import ru.garnitura.kb.article.Revision;
import ru.garnitura.kb.study.StudyQuestions;
import ru.garnitura.kb.sync.KbApi;
import ru.garnitura.kb.sync.KbFeedback;
import ru.garnitura.sessions.chat.ChatTransport;
import ru.garnitura.sessions.chat.DraftStore;
import ru.garnitura.sessions.customer.CustomerDirectory;
import ru.garnitura.sessions.session.SessionId;
import ru.garnitura.softphone.call.RecordingRules;

/// A link to a back office that cannot be reached, with a real outbox.
final class QuietLink implements DeskLink, KbApi, KbFeedback {

    private final AloneLink alone;
    private final ChatTransport chats;

    QuietLink(Path folder) {
        alone = new AloneLink(folder, InstantSource.system());
        chats = alone.chats();
    }

    /// Of which the chats alone are heard.
    QuietLink(Path folder, ChatTransport chats) {
        alone = new AloneLink(folder, InstantSource.system());
        this.chats = chats;
    }

    static DeskPolicy policy() {
        var hold = new Limits.Hold(Duration.ofSeconds(60), List.of());
        var wrapUp = new Limits.WrapUp(Duration.ofSeconds(60), Duration.ofSeconds(30));
        var site = new Limits.Channel(new Bilingual("Чат на сайте", "Website chat"), 4, Duration.ofSeconds(30), Duration.ofSeconds(60));
        return new DeskPolicy(new Operator("op-1", "orlova", "Карина Орлова", Set.of(Operator.Role.OPERATOR), List.of()), List.of(),
                Topics.choices(), new Limits(8, Map.of("site", site), Duration.ofSeconds(20), 3),
                new DeskPolicy.Conduct(hold, wrapUp, RecordingPolicy.OFF, Map.of(), Map.of()));
    }

    @Override
    public H2Outbox outbox() {
        return alone.outbox();
    }

    @Override
    public ChatTransport chats() {
        return chats;
    }

    @Override
    public void closeChat(SessionId session, ChatDisposition disposition) {
        alone.closeChat(session, disposition);
    }

    @Override
    public DraftStore drafts() {
        return alone.drafts();
    }

    @Override
    public CustomerDirectory customers() {
        return alone.customers();
    }

    @Override
    public KbApi knowledgeBase() {
        return this;
    }

    @Override
    public KbFeedback feedback() {
        return this;
    }

    @Override
    public StudyQuestions questions() {
        return alone.questions();
    }

    @Override
    public RecordingRules.Place recordings() {
        return alone.recordings();
    }

    @Override
    public RecordedCalls recordedCalls() {
        return alone.recordedCalls();
    }

    @Override
    public void limitTo(long bytesPerSecond) {
        alone.limitTo(bytesPerSecond);
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
        alone.onDeskEvent(listener);
    }

    @Override
    public void onSettled(Consumer<Settled> listener) {
        alone.onSettled(listener);
    }

    @Override
    public void retryNow() {
        alone.retryNow();
    }

    @Override
    public void signOut() {
        alone.signOut();
    }

    @Override
    public void close() {
        alone.close();
    }

    @Override
    public ChangesOutcome changes(ChangesRequest request) {
        return new Unreachable("quiet", Duration.ofMinutes(1));
    }

    @Override
    public BlobOutcome blob(String sha256, long offset, OutputStream sink) {
        return new Unreachable("quiet", Duration.ofMinutes(1));
    }

    @Override
    public ManifestOutcome manifest() {
        return new Unreachable("quiet", Duration.ofMinutes(1));
    }

    @Override
    public void flag(Passage passage, FlagKind kind, String comment) {
        // nobody reads it
    }

    @Override
    public void read(ArticleId article, Revision revision) {
        // nobody reads it
    }

    @Override
    public void acknowledge(ArticleId article, Revision revision) {
        // nobody reads it
    }

    @Override
    public void nothingFound(String query) {
        // nobody reads it
    }
}
