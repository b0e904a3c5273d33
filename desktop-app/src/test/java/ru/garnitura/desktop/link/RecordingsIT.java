package ru.garnitura.desktop.link;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.garnitura.desktop.endtoend.Await.until;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.garnitura.desktop.link.policy.RecordingPolicy;
import ru.garnitura.desktop.link.recordings.RecordedCalls;
import ru.garnitura.desktop.link.signin.SignInOutcome;
import ru.garnitura.softphone.audio.ToneShare;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.MediaPolicy;
import ru.garnitura.softphone.media.MediaPair;
import ru.garnitura.softphone.media.record.SealedSound;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A call's sound from the audio lane to the real back office: sealed on disk, sent once, whatever breaks on the way.
@SuppressWarnings("NullAway.Init")
class RecordingsIT {

    private static final String LOGIN = "orlova";
    private static final String PASSWORD = "garnitura";
    private static final int HEADER = 44;
    private static BackOfficeProcess server;
    private static ExecutorService io;
    @TempDir
    static Path stand;
    @TempDir
    Path data;
    private BackOfficeLink link;

    @BeforeAll
    static void startServer() throws IOException {
        io = Executors.newVirtualThreadPerTaskExecutor();
        server = new BackOfficeProcess(stand.resolve("data"));
    }

    @AfterAll
    static void stopServer() {
        server.close();
        io.close();
    }

    @AfterEach
    void close() {
        link.close();
    }

    private SignInOutcome.SignedIn signIn() {
        link = new BackOfficeLink(new LinkNeeds(server.address(), data, io, InstantSource.system()));
        return (SignInOutcome.SignedIn) link.signIn(LOGIN, PASSWORD.toCharArray());
    }

    /// Alice is the operator and says 440 Hz, Bob the customer and says 1000 Hz.
    private static void talk(DeskLink desk, String call) throws InterruptedException {
        try (MediaPair pair = new MediaPair(MediaPolicy.plain("pcma"))) {
            pair.connect();
            assertThat(pair.aliceEar.waitForTone(1000, 0.99)).isGreaterThanOrEqualTo(0.99);
            pair.alice.record(desk.recordings().next(new CallId(call)));
            pair.aliceEar.listen(1500);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(data)) {
            return all.filter(file -> file.toString().contains(".sealed")).toList();
        }
    }

    @Test
    void aRecordingReachesTheBackOfficeWithEachSideInItsChannel() throws Exception {
        SignInOutcome.SignedIn in = signIn();
        assertThat(in.policy().conduct().recording()).isEqualTo(RecordingPolicy.ON_DEMAND);
        DeskLink desk = link.open(in);
        talk(desk, "rec-1");

        until("the back office has it", () -> recordings("i-rec-1").size() == 1);
        until("the desk has let go of it", () -> files().isEmpty() && desk.outbox().waiting() == 0);
        JsonNode recording = recordings("i-rec-1").get(0);
        assertThat(recording.path("whole").asBoolean()).isTrue();
        assertThat(recording.path("seconds").asInt()).isOne();
        assertBothSides(heard(desk, "i-rec-1", recording.path("sha256").asString()));
    }

    @Test
    void withoutAServerItWaitsSealedAndArrivesOnceAfterARestart() throws Exception {
        SignInOutcome.SignedIn in = signIn();
        DeskLink desk = link.open(in);
        server.kill();
        talk(desk, "rec-2");
        until("it lies sealed", () -> files().size() == 1 && files().getFirst().toString().endsWith(".sealed"));
        assertThat(new String(Files.readAllBytes(files().getFirst()), StandardCharsets.ISO_8859_1))
                .startsWith("GARNREC1").doesNotContain("RIFF");
        link.close();
        server.start();
        DeskLink again = reopened();
        until("the back office has it", () -> recordings("i-rec-2").size() == 1);
        until("nothing waits", () -> files().isEmpty() && again.outbox().waiting() == 0 && again.outbox().parked().isEmpty());
        assertBothSides(heard(again, "i-rec-2", recordings("i-rec-2").get(0).path("sha256").asString()));
    }

