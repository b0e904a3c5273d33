package ru.garnitura.sessions.ui;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import ru.garnitura.assets.Styles;
import ru.garnitura.sessions.chat.Author;
import ru.garnitura.sessions.chat.ChatMessage;
import ru.garnitura.sessions.chat.DeliveryState;

/// One message: a bubble at its author's side, or a note in the middle; over it the day where one begins. Its nodes are
/// made once and filled again for each message that comes into sight.
final class BubbleCell extends ListCell<TranscriptRow> implements SteadyListSkin.Refilled {

    private static final double WIDEST = 0.74;

    private final Look look;
    private final Bubble bubble;
    private final Label note = Columns.wrapped("", Styles.SMALL, "note");
    private final Label day = Columns.label("", Styles.SMALL, "day");
    private final Node noteRow = middle(note);
    private final Node dayRow = middle(day);
    private final VBox box = new VBox();
    private @Nullable Shown shown;
    private boolean newNodes = true;

    /// A list tells its cells again what they show already, with each message that comes.
    private record Shown(TranscriptRow row, Locale language) {}

    BubbleCell(ConversationViewModel model, Look look) {
        this.look = look;
        bubble = new Bubble(look, widthProperty().multiply(WIDEST), model::retry);
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
            showNothing();
            return;
        }
        Shown next = new Shown(row, look.words().language().getValue());
        if (next.equals(shown)) {
            return;
        }
        shown = next;
        day.setText(row.opensDay() ? look.formats().day(row.day()) : "");
        Node body = body(row.message());
        List<Node> parts = row.opensDay() ? List.of(dayRow, body) : List.of(body);
        if (!box.getChildren().equals(parts)) {
            box.getChildren().setAll(parts);
            newNodes = true;
        }
        box.setVisible(true);
        if (getGraphic() == null) {
            setGraphic(box);
        }
        setAccessibleText(spoken(row.message()));
    }

    @Override
    public boolean takeNewNodes() {
        boolean inBubble = bubble.takeNewNodes();
        boolean taken = newNodes || inBubble;
        newNodes = false;
        return taken;
    }

    /// The nodes stay where they are, out of sight: taken out, they would be styled anew at each row that passes.
    private void showNothing() {
        if (shown != null) {
            shown = null;
            box.setVisible(false);
            note.setText("");
            day.setText("");
            bubble.clear();
            setAccessibleText(null);
        }
    }

    private Node body(ChatMessage message) {
        return switch (message.author().side()) {
            case SYSTEM -> {
                note.setText(SafeText.block(message.text(), Bubble.LONGEST));
                yield noteRow;
            }
            case CUSTOMER, OPERATOR -> {
                bubble.show(message);
                yield bubble;
            }
        };
    }

    private String spoken(ChatMessage message) {
        String delivery = message.isFrom(Author.Side.OPERATOR) ? ", " + look.words().now(key(message.delivery())) : "";
        return look.words().now("side." + message.author().side().name().toLowerCase(Locale.ROOT)) + ", "
                + look.formats().time(message.at()) + delivery + ": " + SafeText.block(message.text(), Bubble.LONGEST);
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

    private static HBox middle(Label label) {
        HBox row = new HBox(label);
        row.setAlignment(Pos.CENTER);
        return row;
    }
}
