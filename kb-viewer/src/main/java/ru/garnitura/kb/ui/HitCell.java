package ru.garnitura.kb.ui;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;
import ru.garnitura.kb.index.SearchHit;

/// An article found: its title, and the passage that answers. One cell shows many hits with the same nodes.
final class HitCell extends ListCell<SearchHit> {

    private final HitText text = new HitText();
    private final Frame frame = new Frame(text);
    private final Runnable unread;

    /// @param unread told when a hit is in sight whose passage was not asked for
    HitCell(Runnable unread) {
        this.unread = unread;
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
        setGraphic(frame);
    }

    /// A list takes each cell off its place before it gives it one; between the two there is nothing to be seen, and much
    /// to be styled.
    @Override
    public void updateIndex(int index) {
        if (index >= 0) {
            super.updateIndex(index);
        }
    }

    @Override
    protected void updateItem(SearchHit hit, boolean empty) {
        super.updateItem(hit, empty);
        var shown = !empty && hit != null;
        text.setVisible(shown);
        if (shown) {
            text.show(hit.title(), hit.snippet());
        }
        if (shown && !hit.isRead()) {
            requestLayout();
        }
        setAccessibleText(shown ? hit.title().plain() + ". " + hit.snippet().plain() : null);
    }

    @Override
    protected double computePrefHeight(double width) {
        return FlowCell.height(this, frame, width);
    }

    /// Nothing but its text says how high it is.
    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected double computeMaxHeight(double width) {
        return Double.MAX_VALUE;
    }

    @Override
    protected void layoutChildren() {
        FlowCell.place(this, frame);
        var hit = getItem();
        if (hit != null && !hit.isRead() && isInSight()) {
            unread.run();
        }
    }

    /// A list measures rows to come with a cell that nobody sees.
    private boolean isInSight() {
        return isVisible() && getParent() != null && getParent().isVisible();
    }

    /// Keeps from the cell that its text has changed: a list styles a cell anew each time something in it asks to be laid
    /// out.
    private static final class Frame extends Region {

        private final HitText text;

        Frame(HitText text) {
            this.text = text;
            text.setManaged(false);
            getChildren().add(text);
        }

        @Override
        protected double computePrefHeight(double width) {
            return text.prefHeight(width);
        }

        @Override
        protected void layoutChildren() {
            text.resizeRelocate(0, 0, getWidth(), getHeight());
        }
    }
}
