package ru.garnitura.kb.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.garnitura.kb.TestArticles;
import ru.garnitura.kb.article.ArticleChange;
import ru.garnitura.kb.article.Section;
import ru.garnitura.kb.index.Understanding.Cause;

/// What operators type, by kind, on small texts of our own.
class SearchTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static LuceneArticleIndex index;

    @BeforeAll
    static void fill() {
        index = new LuceneArticleIndex(folder);
        index.apply(TestArticles.changes(), new IndexMark("s", 1), true);
    }

    @AfterAll
    static void close() {
        index.close();
    }

    private static SearchAnswer search(String typed) {
        return index.search(SearchRequest.of(typed, 10));
    }

    private static String first(String typed) {
        var hits = search(typed).hits();
        return hits.isEmpty() ? "" : hits.getFirst().article().id().value();
    }

    private static List<String> ids(SearchAnswer answer) {
        return answer.hits().stream().map(hit -> hit.article().id().value()).toList();
    }

    @ParameterizedTest
    @CsvSource({"переоформлять на несовершеннолетних, t-1", "переоформить несовершеннолетнему, t-1",
        "владельцы по наследству, t-3", "отключить подписку, t-6", "заблокировать номер, t-7",
        "авариями на линиях, t-5", "настроить esim, t-12", "перенести номер, t-11", "роуминга за границу, t-8"})
    void everyFormOfAWordFinds(String typed, String expected) {
        assertThat(first(typed)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"счёте, счете", "зелёный, зеленый", "ещё платёж, еще платеж"})
    void yoAndYeAreOneLetter(String with, String without) {
        assertThat(ids(search(with))).isEqualTo(ids(search(without))).isNotEmpty();
    }

    @Test
    void composedAndDecomposedLettersAreOne() {
        assertThat(first("семеи\u0306ныи\u0306")).isEqualTo("t-9");
    }

    @ParameterizedTest
    @CsvSource({"nfhba, t-9, тариф", "gthtjajhvktybt, t-1, переоформление", "hjevbyu, t-8, роуминг",
        "'cvtyf dkfltkmwf', t-3, смена владельца", "куыуе, t-12, reset", "',kjrbhjdrf', t-7, блокировка",
        "'j,tofyysq', t-10, обещанный"})
    void theOtherLayoutIsUnderstood(String typed, String expected, String reading) {
        var answer = search(typed);

        assertThat(ids(answer)).startsWith(expected);
        assertThat(answer.understanding().reading()).isEqualTo(reading);
        assertThat(answer.understanding().because()).containsExactly(Cause.LAYOUT);
    }

    @Test
    void theOtherLayoutIsUnderstoodWhileTyping() {
        assertThat(search("nfhb").understanding().reading()).isEqualTo("тари");
        assertThat(first("gthtjajhv")).isEqualTo("t-1");
    }

    @ParameterizedTest
    @CsvSource({"перофрмление, t-1", "раутер, t-4", "блакировка, t-7", "подпизки, t-6", "обищаный платеж, t-10",
        "насследство, t-3", "роумнг, t-8"})
    void mistypedWordsAreMended(String typed, String expected) {
        var answer = search(typed);

        assertThat(ids(answer)).startsWith(expected);
        assertThat(answer.understanding().because()).contains(Cause.SPELLING);
    }

    @Test
    void aMistypedWordInTheOtherLayoutIsMendedToo() {
        assertThat(first("hjevbu")).isEqualTo("t-8");
    }

    @ParameterizedTest
    @CsvSource({"украли телефон, t-7", "снимают деньги, t-6", "вайфай, t-4", "деньги в долг, t-10",
        "виртуальная симка, t-12", "когда починят, t-5"})
    void customersWordsFind(String typed, String expected) {
        assertThat(first(typed)).isEqualTo(expected);
    }

    @Test
    void wordsAreFoundBeforeTheyAreFinished() {
        assertThat(first("переоф")).isEqualTo("t-1");
        assertThat(first("обещанный плат")).isEqualTo("t-10");
        assertThat(search("роу").understanding().isAsTyped()).isTrue();
    }

    @Test
    void wordsInQuotesHaveToStandTogether() {
        assertThat(ids(search("\"пакет роуминга\""))).containsExactly("t-8");
        assertThat(ids(search("«нового владельца»"))).contains("t-1", "t-2").doesNotContain("t-3");
        assertThat(ids(search("\"роуминга пакет\""))).isEmpty();
    }

    @Test
    void aSectionNarrowsTheSearch() {
        var within = new SearchRequest("номер", Section.of("Договоры"), List.of(), 10);

        assertThat(ids(index.search(within))).isNotEmpty().allMatch(List.of("t-1", "t-2", "t-3", "t-11")::contains);
    }

    @Test
    void aTagNarrowsTheSearch() {
        var tagged = new SearchRequest("номер", Section.ROOT, List.of("утеря"), 10);

        assertThat(ids(index.search(tagged))).containsExactly("t-7");
    }

    @Test
    void onlyAsManyHitsAreReadAsPassagesAreWanted() {
        var whole = search("номер").hits();
        var hits = index.search(new SearchRequest("номер", Section.ROOT, List.of(), 10, 2)).hits();

        assertThat(hits).extracting(hit -> hit.article().id()).isEqualTo(whole.stream().map(hit -> hit.article().id()).toList());
        assertThat(hits).extracting(hit -> hit.why().tags()).isEqualTo(whole.stream().map(hit -> hit.why().tags()).toList());
        assertThat(hits.subList(0, 2)).isEqualTo(whole.subList(0, 2));
        assertThat(hits.subList(2, hits.size())).isNotEmpty().noneMatch(SearchHit::isRead)
                .allMatch(hit -> hit.snippet().pieces().isEmpty());
    }

    @Test
    void foundWordsAreMarkedAndTheirPassageIsNamed() {
        var hit = search("согласие родителя").hits().getFirst();

        assertThat(hit.snippet().pieces()).filteredOn(Marked.Piece::found).extracting(Marked.Piece::text)
                .contains("согласия", "родителя");
        assertThat(hit.block()).isZero();
        assertThat(search("бонусы").hits().getFirst().block()).isEqualTo(4);
    }

    @Test
    void aConversationSuggestsItsArticle() {
        var conversation = "Здравствуйте, у меня дома пропал интернет, на роутере горит красный индикатор, что делать";

        assertThat(index.suggest(conversation, 3).getFirst().article().id().value()).isEqualTo("t-4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Все это у меня дома, пропал интернет, роутер горит красным, что мне теперь делать",
        "интернет пропал, а роутер красный! Это уже не первый раз, всегда так, ну когда же будет всё хорошо"})
    void smallTalkIsNoReason(String conversation) {
        var hit = index.suggest(conversation, 3).getFirst();

        assertThat(hit.article().id().value()).isEqualTo("t-4");
        assertThat(hit.why().because()).contains("интернет", "роутер").doesNotContain("все", "это", "мне", "теперь",
                "уже", "раз", "так", "всегда", "когда", "будет", "хорошо", "меня");
    }

    @ParameterizedTest
    @ValueSource(strings = {"все это", "ну вот, опять всё то же самое", "нет, никогда, ничего себе", "there is no such with this"})
    void smallTalkAloneSuggestsNothing(String conversation) {
        assertThat(index.suggest(conversation, 3)).isEmpty();
    }

    @Test
    void whatEveryArticleSaysAndNoTitleNamesIsNoReason(@TempDir Path other) {
        var articles = IntStream.range(0, 30).mapToObj(n -> TestArticles.article("x-" + n, "Антенна " + n,
                "Оператор проверяет сигнал." + (n == 7 ? " Обрыв кабеля на чердаке." : ""))).toList();
        try (var bigger = new LuceneArticleIndex(other)) {
            bigger.apply(articles.stream().<ArticleChange>map(ArticleChange.Put::new).toList(), new IndexMark("s", 1), true);

            assertThat(bigger.suggest("оператор проверяет", 3)).isEmpty();
            var hit = bigger.suggest("оператор проверяет антенну, обрыв кабеля", 3).getFirst();
            assertThat(hit.article().id().value()).isEqualTo("x-7");
            assertThat(hit.why().because()).containsExactlyInAnyOrder("антенну", "обрыв", "кабеля");
        }
    }

    @ParameterizedTest
    @CsvSource({"''", "'   '", "'\"'", "'\"\"'", "'***'", "'() AND OR NOT'", "'[[[['", "'\u0301'", "'a:b^5~'"})
    void noInputBreaksTheSearch(String typed) {
        assertThat(search(typed).hits()).isNotNull();
    }

    @Test
    void aVeryLongInputIsAnswered() {
        assertThat(search("переоформление ".repeat(10_000)).hits()).isNotEmpty();
        assertThat(search("п".repeat(100_000)).hits()).isNotNull();
    }
}
