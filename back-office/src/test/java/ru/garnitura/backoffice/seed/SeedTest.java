package ru.garnitura.backoffice.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import ru.garnitura.backoffice.desk.DeskSetup;
import ru.garnitura.backoffice.desk.Topic;
import ru.garnitura.backoffice.kb.Article;

/// What the demo base promises to its readers.
class SeedTest {
    private static final int ARTICLES = 150;
    private static final int SHORTEST_PARAGRAPH = 25;
    private static final Pattern LINK = Pattern.compile("\\]\\(kb:([a-z0-9-]+)(?:#[^)]*)?\\)");
    private static final Pattern TABLE = Pattern.compile("(?m)^\\|.*\\|\\s*\\n\\|[ :|-]+\\|\\s*$");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\d]+");
    private static final Pattern PARAGRAPHS = Pattern.compile("\\n\\s*\\n");

    private final Map<String, Article> articles;

    SeedTest() throws IOException {
        articles = SeedArticles.read();
    }

    @Test
    void thereAreAsManyArticlesAsPromised() {
        assertThat(articles).hasSize(ARTICLES);
    }

    @Test
    void noTwoArticlesShareAParagraph() {
        Map<String, String> seen = new HashMap<>();
        articles.forEach((id, article) -> PARAGRAPHS
                .splitAsStream(article.body())
                .map(String::strip)
                .filter(paragraph -> paragraph.length() > SHORTEST_PARAGRAPH)
                .forEach(paragraph -> {
                    String before = seen.put(paragraph, id);
                    assertThat(before == null || before.equals(id))
                            .as("%s and %s share: %s", before, id, paragraph)
                            .isTrue();
                }));
    }

    @Test
    void halfOfTheArticlesHave250WordsOrMore() {
        int[] words = articles.values().stream()
                .mapToInt(article -> Math.toIntExact(WORD.matcher(article.body()).results().count()))
                .sorted()
                .toArray();
        assertThat(words[words.length / 2]).isGreaterThanOrEqualTo(250);
    }

    @Test
    void tablesAndAlgorithmsAreThere() {
        assertThat(articles.values().stream().filter(article -> TABLE.matcher(article.body()).find()))
                .hasSizeGreaterThanOrEqualTo(20);
        assertThat(articles.values().stream().filter(article -> article.body().contains("```algorithm\n")))
                .hasSizeGreaterThanOrEqualTo(15);
    }

    @Test
    void eachInternalLinkLeadsToAnArticle() {
        List<String> broken = new ArrayList<>();
        int links = 0;
        for (Map.Entry<String, Article> entry : articles.entrySet()) {
            List<MatchResult> found = LINK.matcher(entry.getValue().body()).results().toList();
            links += found.size();
            found.stream()
                    .filter(link -> !articles.containsKey(link.group(1)))
                    .forEach(link -> broken.add(entry.getKey() + " -> " + link.group(1)));
        }
        assertThat(broken).isEmpty();
        assertThat(links).isGreaterThanOrEqualTo(100);
    }

    @Test
    void eachLeafOfTheTopicTreeLeadsToAnArticle() throws IOException {
        List<Topic> leaves =
                DeskSetup.load().topics().stream().flatMap(Topic::leaves).toList();
        assertThat(leaves).hasSizeGreaterThanOrEqualTo(50);
        assertThat(leaves).allSatisfy(leaf -> assertThat(articles).as(leaf.id()).containsKey(leaf.article()));
    }

    @Test
    void eachTopicHasItsOwnTemplatesOfHistory() throws IOException {
        Set<String> topics = new HashSet<>(DeskSetup.load().leaves().keySet());
        SeedHistory.Templates templates = Resource.read("history.json", SeedHistory.Templates.class);
        assertThat(templates.topics().keySet()).isEqualTo(topics);
        assertThat(templates.topics().values())
                .allSatisfy(topic -> assertThat(topic.answer()).hasSameSizeAs(topic.ask()));
    }

    @Test
    void operatorsAreSevenInFourRoles() throws IOException {
        List<Seed.SeedOperator> operators = Arrays.asList(Resource.read("operators.json", Seed.SeedOperator[].class));
        assertThat(operators).hasSize(7);
        assertThat(operators.stream().map(Seed.SeedOperator::role).distinct()).hasSize(4);
    }
}
