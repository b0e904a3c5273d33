package ru.garnitura.sessions.ui;

import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.StackPane;
import ru.garnitura.assets.Icon;
import ru.garnitura.assets.Styles;

/// The transcript. Follows the last message while the operator is at its end; where he reads back, it stays, and a
/// button says that there is more below.
final class TranscriptView extends StackPane {

    private static final double TO_THE_END = 1e6;

    private final ListView<TranscriptRow> list = new ListView<>();
    private final Button below = new Button();
    private boolean followAsked;
    private boolean atEnd = true;
    private boolean watching;

    TranscriptView(ConversationViewModel model, Look look) {
        getStyleClass().addAll("transcript-pane", Styles.GROUND);
        list.getStyleClass().add("transcript");
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
        heightProperty().subscribe(() -> {
            if (atEnd) {
                follow();
            }
        });
    }

    private void changed() {
        if (atEnd || list.getItems().isEmpty()) {
            follow();
        } else {
            Columns.show(below, true);
        }
    }

    private void goToEnd() {
        atEnd = true;
        Columns.show(below, false);
        follow();
    }

    /// Once for all changes before the next layout.
    private void follow() {
        if (!followAsked) {
            followAsked = true;
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        watchScrolling();
        if (list.getItems().isEmpty() || list.getHeight() <= 0) {
            return;
        }
        if (followAsked) {
            followAsked = false;
            showLast();
            atEnd = true;
        }
        sink();
    }

    /// The flow exists from the first layout on.
    private void watchScrolling() {
        if (!watching) {
            flow().ifPresent(flow -> {
                watching = true;
                flow.positionProperty().subscribe(() -> {
                    atEnd = followAsked || isAtEnd();
                    if (atEnd) {
                        Columns.show(below, false);
                    }
                });
            });
        }
    }

    /// `scrollTo` alone leaves the last bubble cut off; the flow is moved to its end afterwards.
    private void showLast() {
        list.scrollTo(list.getItems().size() - 1);
        list.layout();
        flow().ifPresent(flow -> flow.scrollPixels(TO_THE_END));
    }

    /// A short transcript stands at the bottom, beside the composer.
    private void sink() {
        double free = flow().map(TranscriptView::freeBelow).orElse(0.0);
        list.setTranslateY(free);
    }

    private static double freeBelow(VirtualFlow<?> flow) {
        var first = flow.getFirstVisibleCell();
        var last = flow.getLastVisibleCell();
        if (first == null || last == null || first.getIndex() > 0) {
            return 0;
        }
        return Math.max(0, flow.getHeight() - last.getBoundsInParent().getMaxY());
    }

    private Optional<VirtualFlow<?>> flow() {
        return list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? Optional.of(flow) : Optional.empty();
    }

    private boolean isAtEnd() {
        return flow().map(flow -> {
            var last = flow.getLastVisibleCell();
            return last == null || (last.getIndex() >= list.getItems().size() - 1
                    && last.getBoundsInParent().getMaxY() <= flow.getHeight() + last.getHeight() / 2);
        }).orElse(true);
    }
}
