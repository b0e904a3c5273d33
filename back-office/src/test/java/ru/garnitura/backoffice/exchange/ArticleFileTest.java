package ru.garnitura.backoffice.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ru.garnitura.backoffice.kb.Article;

class ArticleFileTest {

    static Stream<Article> articles() {
        return Stream.of(
                article("Простая", List.of("Тарифы"), "Текст\n"),
                article("С \"кавычками\": и двоеточием", List.of("А / Б", "[в]"), "\n---\nтело с чертой\n---\nдальше"),
                article("---", List.of(), ""),
                article("Перевод\nстроки", List.of("a", "b", "c"), "\r\nокна\r\n"),
                new Article("Полная", List.of("Раздел"), "en", "body", List.of("a, b", "[c]"), List.of("\"d\"", "'e'"),
                        List.of(new Article.Question("Что?", List.of("да", "нет"), 1), new Article.Question("Где?", List.of(), 0)),
                        "Отдел: первый", "[Автор]", LocalDate.of(2026, 1, 2), LocalDate.of(2027, 1, 2), true, LocalDate.of(2026, 12, 1),
                        List.of(new Article.Attachment("0".repeat(64), 5, "image/png", "снимок экрана.png"))));
    }

    @ParameterizedTest
    @MethodSource("articles")
    void whatIsWrittenIsReadAgainWithoutALoss(Article article) {
        ArticleFile file = new ArticleFile("a-1", article);
        assertThat(ArticleFile.parse(FrontMatter.parse(file.text()))).isEqualTo(file);
    }

    @Test
    void aWrongFieldIsNamed() {
        assertThatThrownBy(() -> ArticleFile.parse(FrontMatter.parse("---\nid: a\ntitle: b\nverified: вчера\n---\n")))
                .hasMessageContaining("verified");
        assertThatThrownBy(() -> ArticleFile.parse(FrontMatter.parse("---\nid: a\ntitle: b\nquestions: [1]\n---\n")))
                .hasMessageContaining("questions");
    }

    private static Article article(String title, List<String> section, String body) {
        return new Article(title, section, "ru", body, List.of(), List.of(), List.of(), null, null, null, null, false, null, List.of());
    }
}
