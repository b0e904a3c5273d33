package ru.garnitura.backoffice.seed;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import ru.garnitura.backoffice.exchange.ArticleFile;
import ru.garnitura.backoffice.exchange.FrontMatter;
import ru.garnitura.backoffice.kb.Article;
import ru.garnitura.backoffice.kb.Articles;
import ru.garnitura.backoffice.kb.Edit;
import ru.garnitura.backoffice.store.Tx;

/// The articles under `seed/kb`, one Markdown file each.
public final class SeedArticles {
    private static final String FOLDER = "/seed/kb";

    private SeedArticles() {}

    /// @return articles by id, in the order of ids
    public static Map<String, Article> read() throws IOException {
        URL url = SeedArticles.class.getResource(FOLDER);
        if (url == null) {
            return Map.of();
        }
        try {
            URI uri = url.toURI();
            if (!uri.getScheme().equals("jar")) {
                return read(Path.of(uri));
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return read(jar.getPath(FOLDER));
            }
        } catch (URISyntaxException e) {
            throw new IOException("odd place of " + FOLDER, e);
        }
    }

    private static Map<String, Article> read(Path folder) throws IOException {
        var articles = new TreeMap<String, Article>();
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(".md")).toList();
        }
        for (Path file : files) {
            try {
                ArticleFile article = ArticleFile.parse(FrontMatter.parse(Files.readString(file)));
                articles.put(article.id(), article.article());
            } catch (IllegalArgumentException e) {
                throw new IOException(file.getFileName() + ": " + e.getMessage(), e);
            }
        }
        return articles;
    }

    static void plant(Tx tx) throws IOException {
        for (Map.Entry<String, Article> entry : read().entrySet()) {
            LocalDate verified = entry.getValue().verifiedAt();
            Articles.write(
                    tx,
                    entry.getKey(),
                    entry.getValue(),
                    Edit.of(null, (verified == null ? LocalDate.EPOCH : verified).atTime(9, 0).toInstant(ZoneOffset.UTC)));
        }
    }
}
