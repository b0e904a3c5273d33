package ru.garnitura.sessions.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import ru.garnitura.assets.Icon;
import ru.garnitura.assets.Styles;
import ru.garnitura.sessions.customer.InteractionPage;
import ru.garnitura.sessions.customer.InteractionRecord;
import ru.garnitura.sessions.customer.Lookup;
import ru.garnitura.sessions.customer.RecordedCall;
import ru.garnitura.sessions.customer.TranscriptLine;
import ru.garnitura.sessions.session.Channel;

/// The customer's contacts over all channels, newest first; by topic where one is chosen.
final class HistoryView extends VBox {

    private static final Insets SIDES = new Insets(0, 14, 0, 14);

    private final CustomerCardViewModel model;
    private final ListeningViewModel listening;
    private final Look look;
    private final Label totals = Columns.label("", Styles.SMALL, Styles.MUTED);
    private final ComboBox<String> topics = new ComboBox<>();
    private final VBox records = new VBox();
    private final Button earlier = new Button();
    private CardContent content = CardContent.NOBODY;
    private final List<PlayControl> controls = new ArrayList<>();
    private boolean filling;

    HistoryView(CustomerCardViewModel model, ListeningViewModel listening, Look look) {
        this.model = model;
        this.listening = listening;
        this.look = look;
        getStyleClass().add("history");
        Label title = Columns.label(look.words().text("history.title"), Styles.STRONG);
        title.setMinWidth(Region.USE_PREF_SIZE);
        HBox header = new HBox(title, Columns.spring(), totals);
        header.getStyleClass().addAll("history-header", Styles.LINE_TOP);
        topics.setMaxWidth(Double.MAX_VALUE);
        topics.accessibleTextProperty().bind(look.words().text("history.topics"));
        topics.valueProperty().subscribe(topic -> {
            if (!filling) {
                showRecords();
            }
        });
        earlier.getStyleClass().add(Styles.SOFT);
        earlier.textProperty().bind(look.words().text("history.earlier"));
        earlier.setOnAction(event -> model.showEarlier());
        records.getStyleClass().add("records");
        VBox.setMargin(topics, SIDES);
        VBox.setMargin(earlier, SIDES);
        getChildren().addAll(header, topics, records, earlier);
    }

    void show(CardContent now) {
        content = now;
        InteractionPage page = now.history();
        totals.setText(page == null ? "" : look.words().now("history.totals",
                page.totals().transfers(), page.totals().holds()));
        Columns.show(earlier, page != null && page.more());
        fillTopics(page == null ? List.of() : page.records());
        showRecords();
    }

    private void fillTopics(List<InteractionRecord> all) {
        filling = true;
        String chosen = topics.getValue();
        String any = look.words().now("history.all-topics");
        List<String> found = all.stream().map(InteractionRecord::topic).filter(topic -> !topic.isBlank())
                .map(SafeText::line).distinct().sorted().toList();
        topics.getItems().setAll(any);
        topics.getItems().addAll(found);
        topics.setValue(found.contains(chosen) ? chosen : any);
        Columns.show(topics, found.size() > 1);
        filling = false;
    }

    private void showRecords() {
        InteractionPage page = content.history();
        controls.forEach(PlayControl::close);
        controls.clear();
        records.getChildren().clear();
        if (page == null) {
            records.getChildren().add(Columns.label(look.words().now("history.looking"), Styles.MUTED));
            return;
        }
        page.records().stream().filter(this::isChosen).map(this::row).forEach(records.getChildren()::add);
        if (records.getChildren().isEmpty()) {
            records.getChildren().add(Columns.wrapped(look.words().now("history.empty"), Styles.MUTED));
        }
    }

    private boolean isChosen(InteractionRecord record) {
        return topics.getSelectionModel().getSelectedIndex() <= 0
                || Objects.equals(topics.getValue(), SafeText.line(record.topic()));
    }

    private Node row(InteractionRecord record) {
        Label time = Columns.label(look.formats().moment(record.at()), Styles.SMALL, Styles.MUTED);
        time.setMinWidth(Region.USE_PREF_SIZE);
        Label title = Columns.wrapped(title(record), Styles.STRONG);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox top = new HBox(title, time);
        top.getStyleClass().add("record-top");
        VBox lines = new VBox(top);
        lines.getStyleClass().addAll("record-lines", Styles.LINE_BOTTOM);
        HBox.setHgrow(lines, Priority.ALWAYS);
        addLine(lines, record.course().kind() == InteractionRecord.Kind.GOODWILL ? "" : record.topic());
        addLine(lines, record.note());
        if (isConversation(record)) {
            lines.getChildren().add(opener(record));
        }
        record.recordings().forEach(each -> lines.getChildren().add(control(record, each)));
        addTranscript(lines, content.opened().get(record.id()));
        HBox row = new HBox(icon(record), lines);
        row.getStyleClass().add("record");
        return row;
    }

