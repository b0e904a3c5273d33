package ru.garnitura.desktop.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import ru.garnitura.desktop.settings.WindowMemory;

/// Columns side by side, of widths in px that stay as they were set while the window grows: one column takes the rest.
/// Between two columns a handle is dragged, or moved by the arrow keys. Widths are remembered. FX lane.
final class PaneRow extends Region {

    private final WindowMemory memory;
    private final ObservableValue<String> handleName;
    private final List<Pane> panes = new ArrayList<>();
    private final List<PaneHandle> handles = new ArrayList<>();

    /// @param handleName what a screen reader calls a handle
    PaneRow(WindowMemory memory, ObservableValue<String> handleName) {
        this.memory = memory;
        this.handleName = handleName;
        getStyleClass().add("pane-row");
        setMinSize(0, 0);
    }

    /// Replaces the columns, left to right; exactly one of them takes the rest.
    void show(List<Pane> columns) {
        panes.clear();
        panes.addAll(columns);
        handles.clear();
        for (int i = 0; i + 1 < columns.size(); i++) {
            handles.add(handleAfter(i));
        }
        getChildren().setAll(columns.stream().map(Pane::node).toList());
        getChildren().addAll(handles);
        requestLayout();
    }

    /// A handle moves the edge of the column that does not take the rest: the one to its left, or to its right.
    private PaneHandle handleAfter(int index) {
        int rest = rest();
        boolean leftSide = index < rest;
        Pane moved = panes.get(leftSide ? index : index + 1);
        PaneHandle handle = new PaneHandle(by -> widen(moved, leftSide ? by : -by));
        handle.accessibleTextProperty().bind(handleName);
        handle.setId("handle-" + moved.name());
        return handle;
    }

    private int rest() {
        for (int i = 0; i < panes.size(); i++) {
            if (panes.get(i).takesTheRest()) {
                return i;
            }
        }
        throw new IllegalStateException("no column takes the rest");
    }

    private void widen(Pane pane, double by) {
        double room = getWidth() - panes.stream().filter(other -> !other.equals(pane))
                .mapToDouble(other -> other.takesTheRest() ? other.least() : wanted(other)).sum();
        double width = Math.clamp(pane.node().getLayoutBounds().getWidth() + by, pane.least(), Math.max(pane.least(), room));
        memory.put(key(pane), Math.rint(width));
        requestLayout();
    }

    private double wanted(Pane pane) {
        return Math.max(pane.least(), memory.number(key(pane), pane.width()));
    }

    private static String key(Pane pane) {
        return "pane." + pane.name();
    }

    @Override
    protected void layoutChildren() {
        double[] widths = widths();
        double x = 0;
        for (int i = 0; i < panes.size(); i++) {
            panes.get(i).node().resizeRelocate(x, 0, widths[i], getHeight());
            x += widths[i];
            if (i < handles.size()) {
                handles.get(i).resizeRelocate(x - PaneHandle.REACH, 0, 2 * PaneHandle.REACH, getHeight());
            }
        }
    }

    /// Wanted widths; where they leave the rest too little, every column gives in proportion to what it can spare.
    private double[] widths() {
        double[] widths = new double[panes.size()];
        int rest = rest();
        double sum = 0;
        double spare = 0;
        for (int i = 0; i < widths.length; i++) {
            widths[i] = i == rest ? 0 : wanted(panes.get(i));
            sum += widths[i];
            spare += i == rest ? 0 : widths[i] - panes.get(i).least();
        }
        double missing = Math.min(spare, panes.get(rest).least() - (getWidth() - sum));
        if (missing > 0) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] -= i == rest ? 0 : Math.rint(missing * (widths[i] - panes.get(i).least()) / spare);
            }
        }
        double taken = 0;
        for (double width : widths) {
            taken += width;
        }
        widths[rest] = Math.max(0, getWidth() - taken);
        return widths;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 400;
    }

    @Override
    protected double computePrefWidth(double height) {
        return panes.stream().mapToDouble(pane -> pane.takesTheRest() ? pane.least() : wanted(pane)).sum();
    }
}
