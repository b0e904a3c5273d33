package ru.garnitura.kb.sync;

import java.io.OutputStream;
import java.util.stream.IntStream;
import ru.garnitura.kb.TestArticles;
import ru.garnitura.kb.article.ArticleChange;

/// A base of pages that are the same each time they are asked for: page N puts articles N*10 to N*10+9.
final class EndlessKbApi implements KbApi {

    static final int PAGE = 10;
    /// Pages until nothing more is ready.
    static final int ROUND = 5;

    @Override
    public ChangesOutcome changes(ChangesRequest request) {
        var page = request.cursor() == null ? 0 : Integer.parseInt(request.cursor());
        var changes = IntStream.range(page * PAGE, (page + 1) * PAGE)
                .<ArticleChange>mapToObj(n -> new ArticleChange.Put(
                        TestArticles.article("k-" + n, "Статья номер " + n, "Текст статьи " + n)))
                .toList();
        return new ChangePage("e1", changes, Integer.toString(page + 1), page % ROUND != ROUND - 1, -1);
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
