package ru.garnitura.kb.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ru.garnitura.kb.TestArticles;
import ru.garnitura.kb.article.Article;
import ru.garnitura.kb.index.LuceneArticleIndex;
import ru.garnitura.kb.index.SearchRequest;
import ru.garnitura.kb.store.H2ArticleStore;

/// Blocks of the copy overwritten while nobody uses it: whatever they held, soon each article is what the back office has,
/// and can be found.
@Timeout(180)
class DamagedBlocksIT {

    private static final int ARTICLES = 300;
    private static final int BLOCK = 4_096;
    private static final int WAYS = 10;
    private static final int ROUNDS = 4;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final List<Article> articles = articles();
    private final List<String> told = new ArrayList<>();

    private static List<Article> articles() {
        var random = new Random(5);
        return IntStream.range(0, ARTICLES).mapToObj(n -> TestArticles.article("d-" + n, "Статья единица" + n,
                IntStream.range(0, 200).mapToObj(_ -> "слово" + random.nextInt(3_000)).collect(Collectors.joining(" ")))).toList();
    }

    @Test
    void overwrittenBlocksOfTheStoreAreMetAndItsArticlesLoadedAgain() throws IOException {
        load(folder.resolve("good"));
        for (var way = 0; way < WAYS; way++) {
            var copy = copied("store-" + way);
            overwrite(copy.resolve("store").resolve("kb.mv.db"), new Random(way));
            comesBack(copy);
        }
        assertThat(told).as("half of the blocks at least held something").hasSizeGreaterThan(WAYS / 2);
    }

    @Test
    void overwrittenBlocksOfTheIndexAreMetAndItIsBuiltAgain() throws IOException {
        load(folder.resolve("good"));
        for (var way = 0; way < WAYS; way++) {
            var copy = copied("index-" + way);
            overwrite(largest(copy.resolve("index"), way), new Random(way));
            comesBack(copy);
        }
        assertThat(told).hasSize(WAYS);
    }

    private void load(Path where) {
        try (var store = store(where); var index = index(where)) {
            sync(store, index).round();
        }
        assertThat(told).isEmpty();
    }

    private void comesBack(Path where) {
        try (var store = store(where); var index = index(where)) {
            var sync = sync(store, index);
            var check = new ManifestCheck(new WholeBaseApi(articles), store, Clock.systemUTC());
            for (var round = 0; round < ROUNDS; round++) {
                sync.round();
                check.check();
            }
            for (var article : articles) {
                assertThat(store.find(article.id())).contains(article);
            }
            assertThat(store.listing()).hasSize(ARTICLES);
            assertThat(index.size()).isEqualTo(ARTICLES);
            for (var n = 0; n < ARTICLES; n += 50) {
                assertThat(index.search(SearchRequest.of("единица" + n, 1)).hits().getFirst().article().id().value())
                        .isEqualTo("d-" + n);
            }
        }
    }

    private ArticleSync sync(H2ArticleStore store, LuceneArticleIndex index) {
        return new ArticleSync(new WholeBaseApi(articles), new ArticleSync.Copy(store, new IndexFollower(store, index)),
                Clock.systemUTC(), _ -> { });
    }

    private H2ArticleStore store(Path where) {
        return new H2ArticleStore(where.resolve("store"), damage -> told.add(damage.detail()));
    }

    private LuceneArticleIndex index(Path where) {
        return new LuceneArticleIndex(where.resolve("index"), (_, detail) -> told.add(detail));
    }

    private Path copied(String name) throws IOException {
        var good = folder.resolve("good");
        var copy = folder.resolve(name);
        try (var files = Files.walk(good)) {
            for (var file : files.toList()) {
                Files.copy(file, copy.resolve(good.relativize(file)));
            }
        }
        return copy;
    }

    /// Another one of the larger files each time.
    private static Path largest(Path index, int way) throws IOException {
        try (var files = Files.list(index)) {
            var large = files.filter(file -> file.toFile().length() > BLOCK).sorted().toList();
            return large.get(way % large.size());
        }
    }

    /// Noise in three blocks somewhere in the file.
    private static void overwrite(Path file, Random random) throws IOException {
        var noise = new byte[BLOCK];
        try (var open = new RandomAccessFile(file.toFile(), "rw")) {
            var blocks = open.length() / BLOCK;
            for (var block = 0; block < 3; block++) {
                random.nextBytes(noise);
                open.seek(random.nextLong(blocks) * BLOCK);
                open.write(noise);
            }
        }
    }
}
