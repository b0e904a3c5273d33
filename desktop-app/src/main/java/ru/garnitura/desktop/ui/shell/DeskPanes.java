package ru.garnitura.desktop.ui.shell;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import ru.garnitura.assets.Words;
import ru.garnitura.desktop.settings.WindowMemory;

/// Sessions, conversation, customer and knowledge base side by side; in a narrow window the last two share a column
/// with two tabs. FX lane.
final class DeskPanes extends BorderPane {

    /// From this width on customer and base stand side by side, px.
    static final double WIDE = 1500;

    private static final double LEAST_SIDE = 260;
    private static final double LEAST_CONVERSATION = 380;

    private final Nodes nodes;
    private final PaneRow row;
    private final Tab customerTab = new Tab();
    private final Tab baseTab = new Tab();
    private final TabPane side = new TabPane(customerTab, baseTab);
    private boolean wide;

    /// The features' views.
    record Nodes(Node sessions, Node conversation, Node customer, Node base) {
    }

    DeskPanes(Nodes nodes, WindowMemory memory, Words words) {
        this.nodes = nodes;
        row = new PaneRow(memory, words.text("pane.handle"));
        setCenter(row);
        side.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        side.getStyleClass().add("side-tabs");
        side.setId("side-tabs");
        customerTab.textProperty().bind(words.text("pane.customer"));
        baseTab.textProperty().bind(words.text("pane.base"));
        List.of(nodes.sessions(), nodes.conversation(), nodes.customer(), nodes.base()).forEach(DeskPanes::mayShrink);
        widthProperty().subscribe(width -> arrange(width.doubleValue() >= WIDE));
    }

    /// Shows the customer; in a wide window it is always shown.
    void showCustomer() {
        side.getSelectionModel().select(customerTab);
    }

    /// Shows the knowledge base; in a wide window it is always shown.
    void showBase() {
        side.getSelectionModel().select(baseTab);
    }

    private void arrange(boolean wideNow) {
        if (wideNow == wide && !row.getChildrenUnmodifiable().isEmpty()) {
            return;
        }
        wide = wideNow;
        Pane sessions = new Pane("sessions", nodes.sessions(), 272, 200);
        Pane conversation = new Pane("", nodes.conversation(), 0, LEAST_CONVERSATION);
        if (wideNow) {
            customerTab.setContent(null);
            baseTab.setContent(null);
            row.show(List.of(sessions, conversation, new Pane("customer", nodes.customer(), 352, LEAST_SIDE),
                    new Pane("base", nodes.base(), 388, LEAST_SIDE)));
        } else {
            row.show(List.of(sessions, conversation, new Pane("side", side, 388, LEAST_SIDE)));
            customerTab.setContent(nodes.customer());
            baseTab.setContent(nodes.base());
        }
    }

    private static void mayShrink(Node node) {
        if (node instanceof Region region) {
            region.setMinSize(0, 0);
        }
    }
}
