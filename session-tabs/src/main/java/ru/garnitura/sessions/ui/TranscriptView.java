package ru.garnitura.sessions.ui;

import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import ru.garnitura.assets.Icon;
import ru.garnitura.assets.Styles;

/// The transcript. Follows the last message while the operator is at its end; where he reads back, it stays, and a
/// button says that there is more below. A short transcript stands at the bottom, beside the composer.
final class TranscriptView extends StackPane {

    private static final double TO_THE_END = 1e6;
    private static final double PIXEL = 1;
    /// The flow learns the heights of its rows as it shows them, so its end may have to be looked for again.
    private static final int MOST_TRIES = 5;

    private final ListView<TranscriptRow> list = new ListView<>();
    private final SteadyListSkin<TranscriptRow> skin = new SteadyListSkin<>(list);
    private final Button below = new Button();
    private final Runnable afterLayout = this::settle;
    private boolean following = true;
    private boolean moved;
    private int triesLeft = MOST_TRIES;

    TranscriptView(ConversationViewModel model, Look look) {
        getStyleClass().addAll("transcript-pane", Styles.GROUND);
        list.getStyleClass().add("transcript");
        list.setSkin(skin);
        list.setItems(model.rows());
        list.setCellFactory(view -> new BubbleCell(model, look));
        list.accessibleTextProperty().bind(look.words().text("transcript.title"));
        below.setGraphic(Icon.ARROW_DOWN.node());
        below.textProperty().bind(look.words().text("transcript.below"));
        below.setOnAction(event -> goToEnd());
        below.setFocusTraversable(false);
        Columns.show(below, false);
        StackPane.setAlignment(below, Pos.BOTTOM_CENTER);
        getChildren().addAll(list, below);
        list.getItems().addListener((ListChangeListener<TranscriptRow>) change -> changed());
        model.shown().subscribe(id -> goToEnd());
        look.words().language().subscribe(language -> list.refresh());
        heightProperty().subscribe(this::changed);
        list.addEventFilter(ScrollEvent.SCROLL, event -> movedByHand());
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> movedByHand());
        list.addEventFilter(MouseEvent.MOUSE_DRAGGED, event -> movedByHand());
        list.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> movedByHand());
        sceneProperty().subscribe(this::watchPulses);
    }

    private void watchPulses(@Nullable Scene before, @Nullable Scene now) {
        if (before != null) {
            before.removePostLayoutPulseListener(afterLayout);
        }
        if (now != null) {
            now.addPostLayoutPulseListener(afterLayout);
        }
    }

    private void changed() {
        triesLeft = MOST_TRIES;
        Columns.show(below, !following && !list.getItems().isEmpty());
        requestLayout();
    }

    private void goToEnd() {
        following = true;
        changed();
    }

    private void movedByHand() {
        moved = true;
        requestLayout();
    }

    /// After each layout: decides anew whether the operator is at the end where he moved, and keeps him there.
    private void settle() {
        if (list.getItems().isEmpty() || list.getHeight() <= 0 || !isVisible()) {
            return;
        }
        VirtualFlow<?> flow = skin.flow();
        if (moved) {
            moved = false;
            following = isAtEnd(flow);
            Columns.show(below, below.isVisible() && !following);
        } else if (following && triesLeft > 0 && !isAtEnd(flow)) {
            triesLeft--;
            showLast(flow);
        }
        list.setTranslateY(freeBelow(flow));
    }

    /// `scrollTo` alone leaves the last bubble cut off; the flow is moved to its end afterwards.
    private void showLast(VirtualFlow<?> flow) {
        list.scrollTo(list.getItems().size() - 1);
        list.layout();
        flow.scrollPixels(TO_THE_END);
        requestLayout();
    }

    private static double bottom(Node cell) {
        return cell.getBoundsInParent().getMaxY();
    }

    private boolean isAtEnd(VirtualFlow<?> flow) {
        var last = flow.getLastVisibleCell();
        return last != null && last.getIndex() == list.getItems().size() - 1
                && bottom(last) <= flow.getHeight() + PIXEL;
    }

    private static double freeBelow(VirtualFlow<?> flow) {
        var first = flow.getFirstVisibleCell();
        var last = flow.getLastVisibleCell();
        if (first == null || last == null || first.getIndex() > 0) {
            return 0;
        }
        return Math.max(0, flow.getHeight() - bottom(last));
    }
}
