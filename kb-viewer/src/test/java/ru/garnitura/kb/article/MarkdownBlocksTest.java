package ru.garnitura.kb.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownBlocksTest {

    private static final String DIGEST = "ab".repeat(32);

    private static List<Block> read(String markdown) {
        return new MarkdownBlocks(List.of(new Attachment(DIGEST, 10, "image/png", "схема.png"))).read(markdown).blocks();
    }

    @Test
    void headingsGetAnchorsAndListsBecomeRows() {
        var blocks = read("## Что взять?\n\n1. один\n2. два\n   - внутри\n\n## Что взять?");

        assertThat(blocks).hasSize(5);
        assertThat(((Block.Heading) blocks.getFirst()).anchor()).isEqualTo("что-взять");
        assertThat(((Block.Heading) blocks.getLast()).anchor()).isEqualTo("что-взять-2");
        assertThat(((Block.Item) blocks.get(2)).number()).isEqualTo(2);
        assertThat(((Block.Item) blocks.get(3)).depth()).isEqualTo(2);
    }

    @Test
    void linksWithinTheBaseLeadToArticlesAndOthersStayText() {
        var inside = (Block.Paragraph) read("[Документы](kb:a-12#список)").getFirst();
        var outside = (Block.Paragraph) read("[сайт](https://example.com/x)").getFirst();

        assertThat(inside.content()).containsExactly(
                new Inline.ArticleLink("Документы", new ArticleId("a-12"), "список"));
        assertThat(outside.plain()).isEqualTo("сайт (https://example.com/x)");
        assertThat(outside.content()).allMatch(Inline.Text.class::isInstance);
    }

    @Test
    void aDecisionTreeIsRead() {
        var steps = (Block.Steps) read("""
                ```algorithm
                ? Горит?
                  [Да]
                    = Хорошо, см. [дальше](kb:a-2)
                  [Нет]
                    ? Включён?
                      [Да]
                        = Мастер
                      [Нет]
                        = Включить
                ```""").getFirst();

        var first = (Algorithm.Question) steps.algorithm().first();
        assertThat(first.answers()).extracting(Algorithm.Answer::label).containsExactly("Да", "Нет");
        assertThat(first.answers().getFirst().next().content()).anyMatch(Inline.ArticleLink.class::isInstance);
        assertThat(steps.plain()).contains("Мастер");
    }

    @ParameterizedTest
    @ValueSource(strings = {"? Без ответов?", "= Итог\n= Второй", "[Да]", "? В?\n  [Да]\n      = глубоко", "просто текст"})
    void aBrokenDecisionTreeIsShownAsItStands(String text) {
        assertThat(read("```algorithm\n" + text + "\n```").getFirst()).isEqualTo(new Block.Code(text));
    }

    @Test
    void htmlIsWordsAndNothingElse() {
        var blocks = read("<script>alert(1)</script>\n\nдо <img src=x onerror=y> после\n\n<iframe src='//evil'></iframe>");

        assertThat(blocks).allMatch(Block.Paragraph.class::isInstance);
        assertThat(blocks.getFirst().plain()).contains("<script>alert(1)</script>");
        assertThat(blocks.get(1).plain()).isEqualTo("до <img src=x onerror=y> после");
    }

    @Test
    void onlyTheArticlesOwnPicturesAreShown() {
        assertThat(read("![Схема](схема.png)").getFirst()).isInstanceOf(Block.Picture.class);
        assertThat(read("![Схема](blob:" + DIGEST + ")").getFirst()).isInstanceOf(Block.Picture.class);
        assertThat(read("![Чужая](https://evil.example/p.png)").getFirst().plain())
                .isEqualTo("Чужая (https://evil.example/p.png)");
        assertThat(read("![Файл](../../etc/passwd)").getFirst()).isInstanceOf(Block.Paragraph.class);
    }

    @Test
    void charactersThatDeceiveAreDropped() {
        assertThat(read("счёт\u202Eгнп.exe\u0000\u200B").getFirst().plain()).isEqualTo("счётгнп.exe");
    }

    @Test
    void aLongListIsCutAndSaysSo() {
        var blocks = read("- пункт\n".repeat(50_000));

        assertThat(blocks).hasSizeLessThanOrEqualTo(MarkdownBlocks.MAX_BLOCKS + 1);
    }

    @Test
    void aHugeTableComesInPiecesAndIsCut() {
        var blocks = read("| а | б |\n|---|---|\n" + "| 1 | 2 |\n".repeat(9_000));

        assertThat(blocks).hasSize(MarkdownTable.MAX_ROWS / MarkdownTable.ROWS_TO_A_PIECE + 1);
        assertThat(blocks.getLast()).isEqualTo(new Block.Omission());
        assertThat(blocks.getFirst()).isInstanceOfSatisfying(Block.Table.class,
                table -> assertThat(table.rows()).hasSize(MarkdownTable.ROWS_TO_A_PIECE));
    }

    @ParameterizedTest
    @ValueSource(strings = {">", "- ", "[", "![", "*", "_", "`", "<", "(", "[a](", "| a ", "#", "**a", "&", "\\"})
    void nestingAndRepetitionCannotStallTheReader(String piece) {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(read(piece.repeat(40_000))).isNotNull();
            assertThat(new ArticleBody(read(piece.repeat(40_000))).plain()).isNotNull();
        });
    }

    @Test
    void aLineOfThePlainTextIsABlock() {
        var body = new ArticleBody(read("## Раз\n\nдва\nтри\n\n> четыре\n\n```\nпять\nшесть\n```"));

        assertThat(body.plain().split("\n", -1)).hasSize(body.blocks().size());
        assertThat(body.blockOf("раз")).isZero();
        assertThat(body.anchorAbove(3)).isEqualTo("раз");
    }

    @Test
    void aTextOverTheLimitIsCutOnArrival() {
        var text = new ArticleText("т".repeat(10_000), Section.ROOT, "ru", "x".repeat(5_000_000), List.of());

        assertThat(text.isCut()).isTrue();
        assertThat(text.title()).hasSize(500);
    }
}
