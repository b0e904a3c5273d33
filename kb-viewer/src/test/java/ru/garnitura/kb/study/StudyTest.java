package ru.garnitura.kb.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.garnitura.kb.TestArticles;
import ru.garnitura.kb.article.ArticleId;
import ru.garnitura.kb.article.ArticleTitle;
import ru.garnitura.kb.article.Section;

class StudyTest {

    private static final ArticleId ONE = new ArticleId("a-1");
    private static final ArticleId TWO = new ArticleId("a-2");
    private static final ArticleId THREE = new ArticleId("a-3");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @ParameterizedTest
    @CsvSource({"0, 0, 100", "10, 0, 100", "11, 0, 98", "40, 0, 40", "40, 2, 20", "3600, 0, 10", "5, 30, 10"})
    void pointsFallWithTimeAndWrongArticles(long seconds, int wrong, int points) {
        Drill drill = Drill.begin(List.of(new DrillPrompt("слова", Set.of(ONE))), 1_000);
        for (int i = 0; i < wrong; i++) {
            drill = drill.opened(TWO, 2_000);
        }
        drill = drill.opened(ONE, 1_000 + TimeUnit.SECONDS.toNanos(seconds));
        assertThat(drill.isOver()).isTrue();
        assertThat(drill.points()).isEqualTo(points);
    }

    @Test
    void eachPromptHasItsOwnClockAndItsOwnMistakes() {
        var prompts = List.of(new DrillPrompt("а", Set.of(ONE, THREE)), new DrillPrompt("б", Set.of(TWO)), new DrillPrompt("в", Set.of(TWO)));
        Drill drill = Drill.begin(prompts, 0).opened(TWO, 1).opened(THREE, TimeUnit.SECONDS.toNanos(5))
                .opened(TWO, TimeUnit.SECONDS.toNanos(9)).skipped(TimeUnit.SECONDS.toNanos(12));
        assertThat(drill.answers()).extracting(Drill.Answer::points).containsExactly(90, 100, 0);
        assertThat(drill.found()).isEqualTo(2);
        assertThat(drill.percent()).isEqualTo(63);
        assertThat(drill.opened(ONE, 1).skipped(2)).isEqualTo(drill);
    }

    @Test
    void aPromptsWordsAreAnsweredByEachArticleThatHasThem() {
        var articles = TestArticles.all();
        List<DrillPrompt> prompts = DrillPrompts.of(articles, 10, new Random(1));
        assertThat(prompts).isNotEmpty().allSatisfy(prompt -> assertThat(articles.stream()
                .filter(article -> article.labels().synonyms().stream().anyMatch(prompt.words()::equalsIgnoreCase))
                .map(article -> article.id())).isNotEmpty().allMatch(prompt.right()::contains));
        assertThat(DrillPrompts.of(articles, 2, new Random(1))).hasSize(2);
        assertThat(DrillPrompts.of(List.of(TestArticles.article("x", "без синонимов", "т")), 5, new Random(1))).isEmpty();
    }

    @Test
    void anAnswerIsShownBeforeTheNextQuestionAndCountsOnce() {
        Quiz quiz = Quiz.begin(List.of(question(ONE, 1)), 10, new Random(1));
        Quiz answered = quiz.answered(0).answered(1);
        assertThat(answered.given()).containsExactly(0);
        assertThat(answered.isOver()).isFalse();
        assertThat(answered.next().isOver()).isTrue();
        assertThat(answered.next().right()).isZero();
        assertThat(quiz.answered(7)).isEqualTo(quiz);
        assertThat(quiz.answered(1).next().percent()).isEqualTo(100);
        assertThat(Quiz.begin(List.of(question(ONE, 0), question(TWO, 0), question(THREE, 0)), 2, new Random(1)).questions())
                .hasSize(2).doesNotHaveDuplicates();
        assertThatThrownBy(() -> new QuizQuestion(ONE, "т", List.of("одно"), 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatWentWrongIsToBeRepeatedUntilItGoesRight() {
        Drill skipped = Drill.begin(List.of(new DrillPrompt("а", Set.of(ONE))), 0).skipped(1);
        StudyRecord record = StudyRecord.NOTHING.with(skipped);
        assertThat(record.repeat()).containsExactly(ONE);
        record = record.with(Quiz.begin(List.of(question(TWO, 0)), 1, new Random(1)).answered(1).next());
        assertThat(record.repeat()).containsExactlyInAnyOrder(ONE, TWO);
        record = record.with(Drill.begin(List.of(new DrillPrompt("а", Set.of(ONE))), 0).opened(ONE, 1));
        record = record.with(Quiz.begin(List.of(question(TWO, 0)), 1, new Random(1)).answered(0).next());
        assertThat(record).isEqualTo(new StudyRecord(100, 100, 100, 100, Set.of()));
        assertThat(record.with(skipped).bestDrill()).isEqualTo(100);
        assertThat(record.with(skipped).lastDrill()).isZero();
    }

    @Test
    void aRecordOutlivesARestartAndADamagedOneBeginsAnew() throws IOException {
        Path file = folder.resolve("new").resolve("study.properties");
        var record = new StudyRecord(70, 50, -1, -1, Set.of(ONE, new ArticleId("б в")));
        assertThat(new StudyRecordFile(file).read()).isEqualTo(StudyRecord.NOTHING);
        new StudyRecordFile(file).write(record);
        assertThat(new StudyRecordFile(file).read()).isEqualTo(record);
        Files.writeString(file, "drill.best=many\n");
        assertThat(new StudyRecordFile(file).read()).isEqualTo(StudyRecord.NOTHING);
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe});
        assertThat(new StudyRecordFile(file).read()).isEqualTo(StudyRecord.NOTHING);
    }

    @Test
    void thePlanCountsEachArticleOnceAndPutsWhatMattersFirst() {
        var titles = List.of(new ArticleTitle(ONE, "А", Section.of("Тарифы", "Роуминг"), true),
                new ArticleTitle(TWO, "Б", Section.of("Тарифы"), false), new ArticleTitle(THREE, "В", Section.ROOT, false));
        StudyPlan plan = StudyPlan.of(titles, Set.of(ONE, new ArticleId("gone")), Set.of(TWO));
        assertThat(plan.collections()).extracting(StudyCollection::kind).containsExactly(StudyCollection.Kind.MUST_READ,
                StudyCollection.Kind.REPEAT, StudyCollection.Kind.SECTION, StudyCollection.Kind.SECTION);
        assertThat(plan.collections().get(2).read(plan.read())).isEqualTo(1);
        assertThat(plan.total()).isEqualTo(3);
        assertThat(plan.readCount()).isEqualTo(1);
    }

    private static QuizQuestion question(ArticleId article, int right) {
        return new QuizQuestion(article, "Что?", List.of("да", "нет"), right);
    }
}