    @Test
    @Tag("full")
    void aRecordingCutOffByACrashComesAsFarAsItWasSealedAndSaysSo() throws Exception {
        SignInOutcome.SignedIn in = signIn();
        DeskLink desk = link.open(in);
        server.kill();
        talk(desk, "rec-3");
        until("it lies sealed", () -> files().size() == 1 && files().getFirst().toString().endsWith(".sealed"));
        link.close();
        Path sealed = files().getFirst();
        byte[] bytes = Files.readAllBytes(sealed);
        String neverTold = sealed.getFileName().toString().replaceFirst("[0-9a-f-]{36}", UUID.randomUUID().toString());
        Files.write(sealed.resolveSibling(neverTold + ".part"), Arrays.copyOf(bytes, bytes.length - 7));
        Files.delete(sealed);
        server.start();
        SignInOutcome.SignedIn later = signIn();
        link.open(later);
        until("the back office has it", () -> recordings("i-rec-3").size() == 1);
        assertThat(recordings("i-rec-3").get(0).path("whole").asBoolean()).isFalse();
        assertThat(recordings("i-rec-3").get(0).path("seconds").asInt()).isOne();
    }

    private DeskLink reopened() {
        SignInOutcome.SignedIn again = signIn();
        return link.open(again);
    }

    private static void assertBothSides(byte[] wav) {
        ByteBuffer bytes = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(bytes.getShort(22)).as("channels").isEqualTo((short) 2);
        assertThat(bytes.getInt(24)).as("rate").isEqualTo(SealedSound.RATE);
        assertThat(bytes.getInt(40)).as("bytes of sound").isEqualTo(wav.length - HEADER);
        short[][] sides = new short[2][(wav.length - HEADER) / 4];
        bytes.position(HEADER);
        for (int i = 0; i < sides[0].length; i++) {
            sides[0][i] = bytes.getShort();
            sides[1][i] = bytes.getShort();
        }
        short[] left = Arrays.copyOfRange(sides[0], 1600, 17_600);
        short[] right = Arrays.copyOfRange(sides[1], 1600, 17_600);
        assertThat(best(left, 440)).as("left: the operator").isGreaterThan(0.99);
        assertThat(best(right, 1000)).as("right: the customer").isGreaterThan(0.99);
    }

    /// Share of a tone in the best 200 ms: a starved machine breaks the sound now and then.
    private static double best(short[] side, double hertz) {
        int window = SealedSound.RATE / 5;
        double best = 0;
        for (int from = 0; from + window <= side.length; from += window) {
            best = Math.max(best, ToneShare.of(Arrays.copyOfRange(side, from, from + window), SealedSound.RATE, hertz));
        }
        return best;
    }

    private static byte[] heard(DeskLink desk, String interaction, String sha256) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(desk.recordedCalls().fetch(interaction, sha256, out)).isEqualTo(RecordedCalls.Outcome.RECEIVED);
        return out.toByteArray();
    }

    /// What a lead is told, asked over the contract as any client would.
    private static JsonNode recordings(String interaction) throws IOException, InterruptedException {
        JsonMapper json = JsonMapper.shared();
        try (HttpClient http = HttpClient.newHttpClient()) {
            String body = "{\"login\":\"tikhonova\",\"password\":\"garnitura\",\"device\":\"d-recordings\"}";
            String access = json.readTree(http.send(HttpRequest.newBuilder(URI.create(server.address() + "/v1/sign-in"))
                    .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                    HttpResponse.BodyHandlers.ofString()).body()).path("access").asString();
            return json.readTree(http.send(HttpRequest.newBuilder(
                    URI.create(server.address() + "/v1/interactions/" + interaction + "/recordings"))
                    .header("Authorization", "Bearer " + access).build(), HttpResponse.BodyHandlers.ofString()).body()).path("items");
        }
    }
}
