package ru.garnitura.sessions.ui;

import java.time.Duration;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import ru.garnitura.assets.Styles;
import ru.garnitura.sessions.session.Session;

/// What stands in the conversation's place during a call: who, from where, how long they waited.
final class CallFactsView extends VBox {

    private final Look look;
    private final GridPane facts = new GridPane();

    CallFactsView(ConversationViewModel model, Look look) {
        this.look = look;
        getStyleClass().addAll("call-facts-pane", Styles.GROUND);
        facts.getStyleClass().addAll("call-facts", Styles.SURFACE);
        ColumnConstraints value = new ColumnConstraints();
        value.setHgrow(Priority.ALWAYS);
        facts.getColumnConstraints().addAll(new ColumnConstraints(), value);
        getChildren().addAll(Columns.label(look.words().text("call.title"), Styles.TITLE), facts,
                Columns.label(look.words().text("call.advice"), Styles.MUTED));
        model.current().subscribe(this::show);
        look.words().language().subscribe(language -> show(model.current().get()));
    }

    private void show(@Nullable Session session) {
        facts.getChildren().clear();
        if (session == null || !session.channel().isCall()) {
            return;
        }
        var origin = session.origin();
        fact("call.number", SafeText.line(look.formats().phone(origin.party().address())));
        if (!origin.queue().isBlank()) {
            fact("call.queue", SafeText.line(origin.queue()));
        }
        fact("call.since", look.formats().moment(origin.since()));
        var opened = session.milestones().openedAt();
        if (opened != null) {
            fact("call.waited", look.formats().duration(Duration.between(origin.since(), opened)));
        }
    }

    private void fact(String key, String value) {
        facts.addRow(facts.getRowCount(), Columns.label(look.words().now(key), Styles.MUTED), Columns.label(value));
    }
}
