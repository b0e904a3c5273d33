package ru.garnitura.desktop.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.garnitura.desktop.link.actions.HttpActionsApi;
import ru.garnitura.desktop.link.customers.HttpCustomerDirectory;
import ru.garnitura.desktop.link.kb.HttpKbApi;
import ru.garnitura.desktop.link.rest.Answer;
import ru.garnitura.desktop.link.rest.Failure;
import ru.garnitura.desktop.link.rest.Json;
import ru.garnitura.desktop.link.rest.RestClient;
import ru.garnitura.desktop.link.rest.ServerClock;
import ru.garnitura.desktop.link.rest.TokenPair;
import ru.garnitura.desktop.link.rest.Tokens;
import ru.garnitura.desktop.outbox.Action;
import ru.garnitura.desktop.outbox.ActionResult;
import ru.garnitura.desktop.outbox.BatchOutcome;
import ru.garnitura.kb.article.ArticleChange;
import ru.garnitura.kb.sync.KbApi;
import ru.garnitura.sessions.customer.Customer;
import ru.garnitura.sessions.customer.FieldGroup;
import ru.garnitura.sessions.customer.InteractionPage;
import ru.garnitura.sessions.customer.InteractionRecord;
import ru.garnitura.sessions.customer.Lookup;
import ru.garnitura.sessions.customer.PhoneNumber;
import ru.garnitura.sessions.session.CustomerId;
import tools.jackson.databind.JsonNode;

/// What the adapters make of the contract's samples, and what they send.
class AdaptersContractTest {

    private static final Path SAMPLES = Path.of("../back-office/contract/samples");

    private final MockWebServer server = new MockWebServer();
    private RestClient client;

