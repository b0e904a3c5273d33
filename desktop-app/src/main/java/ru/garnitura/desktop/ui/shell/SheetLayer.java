package ru.garnitura.desktop.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// A sheet over the whole desk: Escape or a click beside it closes it, and the focus goes back where it was. FX lane.
public final class SheetLayer extends StackPane {

    private Runnable closing = () -> { };
    private @Nullable Node focusBefore;

    public SheetLayer() {
        getStyleClass().add("sheet-layer");
        setId("sheet");
        setVisible(false);
        managedProperty().bind(visibleProperty());
        setAlignment(Pos.CENTER);
        setOnMouseClicked(event -> close());
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
    }

    /// Shows a sheet in place of another.
    ///
    /// @param closed runs when it closes
    public void show(Region sheet, Runnable closed) {
        close();
        Scene scene = getScene();
        focusBefore = scene == null ? null : scene.getFocusOwner();
        closing = closed;
        sheet.setMaxHeight(Region.USE_PREF_SIZE);
        sheet.addEventHandler(MouseEvent.MOUSE_CLICKED, MouseEvent::consume);
        getChildren().setAll(sheet);
        setVisible(true);
    }

    /// Idempotent.
    public void close() {
        if (isVisible()) {
            setVisible(false);
            getChildren().clear();
            Runnable last = closing;
            closing = () -> { };
            last.run();
            if (focusBefore != null) {
                focusBefore.requestFocus();
            }
        }
    }
}
