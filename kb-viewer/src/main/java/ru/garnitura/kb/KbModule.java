package ru.garnitura.kb;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import ru.garnitura.assets.Formats;
import ru.garnitura.assets.Words;
import ru.garnitura.kb.KbNeeds.DamagedCache;
import ru.garnitura.kb.article.ArticleId;
import ru.garnitura.kb.index.LuceneArticleIndex;
import ru.garnitura.kb.index.SearchHit;
import ru.garnitura.kb.index.SearchRequest;
import ru.garnitura.kb.store.BlobFolder;
import ru.garnitura.kb.store.Damage;
import ru.garnitura.kb.store.H2ArticleStore;
import ru.garnitura.kb.store.OwnRecords;
import ru.garnitura.kb.store.ReadingRecord;
import ru.garnitura.kb.sync.ArticleSync;
import ru.garnitura.kb.sync.IndexFollower;
import ru.garnitura.kb.sync.Pace;
import ru.garnitura.kb.sync.PictureFetch;
import ru.garnitura.kb.sync.SyncOutcome;
import ru.garnitura.kb.sync.SyncProgress;
import ru.garnitura.kb.ui.BrowseViewModel;
import ru.garnitura.kb.ui.KbStatus;
import ru.garnitura.kb.ui.KbView;
import ru.garnitura.kb.ui.OpenArticle;
import ru.garnitura.kb.ui.PictureNodes;
import ru.garnitura.kb.ui.Pinned;
import ru.garnitura.kb.ui.PinsViewModel;
import ru.garnitura.kb.ui.ReaderViewModel;
import ru.garnitura.kb.ui.SearchViewModel;
import ru.garnitura.kb.ui.StatusViewModel;
import ru.garnitura.kb.ui.UiLanes;

/// The knowledge base as the desktop sees it. Made on the FX lane, verbs are called on the FX lane unless said otherwise.
/// Making it opens nothing: store and index open on the first I/O task, of [#start] or of a verb.
public final class KbModule implements AutoCloseable {

    private static final int SUGGESTIONS = 3;
    /// Pictures may take their time: 1 MiB.
    private static final long PICTURES_PER_SECOND = 1L << 20;

    private final UiLanes lanes;
    private final OwnThreads threads = new OwnThreads();
    private final H2ArticleStore store;
    private final OwnRecords own;
    private final Pace pace;
    private final Pace picturePace;
    private final LuceneArticleIndex index;
    private final IndexFollower follower;
    private final PictureFetch pictures;
    private final ArticleSync sync;
    private final KbView.KbModels models;
    private final KbView view;
    private volatile boolean closed;

    public KbModule(KbNeeds needs) {
        lanes = new UiLanes(needs.lanes().fx(), needs.lanes().io());
        store = new H2ArticleStore(needs.folder().resolve("store"), told(needs, DamagedCache.Kind.ARTICLES));
        own = new OwnRecords(needs.folder().resolve("own"), told(needs, DamagedCache.Kind.OWN_RECORDS));
        var ofIndex = told(needs, DamagedCache.Kind.INDEX);
        index = new LuceneArticleIndex(needs.folder().resolve("index"),
                (kept, detail) -> ofIndex.accept(new Damage(kept, detail)));
        follower = new IndexFollower(store, index);
        var blobs = new BlobFolder(needs.folder().resolve("blobs"));
        pace = Pace.unlimited();
        picturePace = Pace.of(PICTURES_PER_SECOND);
        pictures = new PictureFetch(needs.ports().api(), store, blobs, picturePace);
        sync = new ArticleSync(needs.ports().api(), new ArticleSync.Copy(store, follower, pace), needs.clock(),
                this::onProgress);
        var words = Words.of(needs.language(), "kb", KbView.class);
        var formats = new Formats(needs.language(), needs.clock());
        models = models(needs, words, formats);
        view = new KbView(models, new KbView.ArticleTools(words, formats,
                new PictureNodes(file -> blobs.find(file).map(Path::toUri), lanes, words)));
        models.search().failedProperty().subscribe(failed -> {
            if (failed) {
                mendIndex();
            }
        });
        models.reader().articleProperty().subscribe((_, _) -> browseAnew());
        models.reader().keptProperty().subscribe((_, _) -> browseAnew());
    }

    private static Consumer<Damage> told(KbNeeds needs, DamagedCache.Kind what) {
        return damage -> needs.ports().setAside().accept(new DamagedCache(what, damage.kept(), damage.detail()));
    }

    /// The shelf is seen while no article is.
    private void browseAnew() {
        if (models.reader().articleProperty().get() == null) {
            models.browse().refresh();
        }
    }

    private KbView.KbModels models(KbNeeds needs, Words words, Formats formats) {
        var feedback = needs.ports().feedback();
        var memory = new SearchViewModel.Memory(own.searches(), needs.clock());
        var source = new SearchViewModel.Source(index, new UiLanes(lanes.fx(), threads.searches()));
        var desk = new ReaderViewModel.Desk(feedback, needs.ports().insert(), needs.clock());
        return new KbView.KbModels(new SearchViewModel(source, memory, lanes, feedback::nothingFound),
                new ReaderViewModel(store, own.reading(), lanes, desk),
                new BrowseViewModel(store, own, lanes), new PinsViewModel(store, own.reading(), lanes), new StatusViewModel(words, formats));
    }

