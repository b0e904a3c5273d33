package ru.garnitura.kb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import ru.garnitura.kb.article.Article;
import ru.garnitura.kb.article.ArticleChange;
import ru.garnitura.kb.article.ArticleId;
import ru.garnitura.kb.article.ArticleText;
import ru.garnitura.kb.article.Labels;
import ru.garnitura.kb.article.Provenance;
import ru.garnitura.kb.article.Revision;
import ru.garnitura.kb.article.Section;

/// Small articles in Russian, written for the tests.
public final class TestArticles {

    private TestArticles() {
    }

    public static List<Article> all() {
        try (var stream = TestArticles.class.getResourceAsStream("articles.txt")) {
            if (stream == null) {
                throw new IllegalStateException("articles.txt is missing");
            }
            var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(text.split("(?m)^=== ", -1)).filter(part -> !part.isBlank()).map(TestArticles::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<ArticleChange> changes() {
        return all().stream().<ArticleChange>map(ArticleChange.Put::new).toList();
    }

    public static Article article(String id, String title, String body) {
        return new Article(new ArticleId(id), new Revision("r1"),
                new ArticleText(title, Section.of("Разное"), "ru", body, List.of()), Labels.NONE, Provenance.UNKNOWN);
    }

    public static Article revised(Article article, String revision, String body) {
        var text = new ArticleText(article.title(), article.section(), "ru", body, List.of());
        return new Article(article.id(), new Revision(revision), text, article.labels(), article.provenance());
    }

    private static Article parse(String part) {
        var line = part.indexOf('\n');
        var head = part.substring(0, line).split(" \\| ", -1);
        var text = new ArticleText(head[1], Section.of(head[2].split(" / ", -1)), "ru", part.substring(line + 1).strip(),
                List.of());
        var labels = new Labels(List.of(head[3].split("; ", -1)), List.of(head[4].split("; ", -1)), "t-7".equals(head[0]));
        var verified = LocalDate.parse(head[5]);
        var provenance = new Provenance("Отдел абонентского обслуживания", "Вера Полякова", verified,
                verified.plusMonths(6));
        return new Article(new ArticleId(head[0]), new Revision("r1"), text, labels, provenance);
    }
}
