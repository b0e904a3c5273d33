package ru.garnitura.desktop.ui.shell;

import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import ru.garnitura.assets.Styles;

/// A trainee's window: the study room on the left, the knowledge base beside it. FX lane.
public final class StudyFrame extends VBox {

    public StudyFrame(Node bar, Node notices, Node study, Node base) {
        getStyleClass().add("desk");
        setId("study-desk");
        if (study instanceof Region room) {
            room.getStyleClass().add("study-column");
        }
        var place = new BorderPane(base);
        place.getStyleClass().addAll("study-base", Styles.SURFACE, Styles.LINE_LEFT);
        HBox.setHgrow(place, Priority.ALWAYS);
        var columns = new HBox(study, place);
        VBox.setVgrow(columns, Priority.ALWAYS);
        getChildren().addAll(bar, notices, columns);
    }
}
