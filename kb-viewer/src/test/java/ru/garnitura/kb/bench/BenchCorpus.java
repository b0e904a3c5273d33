package ru.garnitura.kb.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import ru.garnitura.kb.article.Article;
import ru.garnitura.kb.article.ArticleId;
import ru.garnitura.kb.article.ArticleText;
import ru.garnitura.kb.article.Labels;
import ru.garnitura.kb.article.Provenance;
import ru.garnitura.kb.article.Revision;
import ru.garnitura.kb.article.Section;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A corpus in the published format: one JSON object a line with `id, title, section, body, keywords` and, where editors
/// gave any, `synonyms`.
record BenchCorpus(List<Article> articles) {

    private static final Pattern MARKDOWN = Pattern.compile("([\\\\`*_{}\\[\\]<>#+!|~-])");

    /// @param file in the published format, or a folder of Markdown articles with their front matter
    static BenchCorpus read(Path file, int copies) throws IOException {
        if (Files.isDirectory(file)) {
            return new BenchCorpus(MarkdownFolder.read(file));
        }
        var mapper = JsonMapper.builder().build();
        var articles = new ArrayList<Article>();
        try (var stream = open(file)) {
            for (var line : new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                var json = mapper.readTree(line);
                for (var copy = 0; copy < copies; copy++) {
                    articles.add(article(json, copy));
                }
            }
        }
        return new BenchCorpus(articles);
    }

    /// The same without what editors say articles are called.
    BenchCorpus withoutNames() {
        return new BenchCorpus(articles.stream().map(article -> new Article(article.id(), article.revision(),
                article.text(), Labels.NONE, article.provenance())).toList());
    }

    private static InputStream open(Path file) throws IOException {
        var stream = new BufferedInputStream(Files.newInputStream(file));
        return file.toString().endsWith(".gz") ? new GZIPInputStream(stream) : stream;
    }

    private static Article article(JsonNode json, int copy) {
        var id = json.path("id").asString() + (copy == 0 ? "" : "#" + copy);
        var section = new Section(Stream.of(json.path("section").asString("").split(" / ")).toList());
        var text = new ArticleText(json.path("title").asString(), section, "ru", markdown(json.path("body").asString()),
                List.of());
        var keywords = Stream.of(json.path("keywords").asString("").split("[;,]")).map(String::strip)
                .filter(word -> !word.isEmpty()).toList();
        var synonyms = json.path("synonyms").valueStream().map(JsonNode::asString).toList();
        return new Article(new ArticleId(id), new Revision("1"), text, new Labels(keywords, synonyms, false),
                Provenance.UNKNOWN);
    }

    /// The corpus is plain text, a paragraph a line.
    private static String markdown(String plain) {
        return MARKDOWN.matcher(plain).replaceAll("\\\\$1").replace("\n", "\n\n");
    }
}
