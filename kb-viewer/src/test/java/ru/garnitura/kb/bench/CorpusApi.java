package ru.garnitura.kb.bench;

import java.io.OutputStream;
import ru.garnitura.kb.article.ArticleChange;
import ru.garnitura.kb.sync.KbApi;

/// A corpus as a back office that never changes.
record CorpusApi(BenchCorpus corpus) implements KbApi {

    @Override
    public ChangesOutcome changes(ChangesRequest request) {
        var from = request.cursor() == null ? 0 : Integer.parseInt(request.cursor());
        var all = corpus.articles();
        var to = Math.min(all.size(), from + request.limit());
        return from == all.size() ? new NotModified() : new ChangePage("bench",
                all.subList(from, to).stream().<ArticleChange>map(ArticleChange.Put::new).toList(), Integer.toString(to),
                to < all.size(), all.size());
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
