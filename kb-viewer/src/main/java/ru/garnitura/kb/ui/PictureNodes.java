package ru.garnitura.kb.ui;

import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import ru.garnitura.assets.Icon;
import ru.garnitura.assets.Words;
import ru.garnitura.kb.article.Attachment;

/// Pictures of articles, from this machine alone: one that has not arrived yet says so.
public final class PictureNodes {

    private static final double WIDEST = 340;

    private final Function<Attachment, Optional<URI>> files;
    private final UiLanes lanes;
    private final Words words;

    /// @param files where a picture lies once it is here; I/O threads
    public PictureNodes(Function<Attachment, Optional<URI>> files, UiLanes lanes, Words words) {
        this.files = files;
        this.lanes = lanes;
        this.words = words;
    }

    Node of(Attachment attachment) {
        var frame = new StackPane(waiting());
        frame.getStyleClass().add("kb-picture-frame");
        lanes.ask(() -> files.apply(attachment), file -> file.ifPresent(uri -> show(frame, uri)), () -> { });
        return frame;
    }

    private Label waiting() {
        var label = new Label();
        label.textProperty().bind(words.text("article.picture"));
        label.setGraphic(Icon.IMAGE.node());
        label.setWrapText(true);
        return label;
    }

    private static void show(StackPane frame, URI file) {
        var image = new Image(file.toString(), WIDEST, 0, true, true, true);
        var view = new ImageView(image);
        view.setPreserveRatio(true);
        image.progressProperty().subscribe(progress -> {
            if (progress.doubleValue() >= 1 && !image.isError()) {
                frame.getChildren().setAll(view);
            }
        });
    }
}
