package ru.garnitura.kb.sync;

import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import ru.garnitura.kb.article.Article;
import ru.garnitura.kb.article.ArticleChange;

/// A base that does not change: a snapshot in one page for who has none, and nothing new for who has it.
final class WholeBaseApi implements KbApi {

    private static final String CURSOR = "c1";

    private final List<Article> articles;

    WholeBaseApi(List<Article> articles) {
        this.articles = List.copyOf(articles);
    }

    @Override
    public ChangesOutcome changes(ChangesRequest request) {
        return Objects.equals(request.cursor(), CURSOR) ? new NotModified()
                : new ChangePage("e1", articles.stream().<ArticleChange>map(ArticleChange.Put::new).toList(), CURSOR, false,
                        articles.size());
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
