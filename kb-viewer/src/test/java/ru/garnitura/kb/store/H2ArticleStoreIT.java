package ru.garnitura.kb.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.garnitura.kb.TestArticles;
import ru.garnitura.kb.article.ArticleChange;
import ru.garnitura.kb.article.ArticleId;
import ru.garnitura.kb.article.Attachment;
import ru.garnitura.kb.article.Checkpoint;
import ru.garnitura.kb.article.KbException;

class H2ArticleStoreIT {

    private static final Instant NOW = Instant.parse("2026-11-22T11:02:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final List<Damage> damages = new ArrayList<>();

    private H2ArticleStore open() {
        return new H2ArticleStore(folder, damages::add);
    }

    private static Page page(String cursor, List<ArticleChange> changes) {
        return new Page(changes, new Checkpoint("e1", cursor), true, NOW);
    }

    @Test
    void anArticleComesBackAsItWas() {
        var article = TestArticles.all().getFirst();
        try (var store = open()) {
            store.apply(page("c1", TestArticles.changes()));

            assertThat(store.find(article.id())).contains(article);
            assertThat(store.titles()).hasSize(12);
        }
    }

    @Test
    void aPageThatFailsHalfWayLeavesNothing() {
        try (var store = open()) {
            store.apply(page("c1", TestArticles.changes().subList(0, 3)));
            var tooLong = new Page(TestArticles.changes(), new Checkpoint("e1", "c".repeat(3_000)), true, NOW);

            assertThatThrownBy(() -> store.apply(tooLong)).isInstanceOf(KbException.class);

            assertThat(store.titles()).hasSize(3);
            assertThat(store.state().resume()).isEqualTo(new Checkpoint("e1", "c1"));
        }
    }

    @Test
    void theNumberOfArticlesIsKeptWithEachPage() {
        var first = TestArticles.all().getFirst();
        var twice = new ArticleChange.Put(TestArticles.revised(first, "r2", "another"));
        var gone = new ArticleChange.Withdrawal(new ArticleId("t-3"));
        try (var store = open()) {
            store.apply(page("c1", TestArticles.changes()));
            store.apply(page("c2", List.of(twice, twice, gone, gone, new ArticleChange.Withdrawal(new ArticleId("x")))));

            assertThat(store.state().articles()).isEqualTo(11).isEqualTo(store.listing().size());
            store.apply(page("c3", TestArticles.changes()));
            assertThat(store.state().articles()).isEqualTo(12).isEqualTo(store.listing().size());
        }
        try (var store = open()) {
            assertThat(store.state().articles()).isEqualTo(12);
        }
    }

    @Test
    void anOldSetIsSweptOnceAnotherServes() throws SQLException {
        try (var store = open()) {
            store.apply(page("c1", TestArticles.changes()));
            store.reset();
            store.apply(new Page(TestArticles.changes().subList(0, 5), new Checkpoint("e2", "c1"), false, NOW));
            assertThat(store.state().articles()).isEqualTo(12);
            assertThat(store.state().loading()).isEqualTo(5);
            store.apply(new Page(TestArticles.changes().subList(5, 7), new Checkpoint("e2", "c2"), true, NOW));
            assertThat(store.state().articles()).isEqualTo(7);
        }
        try (var connection = DriverManager.getConnection("jdbc:h2:" + folder.resolve("kb"), "kb", "");
                var rows = connection.createStatement().executeQuery("SELECT COUNT(*), COUNT(DISTINCT set_name) FROM article")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(7);
            assertThat(rows.getInt(2)).isOne();
        }
    }

    @Test
    void aReplayTellsWhatHappenedAfterAPage() {
        try (var store = open()) {
            store.apply(page("c1", TestArticles.changes()));
            var before = store.mark().orElseThrow();
            store.apply(page("c2", List.of(new ArticleChange.Withdrawal(new ArticleId("t-3")))));
            var changes = new ArrayList<ArticleChange>();

            store.replay(store.mark().orElseThrow(), before.page(), changes::add);

            assertThat(changes).containsExactly(new ArticleChange.Withdrawal(new ArticleId("t-3")));
        }
    }

    @Test
    void aDamagedFileIsSetAsideAndANewStoreBegun() throws IOException {
        try (var store = open()) {
            store.apply(page("c1", TestArticles.changes()));
        }
        Files.write(folder.resolve("kb.mv.db"), "not a database at all".repeat(2_000).getBytes(StandardCharsets.UTF_8));

        try (var store = open()) {
            assertThat(store.state().articles()).isZero();
            store.apply(page("c1", TestArticles.changes()));
            assertThat(store.titles()).hasSize(12);
        }
        assertThat(damages).hasSize(1);
        assertThat(damages.getFirst().kept().resolve("kb.mv.db")).exists();
    }

    @Test
    void anArticleThatIsNotWhatWasWrittenIsDamage() throws SQLException {
        try (var store = open()) {
            store.apply(page("c1", TestArticles.changes()));
            assertThat(store.verify()).isEqualTo(12);
        }
        change("UPDATE article SET check_sum = NULL WHERE id = 't-1'", "UPDATE article SET body = body || '.' WHERE id = 't-1'");
        try (var store = open()) {
            assertThat(store.verify()).as("kept before there were check sums").isEqualTo(12);
        }
        change("UPDATE article SET body = body || '.' WHERE id = 't-2'");
        try (var store = open()) {
            assertThatThrownBy(store::verify).isInstanceOf(KbException.class);
            assertThat(store.state().articles()).isZero();
        }
        assertThat(damages).hasSize(1);
    }

    private void change(String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:h2:" + folder.resolve("kb"), "kb", "");
                var statement = connection.createStatement()) {
            for (var one : statements) {
                statement.execute(one);
            }
        }
    }

