package ru.garnitura.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import ru.garnitura.backoffice.web.Json;
import ru.garnitura.backoffice.web.ProblemCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The server's own codecs read every sample of the contract and write it again without a loss.
class ContractSamplesTest {
    private static final Path SAMPLES = Path.of("contract", "samples");
    /// Compared with real answers in `DeskIT` and `KnowledgeBaseIT`: the server never reads these.
    private static final List<String> ONLY_WRITTEN = List.of("desk.response", "kb-delta.delta.response");

    private static final Map<String, String> TYPES = new TreeMap<>();

    static {
        TYPES.put("sign-in.request", "signin.SignInRoutes$SignInRequest");
        TYPES.put("sign-in.response", "signin.SignInRoutes$SignedIn");
        TYPES.put("tokens-refresh.request", "signin.SignInRoutes$RefreshRequest");
        TYPES.put("tokens-refresh.response", "signin.SignInRoutes$SignedIn");
        TYPES.put("kb-delta.snapshot.response", "kb.Delta");
        TYPES.put("kb-delta.empty.response", "kb.Delta");
        TYPES.put("kb-manifest.response", "kb.Delta$Manifest");
        TYPES.put("kb-manifest.full.response", "kb.Delta$Manifest");
        TYPES.put("kb-article.put.request", "kb.Article");
        TYPES.put("kb-article.put.response", "editing.EditorRoutes$Published");
        TYPES.put("kb-article.response", "kb.Revisions$Revision");
        TYPES.put("kb-article-history.response", "editing.EditorRoutes$History");
        TYPES.put("kb-articles.response", "kb.Listing$Page");
        TYPES.put("kb-sections.response", "editing.EditorRoutes$Sections");
        TYPES.put("kb-questions.response", "kb.Questions");
        TYPES.put("kb-preview.request", "editing.EditorRoutes$Draft");
        TYPES.put("kb-preview.response", "editing.EditorRoutes$Preview");
        TYPES.put("kb-feedback.response", "feedback.FeedbackRoutes$Queue");
        TYPES.put("kb-feedback-answers.request", "feedback.FeedbackRoutes$Reply");
        TYPES.put("kb-feedback-answers.response", "feedback.FeedbackRoutes$Answered");
        TYPES.put("kb-acknowledgements.response", "feedback.FeedbackRoutes$Gaps");
        TYPES.put("kb-import.response", "exchange.ImportReport");
        TYPES.put("blob.put.response", "blobs.Blobs$Blob");
        TYPES.put("customer.response", "customers.Customer");
        TYPES.put("customers.phone.response", "customers.CustomerRoutes$Found");
        TYPES.put("customers.q.response", "customers.CustomerRoutes$Found");
        TYPES.put("customers.recent.response", "customers.CustomerRoutes$Found");
        TYPES.put("interactions.response", "customers.Interactions$Page");
        TYPES.put("interaction-recordings.response", "recordings.RecordingRoutes$Listing");
        TYPES.put("interaction-transcript.response", "customers.CustomerRoutes$Transcript");
        TYPES.put("session", "chat.SessionCard");
        TYPES.put("sessions.response", "events.EventsModule$MySessions");
        TYPES.put("session-events.response", "events.EventsModule$Log");
        TYPES.put("actions-batch.request", "actions.ActionBatch");
        TYPES.put("actions-batch.response", "actions.ActionBatch$Results");
        TYPES.put("broadcast.request", "events.EventsModule$Broadcast");
        TYPES.put("visitor-visit.request", "visitor.Visits$VisitRequest");
        TYPES.put("visitor-visit.response", "visitor.Visits$Visit");
        TYPES.put("visitor-events.response", "visitor.Visits$Log");
        TYPES.put("health.response", "BackOfficeServer$Health");
        TYPES.put("events.s.error", "sockets.ErrorFrame");
        TYPES.put("visitor.s.error", "sockets.ErrorFrame");
    }

    private static String type(String sample) {
        String named = TYPES.get(sample);
        if (named != null) {
            return named;
        }
        List<Map.Entry<String, String>> families = List.of(
                Map.entry("action.", "actions.Action"),
                Map.entry("events.c.", "events.DeskFrame"),
                Map.entry("events.s.", "events.EventFrame"),
                Map.entry("visitor.c.", "visitor.PageFrame"),
                Map.entry("visitor.s.", "visitor.VisitFrame"));
        return families.stream()
                .filter(family -> sample.startsWith(family.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    @TestFactory
    Stream<DynamicTest> everySampleIsReadAndWrittenAgain() throws IOException {
        return samples()
                .filter(name -> !name.startsWith("problem.") && !ONLY_WRITTEN.contains(name))
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    assertThat(type(name)).as("codec of %s", name).isNotEmpty();
                    JsonNode sample = sample(name);
                    Object message = Json.read(sample, Class.forName("ru.garnitura.backoffice." + type(name)));
                    JsonNode again = Json.read(Json.bytes(message), JsonNode.class);
                    assertThat(withoutNulls(again)).isEqualTo(withoutNulls(sample));
                }));
    }

    @Test
    void problemsHaveKnownCodes() throws IOException {
        List<String> codes = Stream.of(ProblemCode.values()).map(ProblemCode::code).toList();
        assertThat(samples().filter(name -> name.startsWith("problem.")))
                .isNotEmpty()
                .allSatisfy(name -> {
                    JsonNode problem = sample(name);
                    assertThat(codes).contains(problem.get("code").asString());
                    ProblemCode code = ProblemCode.valueOf(
                            problem.get("code").asString().toUpperCase(Locale.ROOT));
                    assertThat(problem.get("status").asInt()).isEqualTo(code.status());
                    assertThat(problem.get("title").asString()).isEqualTo(code.title());
                });
    }

    private static Stream<String> samples() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.map(file -> file.getFileName().toString().replaceFirst("\\.json$", "")).sorted().toList()
                    .stream();
        }
    }

    static JsonNode sample(String name) throws IOException {
        return Json.read(Files.readAllBytes(SAMPLES.resolve(name + ".json")), JsonNode.class);
    }

    /// An absent field means null.
    private static JsonNode withoutNulls(JsonNode node) {
        if (node instanceof ObjectNode object) {
            List.copyOf(object.propertyNames()).forEach(name -> {
                if (object.get(name).isNull()) {
                    object.remove(name);
                } else {
                    withoutNulls(object.get(name));
                }
            });
        }
        node.forEach(ContractSamplesTest::withoutNulls);
        return node;
    }
}
