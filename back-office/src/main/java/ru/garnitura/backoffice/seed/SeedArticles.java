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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import ru.garnitura.backoffice.kb.Article;
import ru.garnitura.backoffice.kb.Articles;
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
                FrontMatter matter = FrontMatter.parse(Files.readString(file));
                articles.put(matter.field("id"), article(matter));
            } catch (IllegalArgumentException e) {
                throw new IOException(file.getFileName() + ": " + e.getMessage(), e);
            }
        }
        return articles;
    }

    private static Article article(FrontMatter matter) {
        return new Article(
                matter.field("title"),
                Arrays.stream(matter.field("section").split(" / ", -1)).map(String::strip).toList(),
                "ru",
                matter.body(),
                matter.list("tags"),
                matter.list("synonyms"),
                matter.field("unit"),
                matter.field("author"),
                LocalDate.parse(matter.field("verified")),
                LocalDate.parse(matter.field("expires")),
                Boolean.parseBoolean(matter.field("mustRead")),
                List.of());
    }

    static void plant(Tx tx) throws IOException {
        for (Map.Entry<String, Article> entry : read().entrySet()) {
            LocalDate verified = entry.getValue().verifiedAt();
            Articles.write(
                    tx,
                    entry.getKey(),
                    entry.getValue(),
                    (verified == null ? LocalDate.EPOCH : verified).atTime(9, 0).toInstant(ZoneOffset.UTC));
        }
    }
}
