package ru.garnitura.kb.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ru.garnitura.kb.article.Article;
import ru.garnitura.kb.article.ArticleId;
import ru.garnitura.kb.article.ArticleText;
import ru.garnitura.kb.article.Labels;
import ru.garnitura.kb.article.Provenance;
import ru.garnitura.kb.article.Revision;
import ru.garnitura.kb.article.Section;

/// Articles as editors keep them: a Markdown file each, `key: value` lines between two lines of dashes on top.
final class MarkdownFolder {

    private MarkdownFolder() {
    }

    static List<Article> read(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".md")).sorted().map(MarkdownFolder::article).toList();
        }
    }

    private static Article article(Path file) {
        try {
            var parts = Files.readString(file).split("(?m)^---\\s*$", 3);
            Map<String, String> head = new HashMap<>();
            parts[1].lines().filter(line -> line.contains(":")).forEach(line -> head.put(
                    line.substring(0, line.indexOf(':')).strip(), line.substring(line.indexOf(':') + 1).strip()));
            var title = value(head, "title").replaceAll("^\"|\"$", "");
            var section = new Section(List.of(value(head, "section").split(" / ", -1)));
            return new Article(new ArticleId(value(head, "id")), new Revision("1"),
                    new ArticleText(title, section, "ru", parts[2].strip(), List.of()),
                    new Labels(list(value(head, "tags")), list(value(head, "synonyms")), false), Provenance.UNKNOWN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String value(Map<String, String> head, String key) {
        return head.getOrDefault(key, "");
    }

    private static List<String> list(String value) {
        return Stream.of(value.replaceAll("^\\[|\\]$", "").split(",", -1)).map(String::strip)
                .filter(entry -> !entry.isEmpty()).toList();
    }
}
