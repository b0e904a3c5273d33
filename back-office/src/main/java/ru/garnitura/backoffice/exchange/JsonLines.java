package ru.garnitura.backoffice.exchange;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import ru.garnitura.backoffice.kb.Article;
import ru.garnitura.backoffice.web.Json;
import ru.garnitura.backoffice.web.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One article a line. Besides our own fields those of published collections are read: `section` in one text with ` / `
/// between, `keywords` for tags.
final class JsonLines {
    private static final int LONGEST_LINE = 8 << 20;

    private JsonLines() {}

    /// A line as we write it.
    record Line(String id, @JsonUnwrapped Article article) {}

    static String text(String id, Article article) {
        return Json.text(new Line(id, article)) + "\n";
    }

    /// @throws IOException where the file can't be read
    static void read(Path file, Consumer<Incoming> taker) throws IOException {
        try (InputStream in = open(file);
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()))) {
            int number = 0;
            for (String line = next(lines); line != null; line = next(lines)) {
                number++;
                if (!line.isBlank()) {
                    taker.accept(parse("line " + number, line.replace("\uFEFF", "")));
                }
            }
        } catch (CharacterCodingException e) {
            taker.accept(Incoming.refused(file.getFileName().toString(), "not_utf8", "the file is not in UTF-8"));
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
    }

    /// A line longer than the longest is cut, so that it is refused and the next one read.
    private static @Nullable String next(BufferedReader lines) throws IOException {
        var line = new StringBuilder();
        int c = lines.read();
        if (c < 0) {
            return null;
        }
        for (; c >= 0 && c != '\n'; c = lines.read()) {
            if (line.length() < LONGEST_LINE) {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private static Incoming parse(String name, String line) {
        try {
            JsonNode node = Json.read(line, JsonNode.class);
            if (!(node instanceof ObjectNode object) || !object.path("id").isString()) {
                return Incoming.refused(name, "malformed", "not an object with an id");
            }
            adapt(object);
            return new Incoming.Ready(
                    name, new ArticleFile(ArticleIds.of(object.get("id").stringValue()), Json.read(object, Article.class)));
        } catch (Problem e) {
            return Incoming.refused(name, "malformed", "not an article: " + reason(e));
        }
    }

    private static String reason(Problem problem) {
        Throwable cause = problem.getCause();
        String message = cause == null ? null : cause.getMessage();
        return message == null ? problem.code().title() : message.lines().findFirst().orElse("");
    }

    private static void adapt(ObjectNode object) {
        if (object.path("section").isString()) {
            List<String> path = parts(object.path("section").stringValue(""));
            var section = object.putArray("section");
            path.forEach(section::add);
        }
        if (!object.has("tags") && object.has("keywords")) {
            JsonNode keywords = object.get("keywords");
            var tags = object.putArray("tags");
            List<String> words = keywords.isString()
                    ? Arrays.stream(keywords.stringValue().split("[,;]", -1)).map(String::strip).filter(word -> !word.isEmpty()).toList()
                    : keywords.valueStream().map(word -> word.stringValue("")).filter(word -> !word.isEmpty()).toList();
            words.stream().limit(200).forEach(tags::add);
        }
    }

    private static List<String> parts(String path) {
        return Arrays.stream(path.split(" / ", -1)).map(String::strip).filter(part -> !part.isEmpty()).toList();
    }
}
