package ru.garnitura.backoffice.exchange;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ru.garnitura.backoffice.blobs.Blobs;
import ru.garnitura.backoffice.kb.Article;
import ru.garnitura.backoffice.kb.Revisions;
import ru.garnitura.backoffice.store.Store;

/// Writes every live article out: as a folder or zip with its attachments, or as JSON lines (texts alone).
public final class Exports {
    static final String ARTICLES = "articles";
    static final String ATTACHMENTS = "attachments";
    private final Store store;
    private final Blobs blobs;

    public Exports(Store store, Blobs blobs) {
        this.store = store;
        this.blobs = blobs;
    }

    /// @param place a `.zip`, a `.jsonl`, or a folder to be made
    /// @return how many articles were written
    /// @throws IOException where the place can't be written
    public int to(Path place) throws IOException {
        String name = place.toString();
        if (name.endsWith(".zip")) {
            Files.deleteIfExists(place);
            try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + place.toUri()), Map.of("create", "true"))) {
                return folder(zip.getPath("/"));
            }
        }
        return name.endsWith(".jsonl") ? lines(place) : folder(Files.createDirectories(place));
    }

    private int folder(Path root) throws IOException {
        Path articles = Files.createDirectories(root.resolve(ARTICLES));
        Path attachments = Files.createDirectories(root.resolve(ATTACHMENTS));
        int written = 0;
        for (String id : ids()) {
            Optional<Article> article = article(id);
            if (article.isPresent()) {
                Files.writeString(articles.resolve(id + ".md"), new ArticleFile(id, article.get()).text());
                for (Article.Attachment one : article.get().attachments()) {
                    copy(one.sha256(), attachments.resolve(one.sha256()));
                }
                written++;
            }
        }
        return written;
    }

    private void copy(String hash, Path target) throws IOException {
        if (blobs.find(hash).isPresent() && !Files.exists(target)) {
            try (InputStream in = blobs.open(hash, 0)) {
                Files.copy(in, target);
            }
        }
    }

    private int lines(Path file) throws IOException {
        int written = 0;
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (String id : ids()) {
                Optional<Article> article = article(id);
                if (article.isPresent()) {
                    out.write(JsonLines.text(id, article.get()));
                    written++;
                }
            }
        }
        return written;
    }

    private List<String> ids() {
        return store.read(tx ->
                tx.list(row -> row.text("id"), "SELECT id FROM article WHERE deleted = FALSE ORDER BY id"));
    }

    private Optional<Article> article(String id) {
        return store.read(tx -> Revisions.current(tx, id))
                .filter(one -> one.op().equals("put"))
                .map(Revisions.Revision::article);
    }
}