    private PlayControl control(InteractionRecord record, RecordedCall recording) {
        PlayControl control = new PlayControl(record.id(), recording, listening, look);
        controls.add(control);
        return control;
    }

    private static void addLine(VBox lines, String text) {
        if (!text.isBlank()) {
            lines.getChildren().add(Columns.wrapped(SafeText.block(text, Bubble.LONGEST), Styles.SMALL, Styles.MUTED));
        }
    }

    private Hyperlink opener(InteractionRecord record) {
        boolean open = content.opened().containsKey(record.id());
        Hyperlink link = new Hyperlink(look.words().now(open ? "history.close" : "history.open"));
        link.getStyleClass().add(Styles.SMALL);
        link.setOnAction(event -> model.toggleTranscript(record));
        return link;
    }

    private void addTranscript(VBox lines, @Nullable Lookup<List<TranscriptLine>> transcript) {
        switch (transcript) {
            case null -> { }
            case Lookup.Fresh<List<TranscriptLine>>(var said) -> addLines(lines, said);
            case Lookup.LocalCopy<List<TranscriptLine>>(var said, var age) -> addLines(lines, said);
            case Lookup.NotFound<List<TranscriptLine>>() -> addLine(lines, look.words().now("history.no-transcript"));
            case Lookup.Unreachable<List<TranscriptLine>>() -> addLine(lines, look.words().now("history.unreachable"));
        }
    }

    private void addLines(VBox lines, List<TranscriptLine> said) {
        for (TranscriptLine line : said) {
            String who = line.fromCustomer() ? look.words().now("side.customer") : SafeText.line(line.author());
            Label label = Columns.wrapped(who + ", " + look.formats().time(line.at()) + ": "
                    + SafeText.block(line.text(), Bubble.LONGEST), Styles.SMALL, "said");
            label.getStyleClass().add(line.fromCustomer() ? "said-in" : "said-out");
            label.setMaxWidth(Double.MAX_VALUE);
            lines.getChildren().add(label);
        }
    }

    private static boolean isConversation(InteractionRecord record) {
        InteractionRecord.Course course = record.course();
        return course.kind() == InteractionRecord.Kind.INCOMING && !course.channel().isCall()
                && course.result() != InteractionRecord.Result.OPEN;
    }

    /// «Звонок 06:12 · решено», «Пропущен в очереди 03:05», «Чат на сайте · решено».
    private String title(InteractionRecord record) {
        InteractionRecord.Course course = record.course();
        String length = look.formats().duration(course.length());
        return switch (course.kind()) {
            case GOODWILL -> SafeText.line(record.topic());
            case NOTE -> look.words().now("history.note");
            case OUTGOING, INCOMING -> {
                if (course.result() == InteractionRecord.Result.MISSED) {
                    yield look.words().now("history.missed", length);
                }
                String what = look.words().now("history.channel." + Look.key(course.channel()));
                String timed = course.channel().isCall() ? what + " " + length : what;
                yield course.result() == InteractionRecord.Result.NONE
                        ? timed : timed + " · " + look.words().now("history.result." + lower(course.result()));
            }
        };
    }

    private static Node icon(InteractionRecord record) {
        InteractionRecord.Course course = record.course();
        boolean missed = course.result() == InteractionRecord.Result.MISSED;
        Icon icon = switch (course.kind()) {
            case GOODWILL -> Icon.GIFT;
            case NOTE -> Icon.FILE_TEXT;
            case OUTGOING -> Icon.PHONE_OUTGOING;
            case INCOMING -> missed ? Icon.PHONE_MISSED
                    : course.channel() == Channel.CALL ? Icon.PHONE_INCOMING : Look.channelLook(course.channel()).icon();
        };
        Node node = icon.node();
        node.getStyleClass().add(missed ? Styles.DANGER
                : course.kind() == InteractionRecord.Kind.INCOMING ? Styles.OK : Styles.ACCENT);
        HBox box = new HBox(node);
        box.setAlignment(Pos.TOP_CENTER);
        box.getStyleClass().add("record-icon");
        return box;
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
