package ru.garnitura.sessions.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import ru.garnitura.assets.Icon;
import ru.garnitura.assets.Styles;
import ru.garnitura.sessions.chat.Author;
import ru.garnitura.sessions.chat.ChatMessage;
import ru.garnitura.sessions.chat.DeliveryState;

/// One message: a bubble at its author's side, or a note in the middle; over it the day where one begins.
final class BubbleCell extends ListCell<TranscriptRow> {

    /// Longer messages are shown in part; copying takes all of it.
    static final int LONGEST = 4_000;

    private static final double WIDEST = 0.74;
    private static final int TICK = 12;

    private final ConversationViewModel model;
    private final Look look;
    private final VBox box = new VBox();
    private @Nullable Shown shown;

    /// A list tells its cells again what they show already, with each message that comes.
    private record Shown(TranscriptRow row, Locale language) {}

    BubbleCell(ConversationViewModel model, Look look) {
        this.model = model;
        this.look = look;
        getStyleClass().add("bubble-cell");
        box.getStyleClass().add("bubble-box");
        box.setFillWidth(true);
        setPrefWidth(0);
        setContextMenu(copyMenu());
    }

    @Override
    protected void updateItem(TranscriptRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            shown = null;
            box.getChildren().clear();
            setGraphic(null);
            return;
        }
        Shown next = new Shown(row, look.words().language().getValue());
        if (next.equals(shown)) {
            return;
        }
        shown = next;
        box.getChildren().clear();
        if (row.opensDay()) {
            box.getChildren().add(middle(Columns.label(look.formats().day(row.day()), Styles.SMALL, "day")));
        }
        box.getChildren().add(body(row.message()));
        setGraphic(box);
        setAccessibleText(spoken(row.message()));
    }

    private Node body(ChatMessage message) {
        return switch (message.author().side()) {
            case SYSTEM -> middle(Columns.wrapped(SafeText.block(message.text(), LONGEST), Styles.SMALL, "note"));
            case CUSTOMER -> side(bubble(message, "bubble-in"), Pos.CENTER_LEFT);
            case OPERATOR -> side(bubble(message, "bubble-out"), Pos.CENTER_RIGHT);
        };
    }

    private TextFlow bubble(ChatMessage message, String style) {
        Text words = new Text(SafeText.block(message.text(), LONGEST));
        words.getStyleClass().add("said-text");
        TextFlow bubble = new TextFlow(words);
        bubble.getStyleClass().addAll("bubble", style);
        bubble.maxWidthProperty().bind(widthProperty().multiply(WIDEST));
        bubble.getChildren().addAll(meta(message));
        return bubble;
    }

    private List<Node> meta(ChatMessage message) {
        List<Node> meta = new ArrayList<>();
        if (message.text().length() > LONGEST) {
            meta.add(small("… " + look.words().now("bubble.more", message.text().length() - LONGEST)));
        }
        meta.add(small("   " + look.formats().time(message.at()) + " "));
        if (message.isFrom(Author.Side.OPERATOR)) {
            meta.addAll(ticks(message));
        }
        return meta;
    }

    private List<Node> ticks(ChatMessage message) {
        return switch (message.delivery()) {
            case PENDING -> List.of(Icon.CLOCK.node(TICK));
            case SENT -> List.of(Icon.CHECK.node(TICK));
            case DELIVERED -> List.of(Icon.CHECK.node(TICK), Icon.CHECK.node(TICK));
            case READ -> List.of(Icon.EYE.node(TICK));
            case FAILED -> failed(message);
        };
    }

    private List<Node> failed(ChatMessage message) {
        Node mark = Icon.ALERT_CIRCLE.node(TICK);
        mark.getStyleClass().add(Styles.DANGER);
        Text word = small(" " + look.words().now("delivery.failed") + " ");
        Hyperlink retry = new Hyperlink(look.words().now("bubble.retry"));
        retry.setOnAction(event -> model.retry(message));
        return List.of(mark, word, retry);
    }

    private String spoken(ChatMessage message) {
        String delivery = message.isFrom(Author.Side.OPERATOR) ? ", " + look.words().now(key(message.delivery())) : "";
        return look.words().now("side." + message.author().side().name().toLowerCase(Locale.ROOT)) + ", "
                + look.formats().time(message.at()) + delivery + ": " + SafeText.block(message.text(), LONGEST);
    }

    private ContextMenu copyMenu() {
        MenuItem copy = new MenuItem();
        copy.textProperty().bind(look.words().text("bubble.copy"));
        copy.setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(getItem().message().text());
            Clipboard.getSystemClipboard().setContent(content);
        });
        return new ContextMenu(copy);
    }

    private static String key(DeliveryState state) {
        return "delivery." + state.name().toLowerCase(Locale.ROOT);
    }

    private static Text small(String words) {
        Text text = new Text(words);
        text.getStyleClass().add("meta");
        return text;
    }

    private static HBox middle(Label label) {
        return side(label, Pos.CENTER);
    }

    private static HBox side(Node node, Pos place) {
        HBox row = new HBox(node);
        row.setAlignment(place);
        return row;
    }
}
