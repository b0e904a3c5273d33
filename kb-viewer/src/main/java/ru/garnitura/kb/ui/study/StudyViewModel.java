package ru.garnitura.kb.ui.study;

import java.util.HashSet;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import ru.garnitura.kb.article.ArticleId;
import ru.garnitura.kb.store.H2ArticleStore;
import ru.garnitura.kb.store.ReadingRecord;
import ru.garnitura.kb.study.Drill;
import ru.garnitura.kb.study.DrillPrompts;
import ru.garnitura.kb.study.Quiz;
import ru.garnitura.kb.study.StudyPlan;
import ru.garnitura.kb.study.StudyQuestions;
import ru.garnitura.kb.study.StudyRecord;
import ru.garnitura.kb.study.StudyRecordFile;
import ru.garnitura.kb.ui.UiLanes;

/// What a trainee learns and how far they are: plan, the drill and the quiz that run, the record of what was reached.
/// FX lane.
public final class StudyViewModel {

    static final int ROUND = 10;

    private final Sources sources;
    private final Desk desk;
    private final ReadOnlyObjectWrapper<StudyPlan> plan = new ReadOnlyObjectWrapper<>(StudyPlan.EMPTY);
    private final ReadOnlyObjectWrapper<StudyRecord> record = new ReadOnlyObjectWrapper<>(StudyRecord.NOTHING);
    private final ReadOnlyObjectWrapper<@Nullable Drill> drill = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Quiz> quiz = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper nothingToAsk = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper nothingToFind = new ReadOnlyBooleanWrapper();

    /// Where articles, questions and the record lie.
    public record Sources(H2ArticleStore store, ReadingRecord reading, StudyQuestions questions, StudyRecordFile record) {
    }

    /// What surrounds the room.
    ///
    /// @param open   shows an article beside the room
    /// @param find   empties the search beside the room and puts the focus there
    /// @param nanos  a monotonic clock
    /// @param random chooses prompts and questions
    public record Desk(UiLanes lanes, Consumer<ArticleId> open, Runnable find, LongSupplier nanos,
            RandomGenerator random) {
    }

    public StudyViewModel(Sources sources, Desk desk) {
        this.sources = sources;
        this.desk = desk;
        desk.lanes().ask(sources.record()::read, this::recordRead, () -> { });
    }

    public ReadOnlyObjectProperty<StudyPlan> planProperty() {
        return plan.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<StudyRecord> recordProperty() {
        return record.getReadOnlyProperty();
    }

    /// The drill that runs or has just ended; null for none.
    public ReadOnlyObjectProperty<@Nullable Drill> drillProperty() {
        return drill.getReadOnlyProperty();
    }

    /// The quiz that runs or has just ended; null for none.
    public ReadOnlyObjectProperty<@Nullable Quiz> quizProperty() {
        return quiz.getReadOnlyProperty();
    }

    /// No article asks a question yet.
    public ReadOnlyBooleanProperty nothingToAskProperty() {
        return nothingToAsk.getReadOnlyProperty();
    }

    /// No article says what customers call it.
    public ReadOnlyBooleanProperty nothingToFindProperty() {
        return nothingToFind.getReadOnlyProperty();
    }

    long now() {
        return desk.nanos().getAsLong();
    }

    /// Reads titles and progress again.
    public void refresh() {
        var repeat = record.get().repeat();
        desk.lanes().ask(() -> StudyPlan.of(sources.store().titles(),
                new HashSet<>(sources.reading().readings().keySet()), repeat), plan::set, () -> { });
    }

    /// Shows an article.
    public void open(ArticleId article) {
        desk.open().accept(article);
    }

    /// An article is on screen, however it came there.
    public void opened(ArticleId article) {
        var running = drill.get();
        if (running != null && !running.isOver()) {
            settle(running.opened(article, now()));
        }
        refresh();
    }

    public void beginDrill() {
        desk.lanes().ask(() -> DrillPrompts.some(sources.store(), ROUND, desk.random()), prompts -> {
            nothingToFind.set(prompts.isEmpty());
            drill.set(prompts.isEmpty() ? null : Drill.begin(prompts, now()));
            if (!prompts.isEmpty()) {
                desk.find().run();
            }
        }, () -> nothingToFind.set(true));
    }

    public void skip() {
        var running = drill.get();
        if (running != null) {
            settle(running.skipped(now()));
        }
    }

    /// Puts the drill away; one that was not ended does not count.
    public void leaveDrill() {
        drill.set(null);
    }

    private void settle(Drill next) {
        drill.set(next);
        if (next.isOver()) {
            keep(record.get().with(next));
        } else if (next.missed() == 0) {
            desk.find().run();
        }
    }

    public void beginQuiz() {
        desk.lanes().ask(sources.questions()::all, all -> {
            nothingToAsk.set(all.isEmpty());
            quiz.set(all.isEmpty() ? null : Quiz.begin(all, ROUND, desk.random()));
        }, () -> nothingToAsk.set(true));
    }

    public void answer(int answer) {
        var running = quiz.get();
        if (running != null) {
            quiz.set(running.answered(answer));
        }
    }

    public void nextQuestion() {
        var running = quiz.get();
        if (running != null) {
            var next = running.next();
            quiz.set(next);
            if (running.shown() && next.isOver()) {
                keep(record.get().with(next));
            }
        }
    }

    /// Puts the quiz away; one that was not ended does not count.
    public void leaveQuiz() {
        quiz.set(null);
    }

    private void recordRead(StudyRecord read) {
        record.set(read);
        refresh();
    }

    private void keep(StudyRecord reached) {
        record.set(reached);
        desk.lanes().run(() -> sources.record().write(reached));
        refresh();
    }
}
