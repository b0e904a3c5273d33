package ru.garnitura.desktop.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.garnitura.desktop.link.kb.StoredQuestions;
import ru.garnitura.desktop.link.rest.Answer;
import ru.garnitura.desktop.link.rest.Failure;
import ru.garnitura.desktop.link.rest.RestClient;
import ru.garnitura.desktop.link.rest.ServerClock;
import ru.garnitura.desktop.link.rest.TokenPair;
import ru.garnitura.desktop.link.rest.Tokens;
import ru.garnitura.kb.article.ArticleId;
import ru.garnitura.kb.study.QuizQuestion;

class StoredQuestionsTest {

    private static final String GOOD = """
            {"items":[{"article":"a-17","text":"Сколько дней действует обещанный платёж?","answers":["3","5","7"],"right":1}]}""";
    private static final QuizQuestion QUESTION = new QuizQuestion(new ArticleId("a-17"),
            "Сколько дней действует обещанный платёж?", List.of("3", "5", "7"), 1);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final MockWebServer server = new MockWebServer();
    @SuppressWarnings("NullAway.Init")
    private RestClient client;

    @BeforeEach
    void start() throws IOException {
        server.start();
        var tokens = new Tokens(_ -> new Answer.Failed<>(new Failure.NotSignedIn("")), _ -> { });
        tokens.put(new TokenPair("access", "refresh"));
        client = new RestClient(URI.create("http://127.0.0.1:" + server.getPort()),
                new ServerClock(InstantSource.system(), System::nanoTime), tokens);
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private Path file() {
        return folder.resolve("new/questions.json");
    }

    private List<QuizQuestion> asked() {
        return new StoredQuestions(client, file()).all();
    }

    private void answer(int status, String body) {
        server.enqueue(new MockResponse.Builder().code(status).body(body).build());
    }

    @Test
    void whatTheBackOfficeSaysIsKeptInAFolderThatWasNotThere() throws Exception {
        answer(200, GOOD);

        assertThat(asked()).containsExactly(QUESTION);
        assertThat(server.takeRequest().getTarget()).isEqualTo("/v1/kb/questions");
        assertThat(file()).exists();
        assertThat(file().resolveSibling("questions.json.new")).doesNotExist();
    }

    @Test
    void offLineTheLastGoodAnswerHolds() {
        answer(200, GOOD);
        asked();
        server.close();

        assertThat(asked()).containsExactly(QUESTION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "not json", "{\"items\":[{\"article\":\"a\"}]}",
        "{\"items\":[{\"article\":\"a\",\"text\":\"t\",\"answers\":[\"one\"],\"right\":0}]}",
        "{\"items\":[{\"article\":\"a\",\"text\":\"t\",\"answers\":[\"one\",\"two\"],\"right\":2}]}"})
    void aBrokenAnswerLeavesTheGoodCopyAlone(String broken) throws IOException {
        answer(200, GOOD);
        asked();
        var kept = Files.readString(file());
        answer(200, broken);

        assertThat(asked()).containsExactly(QUESTION);
        assertThat(file()).content().isEqualTo(kept);
    }

    @Test
    void withoutRightsTheCopyHolds() {
        answer(200, GOOD);
        asked();
        answer(403, "{\"code\":\"forbidden\"}");

        assertThat(asked()).containsExactly(QUESTION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"items\":", "{\"items\":[{}]}"})
    void aBrokenCopyIsNoQuestions(String broken) throws IOException {
        Files.createDirectories(folder.resolve("new"));
        Files.writeString(file(), broken);
        server.close();

        assertThat(asked()).isEmpty();
    }

    @Test
    void withNeitherThereAreNoQuestions() {
        server.close();

        assertThat(asked()).isEmpty();
    }
}
