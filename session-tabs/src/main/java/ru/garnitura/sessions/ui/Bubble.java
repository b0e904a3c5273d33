package ru.garnitura.sessions.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import ru.garnitura.assets.Icon;
import ru.garnitura.assets.Styles;
import ru.garnitura.sessions.chat.Author;
import ru.garnitura.sessions.chat.ChatMessage;
import ru.garnitura.sessions.chat.DeliveryState;

/// What one side said, the time, and what became of it. Its nodes are made once and filled again for each message. FX lane.
final class Bubble extends HBox {

    /// Longer messages are shown in part; copying takes all of it.
    static final int LONGEST = 4_000;

    private static final int TICK = 12;
    private static final String IN = "bubble-in";
    private static final String OUT = "bubble-out";

    private final Look look;
    private final Consumer<ChatMessage> retry;
    private final Text words = new Text();
    private final Text meta = small();
    private final Frame frame = new Frame(words, meta);
    private @Nullable ChatMessage shown;
    private @Nullable DeliveryState ticked;
    private boolean newNodes;

    /// @param widest px, of the frame
    Bubble(Look look, ObservableValue<Number> widest, Consumer<ChatMessage> retry) {
        this.look = look;
        this.retry = retry;
        words.getStyleClass().add("said-text");
        frame.getStyleClass().addAll("bubble", IN);
        frame.maxWidthProperty().bind(widest);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().add(frame);
    }

    void show(ChatMessage message) {
        shown = message;
        boolean own = message.isFrom(Author.Side.OPERATOR);
        words.setText(SafeText.block(message.text(), LONGEST));
        meta.setText(meta(message));
        stand(own);
        tick(own ? message.delivery() : null);
    }

    /// Nothing of a message stays in a row that shows none.
    void clear() {
        shown = null;
        words.setText("");
        meta.setText("");
        tick(null);
    }

    /// Whether there are nodes, or style classes, that were not there when this was asked last.
    boolean takeNewNodes() {
        boolean taken = newNodes;
        newNodes = false;
        return taken;
    }

    private void stand(boolean own) {
        Pos place = own ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT;
        if (getAlignment() != place) {
            setAlignment(place);
            frame.getStyleClass().remove(own ? IN : OUT);
            frame.getStyleClass().add(own ? OUT : IN);
            newNodes = true;
        }
    }

    private String meta(ChatMessage message) {
        int more = message.text().length() - LONGEST;
        String rest = more > 0 ? "… " + look.words().now("bubble.more", more) : "";
        return rest + "   " + look.formats().time(message.at()) + " ";
    }

    /// Words among the ticks are in the language of now.
    private void tick(@Nullable DeliveryState delivery) {
        if (delivery == ticked && delivery != DeliveryState.FAILED) {
            return;
        }
        ticked = delivery;
        List<Node> parts = new ArrayList<>(List.of(words, meta));
        if (delivery != null) {
            parts.addAll(ticks(delivery));
        }
        frame.getChildren().setAll(parts);
        newNodes = true;
    }

    private List<Node> ticks(DeliveryState delivery) {
        return switch (delivery) {
            case PENDING -> List.of(Icon.CLOCK.node(TICK));
            case SENT -> List.of(Icon.CHECK.node(TICK));
            case DELIVERED -> List.of(Icon.CHECK.node(TICK), Icon.CHECK.node(TICK));
            case READ -> List.of(Icon.EYE.node(TICK));
            case FAILED -> failed();
        };
    }

    private List<Node> failed() {
        Node mark = Icon.ALERT_CIRCLE.node(TICK);
        mark.getStyleClass().add(Styles.DANGER);
        Text word = small();
        word.setText(" " + look.words().now("delivery.failed") + " ");
        Hyperlink again = new Hyperlink(look.words().now("bubble.retry"));
        again.setOnAction(event -> {
            if (shown != null) {
                retry.accept(shown);
            }
        });
        return List.of(mark, word, again);
    }

    /// Remembers its height: a list asks its rows for theirs many times over, and each answer breaks the lines anew.
    private static final class Frame extends TextFlow {

        private double answeredFor = Double.NaN;
        private double height;

        Frame(Node... parts) {
            super(parts);
        }

        @Override
        protected double computePrefHeight(double width) {
            if (width != answeredFor) {
                height = super.computePrefHeight(width);
                answeredFor = width;
            }
            return height;
        }

        @Override
        public void requestLayout() {
            answeredFor = Double.NaN;
            super.requestLayout();
        }
    }

    private static Text small() {
        Text text = new Text();
        text.getStyleClass().add("meta");
        return text;
    }
}
