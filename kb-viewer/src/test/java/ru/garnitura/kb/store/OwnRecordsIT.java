package ru.garnitura.kb.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.garnitura.kb.TestArticles;
import ru.garnitura.kb.article.ArticleChange;
import ru.garnitura.kb.article.ArticleId;
import ru.garnitura.kb.article.Checkpoint;
import ru.garnitura.kb.article.KbException;
import ru.garnitura.kb.article.Revision;

class OwnRecordsIT {

    private static final Instant NOW = Instant.parse("2026-11-22T11:02:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final List<Damage> damages = new ArrayList<>();

    private OwnRecords open() {
        return new OwnRecords(folder.resolve("own"), damages::add);
    }

    @Test
    void whatWasReadMarkedConfirmedAndPinnedIsThereAfterARestart() {
        try (var own = open()) {
            var reading = own.reading();
            reading.opened(TestArticles.all().get(1), NOW);
            reading.opened(TestArticles.all().get(4), NOW.plusSeconds(5));
            reading.favourite(new ArticleId("t-2"), true);
            reading.favourite(new ArticleId("t-3"), true);
            reading.favourite(new ArticleId("t-3"), false);
            reading.acknowledged(new ArticleId("t-7"), new Revision("r1"), NOW);
            reading.pin("Роуминг", new ArticleId("t-8"), true);
            reading.prefer("text.size", "2");
        }
        try (var own = open()) {
            var reading = own.reading();
            assertThat(reading.recents(5)).extracting(ArticleId::value).containsExactly("t-5", "t-2");
            assertThat(reading.favourites()).extracting(ArticleId::value).containsExactly("t-2");
            assertThat(reading.lastRead(new ArticleId("t-2"))).isPresent();
            assertThat(reading.acknowledgements()).isEqualTo(Map.of(new ArticleId("t-7"), new Revision("r1")));
            assertThat(reading.pins("Роуминг")).containsExactly(new ArticleId("t-8"));
            assertThat(reading.preference("text.size")).contains("2");
        }
    }

    @Test
    void theTextReadBeforeIsKeptUntilAThirdRevisionIsRead() {
        var article = TestArticles.all().getFirst();
        try (var own = open()) {
            var reading = own.reading();
            reading.opened(article, NOW);
            reading.opened(TestArticles.revised(article, "r2", "второй текст"), NOW);
            reading.opened(TestArticles.revised(article, "r2", "второй текст"), NOW);

            var last = reading.lastRead(article.id()).orElseThrow();
            assertThat(last.body()).isEqualTo("второй текст");
            assertThat(last.before()).isEqualTo(article.text().body());
        }
    }

    @Test
    void favouritesStayWhenTheCopyOfTheBaseIsDamaged() throws IOException {
        try (var own = open(); var store = new H2ArticleStore(folder.resolve("store"), damages::add)) {
            store.apply(new Page(TestArticles.changes(), new Checkpoint("e1", "c1"), true, NOW));
            own.reading().favourite(new ArticleId("t-2"), true);
        }
        var bytes = "not a database at all".repeat(2_000).getBytes(StandardCharsets.UTF_8);
        Files.write(folder.resolve("store").resolve("kb.mv.db"), bytes);

        try (var own = open(); var store = new H2ArticleStore(folder.resolve("store"), damages::add)) {
            assertThat(store.titles()).isEmpty();
            assertThat(own.reading().favourites()).containsExactly(new ArticleId("t-2"));
        }
        assertThat(damages).hasSize(1);
    }

    @Test
    void damagedRecordsAreSetAsideAndBegunAnew() throws IOException {
        try (var own = open()) {
            own.reading().favourite(new ArticleId("t-2"), true);
        }
        Files.write(folder.resolve("own").resolve("own.mv.db"),
                "not a database at all".repeat(2_000).getBytes(StandardCharsets.UTF_8));

        try (var own = open()) {
            assertThat(own.reading().favourites()).isEmpty();
        }
        assertThat(damages).hasSize(1);
    }

    @Test
    void searchesAreCountedAndTheOldestForgotten() {
        try (var own = open()) {
            var searches = own.searches();
            searches.searched("роуминг", NOW);
            searches.searched("роуминг", NOW.plusSeconds(1));
            for (var n = 0; n < 210; n++) {
                searches.searched("тариф " + n, NOW.plusSeconds(2 + n));
            }
            searches.searched("x".repeat(101), NOW.plusSeconds(900));

            assertThat(searches.recent(2)).containsExactly("тариф 209", "тариф 208");
            assertThat(searches.recent(500)).hasSize(200);
            assertThat(searches.frequent(5)).isEmpty();
        }
    }

    @Test
    void closedRecordsSaySo() {
        var own = open();
        own.close();

        assertThatThrownBy(() -> own.reading().favourites()).isInstanceOf(KbException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void choicesAreCountedBySubject() {
        try (var own = open()) {
            own.searches().chosen("номер смена", new ArticleId("a"), NOW);
            own.searches().chosen("номер смена", new ArticleId("a"), NOW);
            own.searches().chosen("другое", new ArticleId("b"), NOW);

            assertThat(own.searches().choices("номер смена")).isEqualTo(Map.of(new ArticleId("a"), 2));
        }
    }
}
