package ru.garnitura.kb.sync;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ru.garnitura.kb.article.ArticleChange;

/// A back office that answers as told; when it has nothing more to say, nothing has changed.
public final class ScriptedKbApi implements KbApi {

    private final Deque<ChangesOutcome> answers = new ArrayDeque<>();
    private final List<ChangesRequest> requests = new ArrayList<>();
    private final Map<String, byte[]> blobs = new HashMap<>();
    private ManifestOutcome manifest = new Unreachable("no manifest in this script", null);
    private int manifestsAsked;

    /// What is answered to questions for the manifest; without it the back office has none.
    public synchronized ScriptedKbApi manifest(ManifestOutcome outcome) {
        manifest = outcome;
        return this;
    }

    public synchronized int manifestsAsked() {
        return manifestsAsked;
    }

    public synchronized ScriptedKbApi answer(ChangesOutcome... outcomes) {
        answers.addAll(List.of(outcomes));
        return this;
    }

    public ScriptedKbApi blob(String sha256, byte[] bytes) {
        blobs.put(sha256, bytes.clone());
        return this;
    }

    /// A page of the epoch `e1`, the last of its round.
    public static ChangePage page(String next, List<ArticleChange> changes) {
        return new ChangePage("e1", changes, next, false, changes.size());
    }

    public synchronized List<ChangesRequest> requests() {
        return List.copyOf(requests);
    }

    @Override
    public synchronized ChangesOutcome changes(ChangesRequest request) {
        requests.add(request);
        var answer = answers.poll();
        return answer == null ? new NotModified() : answer;
    }

    @Override
    public BlobOutcome blob(String sha256, long offset, OutputStream sink) {
        var bytes = blobs.get(sha256);
        if (bytes == null) {
            return new Rejected(Rejection.NOT_FOUND, sha256);
        }
        try {
            sink.write(bytes, (int) offset, bytes.length - (int) offset);
            return new BlobReceived(bytes.length - offset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized ManifestOutcome manifest() {
        manifestsAsked++;
        return manifest;
    }
}
