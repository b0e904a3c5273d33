package ru.garnitura.softphone.ui;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import ru.garnitura.assets.Styles;
import ru.garnitura.assets.controls.FirstShown;

/// The bar of the call at hand. It pushes what is below it, never covers it, and never takes the focus: after a click
/// the focus returns to where the operator was typing. FX lane.
final class CallBarView extends HBox {

    private static final double HEIGHT = 68;
    private static final long GLOW_HALF_PERIOD_MS = 500;
    private static final PseudoClass GLOW = PseudoClass.getPseudoClass("glow");

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    /// Below this width, in pixels, the bar sets its parts closer, so that all of them fit from 1280 on.
    private static final double ROOMY = 1500;

    private @Nullable Node typingAt;

    CallBarView(CallViewModel model, CallTexts texts) {
        setId("call-bar");
        getStyleClass().addAll("call-bar", Styles.SURFACE);
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        var who = new CallWho(model, texts);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(who, new CallGauges(model, texts), space, new CallButtons(model, texts));
        Shown.when(model.phaseProperty().map(phase -> phase != CallPhase.NONE), this);
        dress(model);
        widthProperty().subscribe(width -> pseudoClassStateChanged(NARROW, width.doubleValue() < ROOMY));
        keepTyping();
        FirstShown.holdBack(this);
    }

    private void dress(CallViewModel model) {
        model.phaseProperty().subscribe(phase -> {
            for (var each : CallPhase.values()) {
                pseudoClassStateChanged(PseudoClass.getPseudoClass(each.name().toLowerCase(java.util.Locale.ROOT)),
                        each == phase);
            }
        });
        model.meters().offerLeftProperty().subscribe(left -> pseudoClassStateChanged(GLOW,
                model.phaseProperty().get() == CallPhase.INCOMING && left.toMillis() / GLOW_HALF_PERIOD_MS % 2 == 0));
    }

    private void keepTyping() {
        addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            var owner = getScene().getFocusOwner();
            typingAt = owner != null && !isInside(owner) ? owner : null;
        });
        addEventFilter(MouseEvent.MOUSE_RELEASED, event -> {
            if (typingAt != null) {
                typingAt.requestFocus();
            }
        });
    }

    private boolean isInside(Node node) {
        for (var at = node; at != null; at = at.getParent()) {
            if (at == this) {
                return true;
            }
        }
        return false;
    }
}
