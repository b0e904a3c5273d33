package ru.garnitura.kb.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import ru.garnitura.kb.TestArticles;

class DifferenceTest {

    private static ArticleBody body(String markdown) {
        return ArticleBody.of(TestArticles.article("x", "Статья", markdown).text());
    }

    private static String fates(Difference difference) {
        return difference.rows().stream().map(row -> row.fate().name().substring(0, 1)).collect(Collectors.joining());
    }

    @Test
    void nothingChangedIsAllKept() {
        var body = body("Один\n\n- два\n- три");

        assertThat(fates(Difference.between(body, body))).isEqualTo("KKK");
        assertThat(Difference.between(body, body).places()).isZero();
    }

    @Test
    void anAddedAndARemovedParagraphStandWhereTheyBelong() {
        var difference = Difference.between(body("Первый абзац\n\nВторой лишний\n\nТретий"),
                body("Первый абзац\n\nТретий\n\nСовсем другое дело"));

        assertThat(fates(difference)).isEqualTo("KRKA");
        assertThat(difference.rows().get(1).content().plain()).isEqualTo("Второй лишний");
        assertThat(difference.rows().get(1).block()).isEqualTo(-1);
        assertThat(difference.rows().get(3).block()).isEqualTo(2);
    }

    @Test
    void aChangedFigureIsMarkedInItsSentence() {
        var difference = Difference.between(body("Начало\n\nПлата за смену номера 300 рублей\n\nКонец"),
                body("Начало\n\nПлата за смену номера 450 рублей\n\nКонец"));

        assertThat(fates(difference)).isEqualTo("KCK");
        assertThat(difference.rows().get(1).fresh()).containsExactly("450");
        assertThat(difference.places()).isEqualTo(1);
    }

    @Test
    void everyBlockOfTodayIsShownOnceAndInOrder() {
        var before = body("a1\n\nb2\n\nc3\n\nd4");
        var now = body("d4\n\nb2\n\ne5\n\na1");

        var shown = Difference.between(before, now).rows().stream().map(Difference.Row::block).filter(at -> at >= 0);

        assertThat(shown).containsExactly(0, 1, 2, 3);
    }

    @Test
    @Timeout(20)
    void twoLongArticlesWithNothingInCommonAreComparedInTime() {
        var before = body(IntStream.range(0, 6_000).mapToObj(n -> "- before " + n).collect(Collectors.joining("\n")));
        var now = body(IntStream.range(0, 6_000).mapToObj(n -> "- now " + n).collect(Collectors.joining("\n")));
        var start = System.nanoTime();

        var rows = Difference.between(before, now).rows();

        assertThat(rows).extracting(Difference.Row::block).containsAll(List.of(0, 5_999));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }
}
