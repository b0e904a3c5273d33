package ru.garnitura.assets.controls;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Pane;
import javafx.util.Subscription;

/// Keeps what is in a hidden view out of the scene until the view is shown for the first time. JavaFX styles hidden nodes
/// like all others, and of those a desk has when it is first painted two thirds are hidden. FX lane.
public final class FirstShown {

    private final Pane view;
    private final List<Node> content;
    private Subscription waiting = Subscription.EMPTY;

    private FirstShown(Pane view) {
        this.view = view;
        content = List.copyOf(view.getChildren());
    }

    /// Takes a view's children out, unless it is visible; to be called once they are all there.
    public static void holdBack(Pane view) {
        if (!view.isVisible()) {
            var held = new FirstShown(view);
            view.getChildren().clear();
            view.getProperties().put(FirstShown.class, held);
            held.waiting = view.visibleProperty().subscribe(held::follow);
        }
    }

    /// Brings in what one view holds back, so that it is there at once when it is needed.
    ///
    /// @return false where nothing under this node is held back any more
    public static boolean bringNext(Node root) {
        var next = find(root);
        next.ifPresent(FirstShown::bring);
        return next.isPresent();
    }

    private static Optional<FirstShown> find(Node node) {
        if (node.hasProperties() && node.getProperties().get(FirstShown.class) instanceof FirstShown held) {
            return Optional.of(held);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().map(FirstShown::find).flatMap(Optional::stream).findFirst()
                : Optional.empty();
    }

    private void follow(boolean visible) {
        if (visible) {
            bring();
        }
    }

    private void bring() {
        waiting.unsubscribe();
        view.getProperties().remove(FirstShown.class);
        view.getChildren().setAll(content);
    }
}
