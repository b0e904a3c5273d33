package ru.garnitura.desktop.bench;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.function.Consumer;
import ru.garnitura.desktop.link.kb.HttpKbApi;
import ru.garnitura.desktop.link.rest.Answer;
import ru.garnitura.desktop.link.rest.RestClient;
import ru.garnitura.desktop.link.rest.ServerClock;
import ru.garnitura.desktop.link.rest.TokenPair;
import ru.garnitura.desktop.link.rest.Tokens;
import ru.garnitura.kb.index.LuceneArticleIndex;
import ru.garnitura.kb.store.H2ArticleStore;
import ru.garnitura.kb.sync.ArticleSync;
import ru.garnitura.kb.sync.IndexFollower;

/// The desktop's way from the back office to the index, without the desktop: HTTP, store, index. As a program it
/// follows a base until it is killed, and says each round.
final class KbSyncClient implements AutoCloseable {

    static final String DAMAGED = "damaged ";

    private final RestClient client;
    private final H2ArticleStore store;
    private final LuceneArticleIndex index;
    private final ArticleSync sync;

    /// @param damaged told where a store was set aside
    KbSyncClient(int port, Path folder, Consumer<String> damaged) {
        var tokens = new Tokens(_ -> new Answer.Received<>(new TokenPair("bench", "bench"), ""), _ -> { });
        client = new RestClient(URI.create("http://127.0.0.1:" + port), new ServerClock(InstantSource.system(), System::nanoTime), tokens);
        store = new H2ArticleStore(folder.resolve("store"), damage -> damaged.accept("the store: " + damage.detail()));
        index = new LuceneArticleIndex(folder.resolve("index"), (_, detail) -> damaged.accept("the index: " + detail));
        var copy = new ArticleSync.Copy(store, new IndexFollower(store, index));
        sync = new ArticleSync(new HttpKbApi(client), copy, Clock.systemUTC(), _ -> { });
    }

    public static void main(String[] arguments) {
        var client = new KbSyncClient(Integer.parseInt(arguments[0]), Path.of(arguments[1]),
                what -> System.out.println(DAMAGED + what));
        while (true) {
            System.out.println(client.sync.round());
        }
    }

    H2ArticleStore store() {
        return store;
    }

    LuceneArticleIndex index() {
        return index;
    }

    /// One page, kept and searchable.
    void round() {
        sync.round();
    }

    /// Brings the index to the store, as each start does.
    void catchUp() {
        new IndexFollower(store, index).catchUp(true);
    }

    /// How many of the base's changes it has, 0 for none.
    int cursor() {
        var resume = store.state().resume();
        return resume == null ? 0 : Integer.parseInt(resume.cursor());
    }

    boolean isComplete(int cursor) {
        var state = store.state();
        var resume = state.resume();
        return resume != null && state.asOf() != null && resume.cursor().equals(Integer.toString(cursor));
    }

    @Override
    public void close() {
        index.close();
        store.close();
        client.close();
    }
}
