package ru.garnitura.desktop.training;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.garnitura.softphone.call.CallEndCause;
import tools.jackson.databind.json.JsonMapper;

/// Process of the simulated customers: `--registrar HOST:PORT --callee USER --visitor URL`, and the trunk's password in
/// the environment variable `TRUNK_PASSWORD`. They call and write one after another until standard input ends.
public final class SimulatedCustomers {

    private static final Logger log = LoggerFactory.getLogger(SimulatedCustomers.class);
    private static final Duration FIRST_CALL = Duration.ofSeconds(3);
    private static final Duration NOBODY_READY = Duration.ofSeconds(2);
    private static final Duration BETWEEN_CALLS = Duration.ofSeconds(40);
    private static final Duration BETWEEN_CHATS = Duration.ofSeconds(6);
    private static final Duration REPLACEMENT_CHAT = Duration.ofSeconds(30);

    private final Map<String, String> options;
    private final Scenario scenario;
    private final OkHttpClient http = new OkHttpClient.Builder().pingInterval(Duration.ofSeconds(15)).build();
    private final ExecutorService io = Executors.newVirtualThreadPerTaskExecutor();

    private SimulatedCustomers(Map<String, String> options, Scenario scenario) {
        this.options = options;
        this.scenario = scenario;
    }

    public static void main(String[] args) throws IOException {
        var options = new HashMap<String, String>();
        for (int i = 0; i + 1 < args.length; i += 2) {
            options.put(args[i], args[i + 1]);
        }
        new SimulatedCustomers(options, scenario()).start();
        System.in.transferTo(java.io.OutputStream.nullOutputStream());
        System.exit(0);
    }

    private void start() {
        io.execute(() -> patiently(this::call));
        io.execute(() -> patiently(this::write));
    }

    private void call() throws IOException, InterruptedException {
        Path speech = Files.createTempDirectory("garnitura-speech");
        Thread.sleep(FIRST_CALL);
        for (int next = 0;; ) {
            Scenario.Voice customer = scenario.calls().get(next % scenario.calls().size());
            CallEndCause cause = call(customer, files(customer, speech));
            boolean talked = switch (cause) {
                case CallEndCause.EndedHere _, CallEndCause.EndedByPeer _ -> true;
                default -> false;
            };
            log.info("A simulated call ended: {}", cause);
            Thread.sleep(talked ? BETWEEN_CALLS : NOBODY_READY);
            next += talked ? 1 : 0;
        }
    }

    private CallEndCause call(Scenario.Voice customer, List<Path> speech) throws InterruptedException {
        try (var call = new SimulatedCall(customer, speech, option("--registrar"), io)) {
            return call.run("sip:" + option("--callee") + "@" + option("--registrar"), customer);
        }
    }

    private void write() throws IOException, InterruptedException {
        var chats = new SimulatedChat(http, option("--visitor"), Pace.human(RandomGenerator.getDefault()));
        chats.awaitServer();
        for (Scenario.Chat customer : scenario.chats()) {
            Thread.sleep(BETWEEN_CHATS);
            io.execute(() -> patiently(() -> {
                while (true) {
                    chats.run(customer);
                    Thread.sleep(REPLACEMENT_CHAT);
                }
            }));
        }
    }

    /// The clips as files, copied out of the program's archive once.
    private static List<Path> files(Scenario.Voice customer, Path folder) throws IOException {
        var files = new ArrayList<Path>();
        for (String name : customer.clips()) {
            Path file = folder.resolve(name);
            if (!Files.exists(file)) {
                try (InputStream clip = resource("/ru/garnitura/assets/speech/" + name)) {
                    Files.copy(clip, file);
                }
            }
            files.add(file);
        }
        return files;
    }

    private static Scenario scenario() throws IOException {
        try (InputStream json = resource("scenarios.json")) {
            return JsonMapper.shared().readValue(json, Scenario.class);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(SimulatedCustomers.class.getResourceAsStream(name), name);
    }

    private String option(String name) {
        return Objects.requireNonNull(options.get(name), name);
    }

    /// A customer's life: what breaks is logged, and that customer stays away.
    private static void patiently(Life life) {
        try {
            life.live();
        } catch (IOException e) {
            log.warn("A simulated customer gave up", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @FunctionalInterface
    private interface Life {
        void live() throws IOException, InterruptedException;
    }
}