    @BeforeEach
    void start() throws IOException {
        server.start();
        var tokens = new Tokens(stale -> new Answer.Failed<>(new Failure.NotSignedIn("")), code -> { });
        tokens.put(new TokenPair("access", "refresh"));
        client = new RestClient(URI.create("http://127.0.0.1:" + server.getPort()),
                new ServerClock(InstantSource.system(), System::nanoTime), tokens);
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private static JsonNode sample(String name) throws IOException {
        return Json.read(Files.readAllBytes(SAMPLES.resolve(name)));
    }

    private void answer(int status, String name) throws IOException {
        server.enqueue(new MockResponse.Builder().code(status).body(Files.readString(SAMPLES.resolve(name)))
                .addHeader("ETag", "\"e7.152\"").build());
    }

    @Test
    void aPageOfArticlesIsWholeWithItsTombstones() throws Exception {
        answer(200, "kb-delta.delta.response.json");
        server.enqueue(new MockResponse.Builder().code(304).build());
        answer(410, "problem.cursor_reset.json");
        var kb = new HttpKbApi(client);

        var page = (KbApi.ChangePage) kb.changes(new KbApi.ChangesRequest("YzcuMQ", 200, Duration.ZERO));
        assertThat(page.changes()).hasSize(2);
        assertThat(page.changes().getFirst()).isInstanceOfSatisfying(ArticleChange.Put.class, put -> {
            assertThat(put.article().section().path()).containsExactly("Договоры", "Смена владельца");
            assertThat(put.article().labels().synonyms()).contains("номер на сына");
        });
        assertThat(page.changes().getLast()).isInstanceOf(ArticleChange.Withdrawal.class);

        KbApi.ChangesRequest next = new KbApi.ChangesRequest(page.next(), 200, Duration.ofMinutes(2));
        assertThat(kb.changes(next)).isEqualTo(new KbApi.NotModified());
        assertThat(kb.changes(next)).isEqualTo(new KbApi.CursorReset("e8"));
        server.takeRequest();
        RecordedRequest held = server.takeRequest();
        assertThat(held.getTarget()).isEqualTo("/v1/kb/articles/delta?limit=200&cursor=YzcuMTUy&wait=55");
        assertThat(held.getHeaders().get("If-None-Match")).isEqualTo("\"e7.152\"");
    }

    @Test
    void aPageWithOneBadArticleIsNoPage() throws Exception {
        String bad = Files.readString(SAMPLES.resolve("kb-delta.delta.response.json")).replace("\"del\"", "\"burn\"");
        server.enqueue(new MockResponse.Builder().body(bad).build());

        assertThat(new HttpKbApi(client).changes(new KbApi.ChangesRequest(null, 200, Duration.ZERO)))
                .isInstanceOfSatisfying(KbApi.Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(KbApi.Rejection.MALFORMED));
    }

    @Test
    void aBlobGoesOnFromItsOffset() throws Exception {
        server.enqueue(new MockResponse.Builder().code(206).body("tail").build());
        var sink = new ByteArrayOutputStream();

        assertThat(new HttpKbApi(client).blob("ab", 100, sink)).isEqualTo(new KbApi.BlobReceived(4));
        assertThat(sink.toString(StandardCharsets.UTF_8)).isEqualTo("tail");
        assertThat(server.takeRequest().getHeaders().get("Range")).isEqualTo("bytes=100-");
    }

    @Test
    void actionsAreSentInTheContractsForm() throws Exception {
        answer(200, "actions-batch.response.json");
        JsonNode sent = sample("action.chat.send.json");
        var action = new Action(sent.path("key").stringValue(""), 120, 118, "chat.send", "s-5",
                sent.path("payload").toString(), Instant.parse("2026-11-22T11:05:02Z"));

        BatchOutcome outcome = new HttpActionsApi(client, () -> "d-81").send(List.of(action));

        JsonNode body = Json.read(Objects.requireNonNull(server.takeRequest().getBody()).toByteArray());
        assertThat(body.path("device").stringValue("")).isEqualTo("d-81");
        JsonNode one = body.path("actions").path(0);
        for (String member : List.of("key", "n", "after", "type", "entity", "baseRev", "payload")) {
            assertThat(one.path(member)).as(member).isEqualTo(sent.path(member));
        }
        assertThat(((BatchOutcome.Answered) outcome).results()).hasExactlyElementsOfTypes(ActionResult.Applied.class,
                ActionResult.Applied.class, ActionResult.Conflict.class, ActionResult.Rejected.class);
    }

    @Test
    void onlyAWordOnTheActionsThemselvesRefusesThem() throws Exception {
        var api = new HttpActionsApi(client, () -> "d-81");
        var action = new Action("k", 1, 0, "kb.ack", "a-1", "{}", Instant.EPOCH);
        answer(422, "problem.key_reused.json");
        answer(426, "problem.contract_version.json");
        answer(429, "problem.rate_limited.json");
        server.enqueue(new MockResponse.Builder().body("{\"results\":[{\"key\":\"k\",\"status\":\"maybe\"}]}").build());

        assertThat(api.send(List.of(action))).isEqualTo(new BatchOutcome.Refused("key_reused"));
        assertThat(api.send(List.of(action))).isInstanceOf(BatchOutcome.TryLater.class);
        assertThat(api.send(List.of(action))).isEqualTo(
                new BatchOutcome.TryLater(Duration.ofSeconds(5), "429 rate_limited"));
        assertThat(api.send(List.of(action))).isInstanceOf(BatchOutcome.TryLater.class);
        server.close();
        assertThat(api.send(List.of(action))).isInstanceOf(BatchOutcome.TryLater.class);
    }

    @Test
    void aCardComesWithItsLockedGroupsEmpty() throws Exception {
        answer(200, "customers.phone.response.json");
        var directory = new HttpCustomerDirectory(client, () -> Locale.ENGLISH);

        Lookup<Customer> found = directory.byPhone(PhoneNumber.parse("8 937 555-01-18").orElseThrow());

        Customer customer = ((Lookup.Fresh<Customer>) found).value();
        assertThat(customer.profile().phones()).hasSize(2);
        assertThat(customer.profile().wishes().promises()).hasSize(1);
        assertThat(customer.groups()).extracting(FieldGroup::access).containsExactly(
                FieldGroup.Access.OPEN, FieldGroup.Access.LOCKED, FieldGroup.Access.LOCKED);
        assertThat(customer.groups().getFirst().fields().getFirst())
                .isEqualTo(new FieldGroup.Field("Tariff", "Семейный 20", ""));
        assertThat(server.takeRequest().getTarget()).isEqualTo("/v1/customers?phone=%2B79375550118");
    }

    @Test
    void historyGoesOnByTheServersOwnCursor() throws Exception {
        answer(200, "interactions.response.json");
        answer(200, "interactions.response.json");
        var directory = new HttpCustomerDirectory(client, () -> Locale.ENGLISH);
        var id = new CustomerId("c-104");

        InteractionPage page = ((Lookup.Fresh<InteractionPage>) directory.interactions(id, null, 3)).value();
        directory.interactions(id, page.records().getLast().at(), 3);

        assertThat(page.more()).isTrue();
        assertThat(page.records()).extracting(record -> record.course().result()).containsExactly(
                InteractionRecord.Result.SOLVED, InteractionRecord.Result.MISSED, InteractionRecord.Result.SOLVED);
        assertThat(page.totals().transfers()).isEqualTo(1);
        server.takeRequest();
        assertThat(server.takeRequest().getTarget()).contains("before=aS0yMDg3Nw");
    }

    @Test
    void nobodyThereAndNobodyToAskAreDifferentThings() throws Exception {
        var directory = new HttpCustomerDirectory(client, () -> Locale.ENGLISH);
        server.enqueue(new MockResponse.Builder().body("{\"items\":[]}").build());
        server.enqueue(new MockResponse.Builder().code(404).body("{\"code\":\"not_found\"}").build());
        server.enqueue(new MockResponse.Builder().code(500).build());

        assertThat(directory.byPhone(new PhoneNumber("+79000000000"))).isEqualTo(new Lookup.NotFound<>());
        assertThat(directory.byId(new CustomerId("c-1"))).isEqualTo(new Lookup.NotFound<>());
        assertThat(directory.byId(new CustomerId("c-1"))).isEqualTo(new Lookup.Unreachable<>());
    }
}
