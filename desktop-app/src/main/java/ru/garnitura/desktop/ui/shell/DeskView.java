package ru.garnitura.desktop.ui.shell;

import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import ru.garnitura.assets.Words;
import ru.garnitura.desktop.settings.WindowMemory;

/// The whole desk of a signed-in operator: top bar, call bar, notices, panes, and the palette over them. FX lane.
public final class DeskView extends StackPane {

    private final DeskPanes panes;

    /// Bars from top to bottom.
    ///
    /// @param call takes room only while there is a call
    public record Bars(Node top, Node call, Node notices) {
    }

    /// The features' columns, the form under the conversation, and the layer over all.
    public record Places(Node sessions, Node conversation, Node wrapUp, Node customer, Node base, Node palette) {
    }

    public DeskView(Bars bars, Places places, WindowMemory memory, Words words) {
        getStyleClass().add("desk");
        setId("desk");
        VBox conversation = new VBox(places.conversation(), places.wrapUp());
        VBox.setVgrow(places.conversation(), Priority.ALWAYS);
        panes = new DeskPanes(new DeskPanes.Nodes(places.sessions(), conversation, places.customer(), places.base()),
                memory, words);
        VBox column = new VBox(bars.top(), bars.call(), bars.notices(), panes);
        VBox.setVgrow(panes, Priority.ALWAYS);
        getChildren().addAll(column, places.palette());
    }

    public void showCustomer() {
        panes.showCustomer();
    }

    public void showBase() {
        panes.showBase();
    }
}
