package ru.garnitura.kb.sync;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ru.garnitura.kb.TestArticles;
import ru.garnitura.kb.article.ArticleChange;
import ru.garnitura.kb.article.ArticleId;
import ru.garnitura.kb.article.KbException;
import ru.garnitura.kb.index.IndexMark;
import ru.garnitura.kb.index.LuceneArticleIndex;
import ru.garnitura.kb.index.SearchRequest;
import ru.garnitura.kb.store.H2ArticleStore;

/// A process that does one round for each line it is told, and says what came of it and what still works.
final class FullDiskProcess {

    private static final int PAGE = 20;
    private static final int WORDS = 1_500;

    private FullDiskProcess() {
    }

    /// What one round came to.
    ///
    /// @param found whether the first article can be found, `opened` whether it can be read
    record Said(String outcome, boolean found, boolean opened, int articles, boolean aged) {

        static Said parse(String line) {
            var parts = line.split(" ", -1);
            return new Said(parts[1], Boolean.parseBoolean(parts[2]), Boolean.parseBoolean(parts[3]),
                    Integer.parseInt(parts[4]), Boolean.parseBoolean(parts[5]));
        }

        String line() {
            return "round " + outcome + " " + found + " " + opened + " " + articles + " " + aged;
        }
    }

    public static void main(String[] args) throws IOException {
        var folder = Path.of(args[0]);
        var store = new H2ArticleStore(folder.resolve("store"), damage -> System.out.println("damaged " + damage.detail()));
        var index = new LuceneArticleIndex(folder.resolve("index"), (_, why) -> System.out.println("damaged " + why));
        var sync = new ArticleSync(new LargePages(), new ArticleSync.Copy(store, new IndexFollower(store, index)),
                Clock.systemUTC(), _ -> { });
        var told = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var page = 1; "index".equals(args[1]) && told.readLine() != null; page++) {
            System.out.println(indexed(index, page).line());
        }
        while (told.readLine() != null) {
            var outcome = sync.round();
            System.out.println(new Said(outcome.getClass().getSimpleName(), works(() -> !index.search(
                    SearchRequest.of("первая", 5)).hits().isEmpty()), works(() -> store.find(new ArticleId("a-0")).isPresent()),
                    articles(store), works(() -> store.state().asOf() != null)).line());
        }
    }

    /// The index alone: where it failed, the pages that are not in it are applied again, as its follower would.
    private static Said indexed(LuceneArticleIndex index, int page) {
        var kept = works(() -> {
            var from = index.mark().map(mark -> (int) mark.page()).orElse(0);
            for (var next = from; next < page; next++) {
                index.apply(LargePages.page(next), new IndexMark("s", next + 1), true);
            }
            return true;
        });
        var found = works(() -> !index.search(SearchRequest.of("первая", 5)).hits().isEmpty());
        return new Said(kept ? "UpToDate" : "NotStored", found, found, index.size(), true);
    }

    private static int articles(H2ArticleStore store) {
        try {
            return store.state().articles();
        } catch (KbException e) {
            System.out.println("failed " + e.getCause());
            return -1;
        }
    }

    private static boolean works(BooleanSupplier what) {
        try {
            return what.getAsBoolean();
        } catch (KbException e) {
            System.out.println("failed " + e.getMessage() + " " + e.getCause());
            return false;
        }
    }

    /// Each page a whole round of articles with much text, none like another.
    private static final class LargePages implements KbApi {

        @Override
        public ChangesOutcome changes(ChangesRequest request) {
            var page = request.cursor() == null ? 0 : Integer.parseInt(request.cursor());
            return new ChangePage("e1", page(page), Integer.toString(page + 1), false, -1);
        }

        static List<ArticleChange> page(int page) {
            var random = new Random(page);
            return IntStream.range(page * PAGE, (page + 1) * PAGE).<ArticleChange>mapToObj(n -> new ArticleChange.Put(
                    TestArticles.article("a-" + n, n == 0 ? "Первая" : "Статья " + n, IntStream.range(0, WORDS)
                            .mapToObj(_ -> Integer.toString(random.nextInt(1_000_000), 36)).collect(Collectors.joining(" ")))))
                    .toList();
        }

        @Override
        public BlobOutcome blob(String sha256, long offset, OutputStream sink) {
            return new Rejected(Rejection.NOT_FOUND, sha256);
        }

        @Override
        public ManifestOutcome manifest() {
            return new Unreachable("none", null);
        }
    }
}
