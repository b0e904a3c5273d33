package ru.garnitura.desktop.ui.shell;

import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.stage.Popup;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// Brings the window in sight without taking the typing focus (docs/adr/007-the-ring.md says how that was found out):
/// - a window behind others stays on top while it rings; `toFront` would take the focus;
/// - a minimised window stays minimised, since restoring it takes the focus too; a small card that no window manager
///   gives the focus to is shown instead.
///
/// FX lane.
public final class ComingForward {

    private static final double MARGIN = 24;

    private final Stage stage;
    private final Popup card = new Popup();

    public ComingForward(Stage stage) {
        this.stage = stage;
        card.setAutoFix(true);
        stage.iconifiedProperty().subscribe(minimised -> {
            if (!minimised) {
                card.hide();
            }
        });
    }

    /// Until [#over].
    ///
    /// @param offer what the card shows while the window is minimised
    public void begin(Node offer) {
        if (stage.isFocused()) {
            return;
        }
        stage.setAlwaysOnTop(true);
        if (stage.isIconified()) {
            Rectangle2D screen = Screen.getPrimary().getVisualBounds();
            card.getContent().setAll(offer);
            card.show(stage);
            card.setX(screen.getMaxX() - card.getWidth() - MARGIN);
            card.setY(screen.getMinY() + MARGIN);
        }
    }

    public void over() {
        card.hide();
        stage.setAlwaysOnTop(false);
    }
}
