package ru.garnitura.kb;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import ru.garnitura.kb.article.ArticleId;
import ru.garnitura.kb.ui.KbStatus;

/// The knowledge base as the desktop sees it. Made on the FX lane, verbs are called on the FX lane unless said otherwise.
public final class KbModule implements AutoCloseable {

    private final StackPane view = new StackPane();
    private final ReadOnlyObjectWrapper<KbStatus> status =
            new ReadOnlyObjectWrapper<>(new KbStatus(KbStatus.Light.LOADING, null, 0, -1, ""));
    private final KbNeeds needs;

    public KbModule(KbNeeds needs) {
        this.needs = needs;
    }

    /// The base's pane: header, search, results, article. Grows from 388 px. The same node each time.
    public Node view() {
        return view;
    }

    /// Style sheets of the pane, as URLs.
    public List<String> stylesheets() {
        return List.of();
    }

    public ObservableValue<KbStatus> status() {
        return status.getReadOnlyProperty();
    }

    /// Starts loading and following changes; call after sign-in. Searching works before, on the last good copy.
    public void start() {
        status.set(new KbStatus(KbStatus.Light.LOADING, null, 0, -1, needs.language().getValue().getLanguage()));
    }

    /// Shows the article at an anchor, empty for its beginning.
    public void open(ArticleId article, String anchor) {
        view.setAccessibleText(article + anchor);
    }

    /// Puts the words into the pane's search field and the focus with them.
    public void showSearch(String words) {
        view.setAccessibleText(words);
    }

    /// The best hits for the command palette; completes on the FX lane, at most `limit`.
    public CompletionStage<List<Hit>> search(String words, int limit) {
        return CompletableFuture.completedFuture(List.of());
    }

    /// Up to three articles for a conversation's words, computed on this machine; completes on the FX lane.
    public CompletionStage<List<Hit>> suggest(String conversation) {
        return CompletableFuture.completedFuture(List.of());
    }

    /// Closes store and index; returns when both are closed. Any thread.
    @Override
    public void close() {
        status.set(new KbStatus(KbStatus.Light.STALE, null, 0, -1, ""));
    }

    /// An article offered by its title.
    public record Hit(ArticleId article, String title, String section) {
    }
}
