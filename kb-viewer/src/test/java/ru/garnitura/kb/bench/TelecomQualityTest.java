package ru.garnitura.kb.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.garnitura.kb.article.ArticleChange;
import ru.garnitura.kb.index.IndexMark;
import ru.garnitura.kb.index.LuceneArticleIndex;
import ru.garnitura.kb.index.SearchRequest;

/// A second corpus, of the demonstration base, with queries of the published classes judged by their titles before they
/// were run: the level has to hold here too, with and without the editors' synonyms.
class TelecomQualityTest {

    private static final Path BASE = Path.of("..", "back-office", "src", "main", "resources", "seed", "kb");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private List<Integer> ranks(BenchCorpus corpus) throws IOException, URISyntaxException {
        var file = Objects.requireNonNull(TelecomQualityTest.class.getResource("telecom.queries.tsv")).toURI();
        try (var index = new LuceneArticleIndex(folder.resolve("index"))) {
            index.apply(corpus.articles().stream().<ArticleChange>map(ArticleChange.Put::new).toList(),
                    new IndexMark("s", 1), true);
            var ranks = new ArrayList<Integer>();
            for (var query : JudgedQuery.read(Path.of(file))) {
                var hits = index.search(SearchRequest.of(query.words(), 10)).hits();
                var rank = query.rankIn(hits.stream().map(hit -> hit.article().id().value()).toList());
                ranks.add(rank);
            }
            return ranks;
        }
    }

    @Test
    void theLevelHoldsWithEditorsSynonyms() throws IOException, URISyntaxException {
        var quality = Quality.of(ranks(BenchCorpus.read(BASE, 1)));
        assertThat(quality.mrr()).isGreaterThanOrEqualTo(0.74);
        assertThat(quality.hit()).isGreaterThanOrEqualTo(0.85);
    }

    @Test
    void theLevelHoldsWithoutThem() throws IOException, URISyntaxException {
        var quality = Quality.of(ranks(BenchCorpus.read(BASE, 1).withoutNames()));
        assertThat(quality.mrr()).isGreaterThanOrEqualTo(0.74);
        assertThat(quality.hit()).isGreaterThanOrEqualTo(0.85);
    }
}
