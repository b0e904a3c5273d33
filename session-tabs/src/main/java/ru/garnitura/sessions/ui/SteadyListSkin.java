package ru.garnitura.sessions.ui;

import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.ListViewSkin;
import javafx.scene.control.skin.VirtualFlow;

/// A list for rows that change often: a row is styled when it gets other nodes, and not each time it is put in its place
/// or filled with something else. FX lane.
final class SteadyListSkin<T> extends ListViewSkin<T> {

    /// A row that is filled again and tells when it has nodes that are not styled yet.
    interface Refilled {

        /// Whether there are nodes, or style classes, that were not there when this was asked last.
        boolean takeNewNodes();
    }

    SteadyListSkin(ListView<T> list) {
        super(list);
    }

    /// The rows in sight.
    VirtualFlow<ListCell<T>> flow() {
        return getVirtualFlow();
    }

    @Override
    protected VirtualFlow<ListCell<T>> createVirtualFlow() {
        return new Flow<>();
    }

    private static final class Flow<T> extends VirtualFlow<ListCell<T>> {

        @Override
        protected void setCellIndex(ListCell<T> cell, int index) {
            boolean stays = cell.getIndex() == index;
            cell.updateIndex(index);
            if (cell instanceof Refilled row ? row.takeNewNodes() : !stays) {
                super.setCellIndex(cell, index);
            }
        }
    }
}
