package ru.garnitura.kb.ui.study;

import java.time.Duration;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import org.jspecify.annotations.Nullable;
import ru.garnitura.assets.Formats;
import ru.garnitura.assets.Icon;
import ru.garnitura.assets.Styles;
import ru.garnitura.assets.Words;
import ru.garnitura.kb.study.Drill;
import ru.garnitura.kb.study.StudyRecord;

/// The search drill: what it is, the words to find an article for, and how it went. FX lane.
final class DrillPane extends ScrollPane {

    private final StudyViewModel model;
    private final Formats formats;
    private final Room room;
    private final Label clock = Room.text(Styles.FIGURES, "");

    DrillPane(StudyViewModel model, Words words, Formats formats) {
        this.model = model;
        this.formats = formats;
        this.room = new Room(words);
        setContent(room);
        setFitToWidth(true);
        setId("drill-pane");
        clock.setId("drill-clock");
        model.drillProperty().subscribe(this::show);
        model.recordProperty().subscribe(() -> show(model.drillProperty().get()));
        model.nothingToFindProperty().subscribe(() -> show(model.drillProperty().get()));
        words.language().subscribe(() -> show(model.drillProperty().get()));
    }

    void tick() {
        var running = model.drillProperty().get();
        if (running != null && !running.isOver()) {
            clock.setText(formats.duration(Duration.ofNanos(model.now() - running.since())));
        }
    }

    private void show(@Nullable Drill drill) {
        if (drill == null) {
            idle(model.recordProperty().get());
        } else if (drill.isOver()) {
            over(drill);
        } else {
            running(drill);
        }
    }

    private void idle(StudyRecord record) {
        room.fill(room.line(Styles.TITLE, "drill.title"), room.line(Styles.MUTED, "drill.about", StudyViewModel.ROUND),
                record.bestDrill() < 0 ? room.line(Styles.MUTED, "drill.first")
                        : room.line(Styles.STRONG, "best", record.bestDrill(), record.lastDrill()),
                model.nothingToFindProperty().get() ? room.line(Styles.WARN, "drill.nothing") : new Label(),
                Room.row(room.primary("drill-begin", "begin", Icon.PLAY, model::beginDrill)));
    }

    private void running(Drill drill) {
        tick();
        var words = Room.text("study-prompt", room.words().now("quoted", drill.current().words()));
        words.setId("drill-words");
        room.fill(room.line(Styles.MUTED, "drill.position", drill.answers().size() + 1, drill.prompts().size()), clock, words,
                room.line(Styles.MUTED, "drill.task"), verdict(drill),
                Room.row(room.button("drill-skip", "skip", Icon.CHEVRON_RIGHT, model::skip),
                        room.button("drill-leave", "leave", Icon.X, model::leaveDrill)));
    }

    /// What happened last: a wrong article for this prompt, or the end of the one before.
    private Node verdict(Drill drill) {
        if (drill.missed() > 0) {
            return marked(room.line(Styles.WARN, "drill.wrong"), Icon.ALERT_CIRCLE);
        }
        if (drill.answers().isEmpty()) {
            return new Label();
        }
        var last = drill.answers().getLast();
        var took = last.took();
        return took == null ? marked(room.line(Styles.MUTED, "drill.skipped"), Icon.CHEVRON_RIGHT)
                : marked(room.line(Styles.OK, "drill.found", took.toSeconds(), last.points()), Icon.CHECK_CIRCLE);
    }

    private static Label marked(Label line, Icon icon) {
        line.setGraphic(icon.node());
        line.setId("drill-verdict");
        return line;
    }

    private void over(Drill drill) {
        var score = Room.text(Styles.FIGURES, room.words().now("score", drill.percent()));
        score.setId("drill-score");
        room.fill(room.line(Styles.TITLE, "drill.over"), score,
                room.line(Styles.MUTED, "drill.summary", drill.found(), drill.prompts().size()),
                drill.found() == drill.prompts().size() ? new Label() : room.line(Styles.STRONG, "drill.missed"));
        drill.answers().stream().filter(answer -> !answer.isFound()).forEach(answer -> {
            var link = room.button("", "quoted", Icon.FILE_TEXT,
                    () -> answer.prompt().right().stream().sorted().findFirst().ifPresent(model::open));
            link.setText(room.words().now("quoted", answer.prompt().words()));
            link.getStyleClass().add(Styles.FLAT);
            room.getChildren().add(link);
        });
        room.getChildren().add(Room.row(room.primary("drill-again", "again", Icon.REPEAT, model::beginDrill),
                room.button("drill-leave", "leave", Icon.X, model::leaveDrill)));
    }
}