    /// The base's pane: header, search, results, article. Grows from 388 px. The same node each time.
    public Node view() {
        return view;
    }

    /// Style sheets of the pane, as URLs.
    public static List<String> stylesheets() {
        return KbView.stylesheets();
    }

    public ObservableValue<KbStatus> status() {
        return models.status().statusBinding();
    }

    H2ArticleStore store() {
        return store;
    }

    ReadingRecord reading() {
        return own.reading();
    }

    UiLanes lanes() {
        return lanes;
    }

    ObservableValue<@Nullable OpenArticle> opened() {
        return models.reader().articleProperty();
    }

    /// Changes each time something of the operator's own was kept, a reading first of all.
    ObservableValue<Number> kept() {
        return models.reader().keptProperty();
    }

    /// Opens the last good copy, then loads and follows changes; call after sign-in, once the window stands. A search
    /// works before too, and waits for the copy to be opened.
    public void start() {
        models.reader().recall();
        loadCopy();
        threads.follow(sync::run);
    }

    /// Shows the article at an anchor, empty for its beginning.
    public void open(ArticleId article, String anchor) {
        models.reader().open(article, anchor);
    }

    /// Puts the words into the pane's search field and the focus with them.
    public void showSearch(String words) {
        models.reader().close();
        models.search().typedProperty().set(words);
        view.focusSearch();
    }

    /// What the contact served now is about: its pinned articles are shown.
    ///
    /// @param topic null where it is not known
    public void about(Pinned.@Nullable Topic topic) {
        models.pins().show(topic);
    }

    /// There is no reply here to insert into: what the port takes is called a copy.
    public void withoutReply() {
        models.reader().withoutReply();
    }

    /// Looks for words where the operator is: in the article being read, else in the whole base.
    public void find() {
        if (!view.findInArticle()) {
            showSearch("");
        }
    }

    /// The best hits for the command palette; completes on the FX lane, at most `limit`.
    public CompletionStage<List<Hit>> search(String words, int limit) {
        return hits(() -> index.search(SearchRequest.of(words, limit)).hits());
    }

    /// Up to three articles for a conversation's words, computed on this machine; completes on the FX lane.
    public CompletionStage<List<Hit>> suggest(String conversation) {
        return hits(() -> index.suggest(conversation, SUGGESTIONS));
    }

    /// At most so many bytes a second from now on, so that a call on the same line is not disturbed; 0 for what is
    /// usual. Any thread.
    public void limitTo(long bytesPerSecond) {
        pace.limitTo(bytesPerSecond);
        picturePace.limitTo(bytesPerSecond == 0 ? PICTURES_PER_SECOND : Math.min(bytesPerSecond, PICTURES_PER_SECOND));
    }

    /// Closes store and index, once what they are doing is done; returns when both are closed. Any thread.
    @Override
    public void close() {
        closed = true;
        sync.stop();
        picturePace.stop();
        threads.close();
        index.close();
        store.close();
        own.close();
    }

    /// An article offered by its title.
    ///
    /// @param because the words of the conversation it was suggested for, empty for a search
    public record Hit(ArticleId article, String title, String section, List<String> because) {
    }

    private CompletionStage<List<Hit>> hits(Supplier<List<SearchHit>> question) {
        var result = new CompletableFuture<List<Hit>>();
        lanes.ask(() -> question.get().stream().map(KbModule::hit).toList(), result::complete,
                () -> result.complete(List.of()));
        return result;
    }

    private static Hit hit(SearchHit hit) {
        return new Hit(hit.article().id(), hit.article().title(), hit.article().section().name(),
                hit.why().because());
    }

    /// Opens the last good copy and reads what a first search would otherwise wait for.
    private void loadCopy() {
        lanes.ask(() -> {
            follower.catchUp(true);
            index.warmUp();
            var state = store.state();
            return new SyncProgress(null, state.articles(), -1, -1, state.asOf());
        }, this::show, () -> { });
    }

    private void mendIndex() {
        lanes.ask(() -> {
            follower.catchUp(true);
            return index.size();
        }, _ -> models.search().refresh(), () -> { });
    }

    private void onProgress(SyncProgress progress) {
        lanes.fx().execute(() -> show(progress));
        if (progress.loaded() < 0 && progress.outcome() instanceof SyncOutcome.UpToDate(var changed) && !closed) {
            if (changed > 0) {
                pictures.want();
            }
            if (pictures.isWanting()) {
                lanes.run(pictures::fetch);
            }
        }
    }

    private void show(SyncProgress progress) {
        if (closed) {
            return;
        }
        models.status().progressProperty().set(progress);
        var changed = !(progress.outcome() instanceof SyncOutcome.UpToDate(var count)) || count > 0;
        if (changed && progress.loaded() < 0) {
            models.browse().refresh();
            models.search().refresh();
            models.reader().refresh();
            models.pins().refresh();
        }
    }
}
