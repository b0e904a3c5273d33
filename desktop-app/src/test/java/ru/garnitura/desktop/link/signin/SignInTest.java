package ru.garnitura.desktop.link.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ru.garnitura.desktop.link.policy.DeskPolicy;
import ru.garnitura.desktop.link.rest.Answer;
import ru.garnitura.desktop.link.rest.Ask;
import ru.garnitura.desktop.link.rest.Json;
import ru.garnitura.desktop.link.rest.LinkFault;
import ru.garnitura.desktop.link.rest.RestClient;
import ru.garnitura.desktop.link.rest.ServerClock;
import ru.garnitura.desktop.link.rest.Tokens;
import tools.jackson.databind.JsonNode;

class SignInTest {

    private static final Path SAMPLES = Path.of("../back-office/contract/samples");

    @TempDir
    Path data;

    private final MockWebServer server = new MockWebServer();
    private final List<DeskPolicy> late = new CopyOnWriteArrayList<>();
    private final List<String> signedOut = new CopyOnWriteArrayList<>();
    @SuppressWarnings("NullAway.Init")
    private RestClient client;
    @SuppressWarnings("NullAway.Init")
    private SignIn signIn;

    @BeforeEach
    void start() throws IOException {
        server.start();
        fresh();
    }

    /// As after a start of the desktop.
    private void fresh() {
        SignIn[] made = new SignIn[1];
        var tokens = new Tokens(stale -> made[0].renew(stale), signedOut::add);
        client = new RestClient(URI.create("http://127.0.0.1:" + server.getPort()),
                new ServerClock(InstantSource.system(), System::nanoTime), tokens);
        signIn = new SignIn(client, tokens, data::resolve, late::add);
        made[0] = signIn;
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private void answer(int status, String sample) throws IOException {
        server.enqueue(new MockResponse.Builder().code(status).body(Files.readString(SAMPLES.resolve(sample))).build());
    }

    private void welcome() throws IOException {
        answer(200, "sign-in.response.json");
        answer(200, "desk.response.json");
    }

    private SignInOutcome signIn(String password) {
        return signIn.signIn("orlova", password.toCharArray(), null);
    }

    record Refusal(int status, String body, SignInOutcome outcome) {
    }

    static List<Refusal> refusals() {
        return List.of(
                new Refusal(401, "{\"code\":\"bad_credentials\"}", new SignInOutcome.WrongPassword()),
                new Refusal(429, "{\"code\":\"rate_limited\",\"retryAfter\":5}", new SignInOutcome.TooManyTries(Duration.ofSeconds(5))),
                new Refusal(426, "{\"code\":\"contract_version\",\"need\":3}", new SignInOutcome.NewerContract(3)),
                new Refusal(403, "{\"code\":\"forbidden\"}", new SignInOutcome.Refused("forbidden")),
                new Refusal(404, "<html>", new SignInOutcome.Refused("http_404")),
                new Refusal(500, "", new SignInOutcome.Unreachable(LinkFault.SERVER_ERROR)),
                new Refusal(503, "", new SignInOutcome.Unreachable(LinkFault.BUSY)),
                new Refusal(200, "<html>", new SignInOutcome.Refused("malformed_answer")),
                new Refusal(200, "{}", new SignInOutcome.Refused("malformed_answer")));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void eachAnswerIsItsOwnOutcome(Refusal refusal) {
        server.enqueue(new MockResponse.Builder().code(refusal.status()).body(refusal.body()).build());

        assertThat(signIn("garnitura")).isEqualTo(refusal.outcome());
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void aSignInSaysWhoAndFromWhereAndLeavesNoPasswordBehind() throws Exception {
        welcome();

        assertThat(signIn("pass-word-1")).isInstanceOf(SignInOutcome.SignedIn.class);

        RecordedRequest request = server.takeRequest();
        JsonNode body = Json.read(String.valueOf(request.getBody() == null ? null : request.getBody().utf8()));
        assertThat(body.propertyNames()).containsExactlyInAnyOrder("login", "password", "device");
        assertThat(body.path("device").stringValue("")).isEqualTo(signIn.device());
        assertThat(request.getHeaders().get("Authorization")).isNull();
        assertThat(server.takeRequest().getHeaders().get("Authorization")).startsWith("Bearer ga_");
        try (var files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readAllBytes(file)).asString().doesNotContain("pass-word-1").doesNotContain("ga_");
            }
        }
    }

    @Test
    void theDeviceStaysTheSame() throws IOException {
        welcome();
        signIn("garnitura");
        String device = signIn.device();
        fresh();
        welcome();
        signIn("garnitura");

        assertThat(signIn.device()).isEqualTo(device);
    }

    @Test
    void aPasswordChangedElsewhereDropsThePrivateCopyAndNothingElse() throws IOException {
        welcome();
        signIn("old");
        Path mine = data.resolve("orlova");
        for (String room : List.of("private", "outbox", "kb")) {
            Files.createDirectories(mine.resolve(room).resolve("deep"));
            Files.writeString(mine.resolve(room).resolve("deep").resolve("x.mv.db"), "x");
        }
        fresh();
        welcome();

        assertThat(signIn("new")).isInstanceOfSatisfying(SignInOutcome.SignedIn.class,
                in -> assertThat(in.basis().cacheLost()).isTrue());
        assertThat(mine.resolve("private")).doesNotExist();
        assertThat(mine.resolve("outbox/deep/x.mv.db")).exists();
        assertThat(mine.resolve("kb/deep/x.mv.db")).exists();
    }

    @Test
    void offLineTheLastPolicyServesAndTheFirstContactSignsIn() throws IOException {
        welcome();
        signIn("garnitura");
        fresh();
        server.enqueue(new MockResponse.Builder().code(503).build());
        SignInOutcome.SignedIn in = (SignInOutcome.SignedIn) signIn("garnitura");
        assertThat(in.basis().onLine()).isFalse();
        assertThat(in.policy().operator().name()).isEqualTo("Карина Орлова");

        answer(200, "sign-in.response.json");
        answer(200, "sessions.response.json");
        assertThat(client.send(Ask.get("/v1/sessions"), body -> body)).isInstanceOf(Answer.Received.class);
        answer(200, "desk.response.json");
        signIn.refreshPolicy();
        assertThat(late).hasSize(1);
    }

    @Test
    void aPasswordThatFitsHereAndNotThereSignsOutAtTheFirstContactAndIsNotTriedAgain() throws IOException {
        welcome();
        signIn("garnitura");
        fresh();
        server.enqueue(new MockResponse.Builder().code(503).build());
        signIn("garnitura");
        int before = server.getRequestCount();

        answer(401, "problem.bad_credentials.json");
        assertThat(client.send(Ask.get("/v1/sessions"), body -> body)).isInstanceOf(Answer.Failed.class);
        assertThat(client.send(Ask.get("/v1/sessions"), body -> body)).isInstanceOf(Answer.Failed.class);

        assertThat(server.getRequestCount()).isEqualTo(before + 1);
        assertThat(signedOut).containsExactly("bad_credentials");
    }

    @Test
    void anExpiredTokenIsRefreshedWithTheLastRefreshToken() throws Exception {
        welcome();
        signIn("garnitura");
        answer(401, "problem.token_expired.json");
        answer(200, "tokens-refresh.response.json");
        answer(200, "sessions.response.json");

        assertThat(client.send(Ask.get("/v1/sessions"), body -> body)).isInstanceOf(Answer.Received.class);

        server.takeRequest();
        server.takeRequest();
        server.takeRequest();
        RecordedRequest refresh = server.takeRequest();
        assertThat(refresh.getTarget()).isEqualTo("/v1/tokens/refresh");
        assertThat(String.valueOf(refresh.getBody())).contains("gr_7KxN3hRq2vBwE9tMzP6yUc4aSdFgJl1o");
        assertThat(server.takeRequest().getHeaders().get("Authorization")).isEqualTo("Bearer ga_9PdL5kWz1nQyC8vXo3rTg6mUhBsEiJf2");
    }

    @Test
    void aFolderThatCanNotBeUsedIsSaid() throws IOException {
        Files.writeString(data.resolve("orlova"), "a file where a folder should be");
        welcome();

        assertThat(signIn("garnitura")).isInstanceOf(SignInOutcome.NoLocalStore.class);
    }
}
