package ru.garnitura.desktop.ui.wrapup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.MapChangeListener;
import org.jspecify.annotations.Nullable;
import ru.garnitura.desktop.desk.Disposition;
import ru.garnitura.desktop.desk.WrapUp;
import ru.garnitura.desktop.desk.WrapUps;
import ru.garnitura.desktop.link.policy.Choices;
import ru.garnitura.desktop.link.policy.Limits;
import ru.garnitura.desktop.link.policy.Topic;

/// The wrap-up of the session shown now, and what the operator says in it. FX lane.
public final class WrapUpViewModel {

    private final WrapUps wrapUps;
    private final Setting setting;
    private final RecentTopics recent;
    private final ReadOnlyObjectWrapper<@Nullable WrapUp> shown = new ReadOnlyObjectWrapper<>(this, "shown");
    private final ReadOnlyBooleanWrapper incomplete = new ReadOnlyBooleanWrapper(this, "incomplete");
    private final StringProperty note = new SimpleStringProperty(this, "note", "");
    private String session = "";

    /// What holds for every wrap-up of this desk.
    ///
    /// @param openArticle shows the article that a topic leads to
    public record Setting(Choices choices, Limits.WrapUp times, Consumer<String> openArticle) {
    }

    public WrapUpViewModel(WrapUps wrapUps, Setting setting, RecentTopics recent) {
        this.wrapUps = wrapUps;
        this.setting = setting;
        this.recent = recent;
        wrapUps.open().addListener((MapChangeListener<String, WrapUp>) change -> refresh());
        note.subscribe(text -> change(now -> new Disposition(now.topic(), now.result(), text)));
    }

    /// The session whose wrap-up is shown, empty for none.
    public void show(String wanted) {
        session = wanted;
        incomplete.set(false);
        refresh();
    }

    /// Null while the session needs none.
    public ReadOnlyObjectProperty<@Nullable WrapUp> shown() {
        return shown.getReadOnlyProperty();
    }

    /// The operator wanted to finish, and something is still missing.
    public ReadOnlyBooleanProperty incomplete() {
        return incomplete.getReadOnlyProperty();
    }

    public StringProperty note() {
        return note;
    }

    public List<Topic> topics() {
        return setting.choices().topics();
    }

    public List<Choices.Result> results() {
        return setting.choices().results();
    }

    public List<Topic> recentTopics() {
        return recent.ids().stream().flatMap(id -> leaf(id).stream()).toList();
    }

    public Optional<Topic> leaf(String id) {
        return topics().stream().flatMap(TopicSearch::all).filter(topic -> topic.isLeaf() && topic.id().equals(id))
                .findFirst();
    }

    public void choose(Topic topic) {
        if (topic.isLeaf()) {
            change(now -> new Disposition(topic.id(), now.result(), now.note()));
        }
    }

    public void choose(Choices.Result result) {
        change(now -> new Disposition(now.topic(), result.code(), now.note()));
    }

    public void openArticle(Topic topic) {
        setting.openArticle().accept(topic.article());
    }

    public void extend() {
        wrapUps.extend(session, setting.times().extension());
    }

    public Duration extension() {
        return setting.times().extension();
    }

    /// Time left; negative once it is over; empty where no time is set.
    public Optional<Duration> left(Instant now) {
        WrapUp wrapUp = shown.get();
        return Optional.ofNullable(wrapUp == null ? null : wrapUp.deadline()).map(end -> Duration.between(now, end));
    }

    public void finish() {
        WrapUp wrapUp = shown.get();
        if (wrapUp == null) {
            return;
        }
        boolean done = wrapUps.finish(session);
        incomplete.set(!done);
        if (done) {
            recent.used(wrapUp.disposition().topic());
        }
    }

    private void change(java.util.function.UnaryOperator<Disposition> how) {
        WrapUp wrapUp = shown.get();
        if (wrapUp != null) {
            wrapUps.change(session, how.apply(wrapUp.disposition()));
        }
    }

    private void refresh() {
        WrapUp now = wrapUps.of(session).orElse(null);
        shown.set(now);
        if (now == null) {
            return;
        }
        if (!note.get().equals(now.disposition().note())) {
            note.set(now.disposition().note());
        }
        if (now.disposition().isComplete()) {
            incomplete.set(false);
        }
    }
}
