package ru.garnitura.desktop.link.kb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.garnitura.desktop.link.rest.Answer;
import ru.garnitura.desktop.link.rest.Ask;
import ru.garnitura.desktop.link.rest.Json;
import ru.garnitura.desktop.link.rest.RestClient;
import ru.garnitura.kb.article.ArticleId;
import ru.garnitura.kb.study.QuizQuestion;
import ru.garnitura.kb.study.StudyQuestions;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// The editors' questions over HTTP (`GET /v1/kb/questions`), with the last good answer kept in a file for when the back
/// office can't be reached.
public final class StoredQuestions implements StudyQuestions {

    private static final Logger log = LoggerFactory.getLogger(StoredQuestions.class);

    private final RestClient client;
    private final Path file;

    /// @param file in a folder that may not be there yet
    public StoredQuestions(RestClient client, Path file) {
        this.client = client;
        this.file = file;
    }

    @Override
    public List<QuizQuestion> all() {
        return switch (client.send(Ask.get("/v1/kb/questions"), body -> new Fetched(body.toString(), questions(body)))) {
            case Answer.Received<Fetched>(Fetched fetched, _) -> {
                keep(fetched.text());
                yield fetched.questions();
            }
            case Answer.NotModified<Fetched> _ -> kept();
            case Answer.Failed<Fetched>(var failure) -> {
                log.info("The questions come from the copy: {}", failure.detail());
                yield kept();
            }
        };
    }

    private record Fetched(String text, List<QuizQuestion> questions) {
    }

    static List<QuizQuestion> questions(JsonNode body) {
        return body.required("items").valueStream().map(item -> new QuizQuestion(new ArticleId(item.required("article").stringValue()),
                item.required("text").stringValue(), item.required("answers").valueStream().map(JsonNode::stringValue).toList(),
                item.required("right").intValue())).toList();
    }

    private List<QuizQuestion> kept() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return questions(Json.read(Files.readString(file)));
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            log.warn("{} can't be read", file, e);
            return List.of();
        }
    }

    private void keep(String text) {
        Path next = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file has a folder"));
            Files.writeString(next, text);
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            log.warn("{} can't be written", file, e);
        }
    }
}
