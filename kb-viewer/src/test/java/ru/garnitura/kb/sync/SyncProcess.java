package ru.garnitura.kb.sync;

import java.nio.file.Path;
import java.time.Clock;
import ru.garnitura.kb.index.LuceneArticleIndex;
import ru.garnitura.kb.store.H2ArticleStore;

/// A process that follows an endless base and says after each round how far it is, until it is killed.
final class SyncProcess {

    private SyncProcess() {
    }

    public static void main(String[] args) {
        var folder = Path.of(args[0]);
        var store = new H2ArticleStore(folder.resolve("store"), damage -> System.out.println("damaged " + damage));
        var index = new LuceneArticleIndex(folder.resolve("index"));
        var sync = new ArticleSync(new EndlessKbApi(), new ArticleSync.Copy(store, new IndexFollower(store, index)),
                Clock.systemUTC(), _ -> { });
        for (var round = 1; true; round++) {
            System.out.println(sync.round() + " " + round);
        }
    }
}