    @Test
    void aStoreOfThePreviousSchemaServesOnAFullDisk() throws SQLException {
        try (var store = open()) {
            store.apply(page("c1", TestArticles.changes()));
        }
        try (var connection = DriverManager.getConnection("jdbc:h2:" + folder.resolve("kb"), "kb", "");
                var statement = connection.createStatement()) {
            statement.execute("ALTER TABLE replica DROP COLUMN articles");
            statement.execute("ALTER TABLE article DROP COLUMN check_sum");
            statement.execute("DROP INDEX article_list");
        }
        try (var store = new H2ArticleStore(new H2File(folder, H2ArticleStore.SCHEMA, KbDatabase::openToRead, damages::add))) {
            assertThat(store.state().articles()).isEqualTo(12);
            assertThat(store.listing()).hasSize(12);
            assertThat(store.find(new ArticleId("t-1"))).isPresent();
            assertThatThrownBy(() -> store.apply(page("c2", List.of()))).isInstanceOf(KbException.class);
            assertThat(store.titles()).hasSize(12);
        }
        try (var store = open()) {
            assertThat(store.state().articles()).isEqualTo(12);
        }
        assertThat(damages).isEmpty();
    }

    @Test
    void aFileWithoutATableIsNotDamagedOnAFullDisk() throws SQLException {
        try (var store = open()) {
            store.state();
        }
        try (var connection = DriverManager.getConnection("jdbc:h2:" + folder.resolve("kb"), "kb", "");
                var statement = connection.createStatement()) {
            statement.execute("DROP TABLE article");
        }
        try (var store = new H2ArticleStore(new H2File(folder, H2ArticleStore.SCHEMA, KbDatabase::openToRead, damages::add))) {
            assertThatThrownBy(store::titles).isInstanceOf(KbException.class);
        }
        assertThat(damages).isEmpty();
        assertThat(folder.resolve("kb.mv.db")).exists();
    }

    @Test
    void aClosedStoreSaysSo() {
        var store = open();
        store.close();

        assertThatThrownBy(store::titles).isInstanceOf(KbException.class).hasMessageContaining("closed");
    }

    @Test
    void theFingerprintIsTheDigestOfSortedIdsAndRevisions() {
        try (var store = open()) {
            store.apply(page("c1", List.of(new ArticleChange.Put(TestArticles.article("b", "B", "x")),
                    new ArticleChange.Put(TestArticles.article("a", "A", "x")))));

            assertThat(store.fingerprint()).isEqualTo(new Fingerprint(2,
                    "1daf4e7a3312c5a78bb44716cb60fe7c7abb4ea38f3443cc4351e60fa0609af7"));
        }
    }

    @Test
    void aBlobIsResumedAndChecked() throws IOException {
        var blobs = new BlobFolder(folder.resolve("blobs"));
        var file = new Attachment("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", 3, "image/png",
                "../../x.png");

        assertThat(blobs.receive(file, (_, sink) -> sink.write('a'))).isFalse();
        assertThat(blobs.find(file)).isEmpty();
        assertThat(blobs.receive(file, (offset, sink) -> {
            assertThat(offset).isEqualTo(1);
            sink.write("bc".getBytes(StandardCharsets.UTF_8));
        })).isTrue();
        assertThat(blobs.find(file).orElseThrow()).hasContent("abc").hasParent(folder.resolve("blobs"));
    }

    @Test
    void aBlobWithWrongBytesIsNotKept() {
        var blobs = new BlobFolder(folder.resolve("blobs"));
        var file = new Attachment("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", 3, "", "x");

        assertThat(blobs.receive(file, (_, sink) -> sink.write(new byte[] {1, 2, 3}))).isFalse();
        assertThat(blobs.lacks(file)).isTrue();
        assertThatThrownBy(() -> blobs.receive(file, (_, sink) -> sink.write(new byte[9])))
                .isInstanceOf(KbException.class);
    }
}
