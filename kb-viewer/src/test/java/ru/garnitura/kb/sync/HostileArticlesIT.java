package ru.garnitura.kb.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ru.garnitura.kb.TestArticles;
import ru.garnitura.kb.article.Article;
import ru.garnitura.kb.article.ArticleBody;
import ru.garnitura.kb.article.ArticleChange;
import ru.garnitura.kb.article.ArticleId;
import ru.garnitura.kb.article.Block;
import ru.garnitura.kb.index.LuceneArticleIndex;
import ru.garnitura.kb.index.SearchRequest;
import ru.garnitura.kb.store.H2ArticleStore;

/// Articles meant to harm go the whole way from the back office to a search hit, and harm nothing.
@Timeout(120)
class HostileArticlesIT {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static List<Article> hostile() {
        var row = "| " + "ячейка ".repeat(20) + "| " + "x".repeat(200) + " |\n";
        var table = "Маршрутная таблица\n\n| a | b |\n|---|---|\n" + row.repeat(5_000_000 / row.length());
        var list = IntStream.range(0, 10_000).mapToObj(n -> "- строка списка " + n).collect(Collectors.joining("\n"));
        return List.of(
                TestArticles.article("script", "Сценарий", "<script>alert('x')</script>\n\n"
                        + "<img src=x onerror=alert(1)> [нажмите](javascript:alert(1)) сценарный"),
                TestArticles.article("remote", "Удалённый рисунок", "![слежка](https://tracker.example/p.png)"),
                TestArticles.article("table", "Огромная таблица", table),
                TestArticles.article("list", "Огромный список", list),
                TestArticles.article("broken", "Ломаная разметка", "```\n| a |\n> > > [x](\n**_~~`<![CDATA[ \u0000\uFFFF\uD800 разметочный"),
                TestArticles.article("deep", "Глубокая вложенность", "> ".repeat(20_000) + "глубина"),
                TestArticles.article("word", "Длинное слово", "а".repeat(900_000)));
    }

    @Test
    void theyAreKeptAndFoundAndTheRestIsStillServed() {
        var api = new ScriptedKbApi().answer(ScriptedKbApi.page("c1", TestArticles.changes()),
                ScriptedKbApi.page("c2", hostile().stream().<ArticleChange>map(ArticleChange.Put::new).toList()));
        try (var store = new H2ArticleStore(folder.resolve("store"), _ -> { });
                var index = new LuceneArticleIndex(folder.resolve("index"))) {
            var sync = new ArticleSync(api, new ArticleSync.Copy(store, new IndexFollower(store, index)),
                    Clock.systemUTC(), _ -> { });
            sync.round();

            assertThat(sync.round()).isEqualTo(new SyncOutcome.UpToDate(7));

            assertThat(found(index, "маршрутная")).containsExactly("table");
            assertThat(found(index, "сценарный")).containsExactly("script");
            assertThat(found(index, "разметочный")).containsExactly("broken");
            assertThat(found(index, "роуминг за границей")).startsWith("t-8");
            assertThat(store.find(new ArticleId("table")).orElseThrow().text().isCut()).isTrue();
        }
    }

    private static List<String> found(LuceneArticleIndex index, String words) {
        return index.search(SearchRequest.of(words, 5)).hits().stream().map(hit -> hit.article().id().value()).toList();
    }

    @Test
    void nothingOfThemIsMoreThanWords() {
        for (var article : hostile()) {
            var body = ArticleBody.of(article.text());

            assertThat(body.blocks()).noneMatch(block -> block instanceof Block.Picture)
                    .hasSizeLessThanOrEqualTo(12_001);
        }
    }
}
