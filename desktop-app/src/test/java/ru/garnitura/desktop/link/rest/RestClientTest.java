package ru.garnitura.desktop.link.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class RestClientTest {

    private final MockWebServer server = new MockWebServer();
    private final AtomicInteger refreshes = new AtomicInteger();
    private final AtomicInteger signedOut = new AtomicInteger();
    private final Tokens tokens = new Tokens(stale -> refresh(), code -> signedOut.incrementAndGet());
    private final ServerClock clock = new ServerClock(InstantSource.system(), System::nanoTime);
    private RestClient client;

    @BeforeEach
    void start() throws IOException {
        server.start();
        client = new RestClient(address(), clock, tokens);
        tokens.put(new TokenPair("old", "r-1"));
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    private Answer<TokenPair> refresh() {
        refreshes.incrementAndGet();
        return client.send(Ask.post("/v1/tokens/refresh", "{}").unsigned(),
                body -> new TokenPair(body.required("access").stringValue(), "r-2"));
    }

    private Answer<JsonNode> ask() {
        return client.send(Ask.get("/v1/desk").within(Duration.ofSeconds(10)), body -> body);
    }

    private static MockResponse json(int status, String body) {
        return new MockResponse.Builder().code(status).body(body).build();
    }

    private static Failure failure(Answer<?> answer) {
        assertThat(answer).isInstanceOf(Answer.Failed.class);
        return ((Answer.Failed<?>) answer).failure();
    }

    @Test
    void fiftyExpiredRequestsCauseOneRefreshAndEachIsSentOnceMore() throws Exception {
        var refused = new AtomicInteger();
        var served = new AtomicInteger();
        var allRefused = new CountDownLatch(50);
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                if (request.getTarget().equals("/v1/tokens/refresh")) {
                    allRefused.await(20, TimeUnit.SECONDS);
                    return json(200, "{\"access\":\"new\"}");
                }
                if ("Bearer new".equals(request.getHeaders().get("Authorization"))) {
                    served.incrementAndGet();
                    return json(200, "{}");
                }
                refused.incrementAndGet();
                allRefused.countDown();
                return json(401, "{\"code\":\"token_expired\"}");
            }
        });

        try (ExecutorService io = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer<JsonNode>>> all = IntStream.range(0, 50).mapToObj(i -> io.submit(this::ask)).toList();
            for (Future<Answer<JsonNode>> one : all) {
                assertThat(one.get()).isInstanceOf(Answer.Received.class);
            }
        }
        assertThat(refreshes).hasValue(1);
        assertThat(refused).hasValue(50);
        assertThat(served).hasValue(50);
    }

    @Test
    void aRefusedRefreshSignsOutOnceAndIsNotTriedAgain() {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return json(401, "{\"code\":\"token_invalid\"}");
            }
        });

        assertThat(failure(ask())).isEqualTo(new Failure.NotSignedIn("token_invalid"));
        assertThat(failure(ask())).isEqualTo(new Failure.NotSignedIn("token_invalid"));
        assertThat(refreshes).hasValue(1);
        assertThat(signedOut).hasValue(1);
    }

    @Test
    void anUnreachableRefreshSignsNobodyOut() {
        server.enqueue(json(401, "{\"code\":\"token_expired\"}"));
        server.enqueue(json(500, ""));
        server.enqueue(json(200, "{}"));

        assertThat(failure(ask())).isInstanceOf(Failure.NoAnswer.class);
        assertThat(signedOut).hasValue(0);
        assertThat(ask()).isInstanceOf(Answer.Received.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "429 | 7  | NoAnswer[cause=BUSY, status=429, detail=429 some_code, retryAfter=PT7S]",
        "503 | 9  | NoAnswer[cause=BUSY, status=503, detail=503 some_code, retryAfter=PT9S]",
        "409 | 1  | NoAnswer[cause=BUSY, status=409, detail=409 some_code, retryAfter=PT1S]",
        "500 |    | NoAnswer[cause=SERVER_ERROR, status=500, detail=500 some_code, retryAfter=null]",
        "426 |    | NewerContract[needed=2]",
        "302 |    | Refused[status=302, code=some_code",
        "403 |    | Refused[status=403, code=some_code",
        "409 |    | Refused[status=409, code=some_code",
        "422 |    | Refused[status=422, code=some_code"
    })
    void everyStatusMeansOneThing(int status, String retryAfter, String meaning) {
        MockResponse.Builder answer = new MockResponse.Builder().code(status)
                .body("{\"code\":\"some_code\",\"need\":2}").addHeader("Location", "http://127.0.0.1:1/");
        if (retryAfter != null) {
            answer.addHeader("Retry-After", retryAfter);
        }
        server.enqueue(answer.build());

        assertThat(failure(ask())).asString().startsWith(meaning);
    }

    @Test
    void eachRequestSaysItsContractAndEachAnswerTheTime() throws InterruptedException {
        Instant later = Instant.now().plusSeconds(3_600);
        server.enqueue(new MockResponse.Builder().body("{}").addHeader("Garnitura-Time", later.toString())
                .addHeader("ETag", "\"e7.152\"").build());

        assertThat(ask()).isInstanceOfSatisfying(Answer.Received.class,
                received -> assertThat(received.tag()).isEqualTo("\"e7.152\""));

        Headers sent = server.takeRequest().getHeaders();
        assertThat(sent.get("Garnitura-Contract")).isEqualTo("1");
        assertThat(sent.get("Accept-Encoding")).isEqualTo("gzip");
        assertThat(clock.instant()).isBetween(later, later.plusSeconds(20));
    }

    @Test
    void anAnswerThatDripsEndsAtTheDeadline() {
        server.enqueue(new MockResponse.Builder().body("{\"a\":\"" + "x".repeat(10_000) + "\"}")
                .throttleBody(10, 100, TimeUnit.MILLISECONDS).build());
        long begun = System.nanoTime();

        Answer<JsonNode> answer = client.send(Ask.get("/v1/desk").within(Duration.ofMillis(700)), body -> body);

        assertThat(failure(answer).fault()).isEqualTo(LinkFault.TIMED_OUT);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aServerThatNeverAnswersEndsAtTheDeadline() {
        server.enqueue(new MockResponse.Builder().headersDelay(20, TimeUnit.SECONDS).build());

        Answer<JsonNode> answer = client.send(Ask.get("/v1/desk").within(Duration.ofMillis(500)), body -> body);

        assertThat(failure(answer).fault()).isEqualTo(LinkFault.TIMED_OUT);
    }

    @Test
    void truncatedGzipIsNoAnswer() throws IOException {
        byte[] whole = gzip("{\"a\":\"" + "abc".repeat(5_000) + "\"}");
        Buffer half = new Buffer().write(whole, 0, whole.length / 2);
        server.enqueue(new MockResponse.Builder().body(half).addHeader("Content-Encoding", "gzip").build());

        assertThat(failure(ask())).isInstanceOf(Failure.NoAnswer.class);
    }

    @Test
    void whatIsSaidToBeGzipAndIsNotIsNoAnswer() {
        server.enqueue(new MockResponse.Builder().body("{}").addHeader("Content-Encoding", "gzip").build());

        assertThat(failure(ask())).isInstanceOf(Failure.NoAnswer.class);
    }

    @Test
    void aGzipBombIsRefusedAtTheLimit() throws IOException {
        server.enqueue(new MockResponse.Builder().body(new Buffer().write(gzip(" ".repeat(Json.MAX_BYTES + 1_000))))
                .addHeader("Content-Encoding", "gzip").build());

        assertThat(failure(ask())).isInstanceOf(Failure.Malformed.class);
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void jsonIsReadToAHundredLevelsAndNoDeeper() {
        server.enqueue(json(200, "[".repeat(100) + "]".repeat(100)));
        server.enqueue(json(200, "[".repeat(101) + "]".repeat(101)));
        server.enqueue(json(200, "[".repeat(1_000_000)));

        assertThat(ask()).isInstanceOf(Answer.Received.class);
        assertThat(failure(ask())).isInstanceOf(Failure.Malformed.class);
        assertThat(failure(ask())).isInstanceOf(Failure.Malformed.class);
    }

    @ParameterizedTest
    @CsvSource(value = {"'', true", "'{', false", "'<html>', false", "'{\"a\":1} x', false", "'NaN', false"})
    void whatIsNotJsonIsMalformed(String body, boolean readable) {
        server.enqueue(json(200, body));

        assertThat(ask() instanceof Answer.Received<JsonNode>).isEqualTo(readable);
    }

    @Test
    void aValueThatDoesNotFitIsMalformed() {
        server.enqueue(json(200, "{\"at\":\"yesterday\"}"));

        Answer<Instant> answer = client.send(Ask.get("/v1/desk"),
                body -> Instant.parse(body.required("at").stringValue()));

        assertThat(failure(answer)).isInstanceOf(Failure.Malformed.class);
    }

    @Test
    void aDownloadStopsAtItsLimit() {
        server.enqueue(json(200, "x".repeat(1_000)));
        server.enqueue(json(206, "x".repeat(1_000)));
        var sink = new ByteArrayOutputStream();

        assertThat(failure(client.download(Ask.get("/v1/blobs/sha256/ab"), sink, 999))).isInstanceOf(Failure.Malformed.class);
        assertThat(client.download(Ask.get("/v1/blobs/sha256/ab"), sink, 1_000)).isEqualTo(new Answer.Received<>(1_000L, ""));
    }

    @Test
    void nobodyAtTheAddressIsRefused() {
        server.close();

        assertThat(failure(ask()).fault()).isEqualTo(LinkFault.REFUSED);
    }

    @Test
    void aQueryIsEscaped() throws InterruptedException {
        server.enqueue(json(200, "{}"));
        client.send(Ask.get("/v1/customers").query("q", "a&b=c #1"), body -> body);

        assertThat(server.takeRequest().getTarget()).isEqualTo("/v1/customers?q=a%26b%3Dc%20%231");
    }
}
