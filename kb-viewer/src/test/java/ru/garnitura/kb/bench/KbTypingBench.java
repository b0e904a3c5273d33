package ru.garnitura.kb.bench;

import com.sun.javafx.tk.RenderJob;
import com.sun.javafx.tk.TKPulseListener;
import com.sun.javafx.tk.Toolkit;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import ru.garnitura.assets.Theme;
import ru.garnitura.assets.ThemeSwitch;
import ru.garnitura.assets.Words;
import ru.garnitura.kb.KbModule;
import ru.garnitura.kb.KbNeeds;
import ru.garnitura.kb.sync.RecordedFeedback;
import ru.garnitura.kb.ui.KbStatus;
import tools.jackson.databind.json.JsonMapper;

/// `./bench kb-typing --corpus FILE --queries FILE [--copies N]`: types every query letter by letter into the real pane,
/// as it stands in the window, over the real store and index. A key's time ends when the answer to it is painted.
public final class KbTypingBench {

    private static final double GOAL_PULSE_MS = 8;
    private static final double GOAL_KEY_MS = 50;
    private static final int COPIES = 31;
    private static final int WARM_UP = 5;
    private static final long BETWEEN_KEYS_MS = 60;

    private final BenchOptions options;
    private final List<JudgedQuery> queries;
    private final List<Double> pulses = new ArrayList<>();
    private final List<Double> work = new ArrayList<>();
    private final List<Double> intervals = new ArrayList<>();
    private final List<Double> keys = new ArrayList<>();
    private final List<Double> answers = new ArrayList<>();
    private @Nullable TKPulseListener begin;
    private @Nullable TKPulseListener end;
    private @Nullable Scene scene;
    private @Nullable Future<?> rendering;
    private volatile boolean measured;
    private int unanswered;
    private int nothing;
    private long pulseStart;
    private long workStart;
    private long pulseBefore;

    private KbTypingBench(BenchOptions options) throws IOException {
        this.options = options;
        this.queries = JudgedQuery.read(options.queries());
    }

    public static void main(String[] args) throws Exception {
        Platform.startup(() -> { });
        var bench = new KbTypingBench(BenchOptions.parse(args));
        var folder = Files.createTempDirectory("garnitura-bench-");
        try {
            bench.run(folder);
        } finally {
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
        System.exit(bench.report() ? 0 : 1);
    }

    private void run(Path folder) throws Exception {
        var corpus = BenchCorpus.read(options.corpus(), options.copies() == 1 ? COPIES : options.copies());
        System.err.println(corpus.articles().size() + " articles");
        try (var io = Executors.newVirtualThreadPerTaskExecutor();
                var kb = onFx(() -> open(folder, new CorpusApi(corpus), io))) {
            while (onFx(() -> kb.status().getValue().light()) != KbStatus.Light.FRESH) {
                TimeUnit.MILLISECONDS.sleep(200);
            }
            onFx(this::listen);
            for (var i = 0; i < queries.size(); i++) {
                measured = i >= WARM_UP;
                type(queries.get(i).words());
            }
            onFx(() -> measured = false);
        }
    }

    private KbModule open(Path folder, CorpusApi api, Executor io) {
        var kb = new KbModule(new KbNeeds(new KbNeeds.Lanes(Platform::runLater, io),
                new KbNeeds.Ports(api, new RecordedFeedback(), _ -> { }, _ -> { }), folder, Clock.system(ZoneId.of("Europe/Moscow")),
                new SimpleObjectProperty<>(Words.RUSSIAN)));
        var pane = (Region) kb.view();
        pane.setMaxWidth(388);
        scene = new Scene(new StackPane(pane), 1680, 1000);
        ThemeSwitch.apply(scene, Theme.LIGHT);
        scene.getStylesheets().addAll(KbModule.stylesheets());
        var stage = new Stage();
        stage.setScene(scene);
        stage.show();
        kb.start();
        return kb;
    }

    /// From the first to the last thing done for a pulse: CSS, layout, and handing the picture to the renderer.
    private boolean listen() {
        var threads = ManagementFactory.getThreadMXBean();
        begin = () -> {
            pulseStart = System.nanoTime();
            workStart = threads.getCurrentThreadCpuTime();
        };
        end = () -> {
            var now = System.nanoTime();
            if (measured) {
                work.add((threads.getCurrentThreadCpuTime() - workStart) / 1e6);
                pulses.add((now - pulseStart) / 1e6);
                intervals.add((pulseStart - pulseBefore) / 1e6);
            }
            pulseBefore = pulseStart;
        };
        Toolkit.getToolkit().addStageTkPulseListener(begin);
        Toolkit.getToolkit().addPostSceneTkPulseListener(end);
        return true;
    }

    private void type(String words) throws Exception {
        onFx(() -> {
            field().clear();
            return true;
        });
        for (var i = 0; i < words.length(); i++) {
            key(words.substring(i, i + 1));
            TimeUnit.MILLISECONDS.sleep(BETWEEN_KEYS_MS);
        }
    }

    /// Types one letter and waits until what it found is painted. One after which there was nothing to be seen before and is
    /// nothing now has nothing to paint; that and one without an answer in a second are counted apart.
    private void key(String letter) throws Exception {
        var painted = new CountDownLatch(1);
        var at = new long[2];
        var items = this.<Object>results().getItems();
        TKPulseListener shown = new TKPulseListener() {

            @Override
            public void pulse() {
                Toolkit.getToolkit().removePostSceneTkPulseListener(this);
                Platform.runLater(() -> rendering = Toolkit.getToolkit().addRenderJob(new RenderJob(() -> {
                    at[0] = System.nanoTime();
                    painted.countDown();
                })));
            }
        };
        ListChangeListener<Object> answered = _ -> {
            at[1] = System.nanoTime();
            Toolkit.getToolkit().addPostSceneTkPulseListener(shown);
        };
        var start = onFx(() -> {
            items.addListener(answered);
            var now = System.nanoTime();
            field().appendText(letter);
            return now;
        });
        var done = painted.await(1, TimeUnit.SECONDS);
        var found = onFx(() -> {
            items.removeListener(answered);
            return !items.isEmpty() || (rendering != null && rendering.isCancelled());
        });
        if (!done && found) {
            unanswered++;
        } else if (!done) {
            nothing++;
        } else if (measured) {
            keys.add((at[0] - start) / 1e6);
            answers.add((at[1] - start) / 1e6);
        }
    }

    private TextField field() {
        return (TextField) lookUp("#kb-search");
    }

    @SuppressWarnings("unchecked")
    private <T> ListView<T> results() {
        return (ListView<T>) lookUp("#kb-results");
    }

    private Node lookUp(String id) {
        var node = scene == null ? null : scene.lookup(id);
        if (node == null) {
            throw new IllegalStateException("no " + id);
        }
        return node;
    }

    private static <T> T onFx(Callable<T> work) throws ExecutionException, InterruptedException {
        var task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get();
    }

    private boolean report() throws IOException {
        for (var list : List.of(pulses, work, intervals, keys, answers)) {
            Collections.sort(list);
        }
        var pulse = Latency.at(pulses, 0.99);
        var key = Latency.at(keys, 0.95);
        System.out.printf(Locale.ROOT, "fx pulse p50 %.2f p99 %.2f ms (goal %.0f), interval p50 %.1f ms, %d pulses%n",
                Latency.at(pulses, 0.5), pulse, GOAL_PULSE_MS, Latency.at(intervals, 0.5), pulses.size());
        System.out.printf(Locale.ROOT, "of that processor time p50 %.2f p95 %.2f p99 %.2f ms%n", Latency.at(work, 0.5),
                Latency.at(work, 0.95), Latency.at(work, 0.99));
        System.out.printf(Locale.ROOT, "key to paint p50 %.1f p95 %.1f p99 %.1f ms (goal p95 %.0f), %d keys, %d found nothing, %d unanswered in 1 s%n",
                Latency.at(keys, 0.5), key, Latency.at(keys, 0.99), GOAL_KEY_MS, keys.size(), nothing, unanswered);
        System.out.printf(Locale.ROOT, "key to answer p50 %.1f p95 %.1f p99 %.1f ms%n", Latency.at(answers, 0.5),
                Latency.at(answers, 0.95), Latency.at(answers, 0.99));
        var metrics = new LinkedHashMap<String, Object>();
        metrics.put("fx_pulse_p99", Map.of("value", pulse, "unit", "ms", "goal", GOAL_PULSE_MS, "pass", pulse <= GOAL_PULSE_MS));
        metrics.put("fx_pulse_cpu_p99", Map.of("value", Latency.at(work, 0.99), "unit", "ms"));
        metrics.put("key_to_answer_p95", Map.of("value", Latency.at(answers, 0.95), "unit", "ms"));
        metrics.put("key_to_paint_p95", Map.of("value", key, "unit", "ms", "goal", GOAL_KEY_MS, "pass", key <= GOAL_KEY_MS));
        var file = options.json();
        if (file != null) {
            Files.writeString(file, JsonMapper.builder().build().writeValueAsString(Map.of("name", "kb-typing",
                    "commit", System.getProperty("bench.commit", ""), "machine", System.getProperty("bench.machine", ""),
                    "params", Map.of("copies", options.copies()), "metrics", metrics)));
        }
        return !keys.isEmpty() && pulse <= GOAL_PULSE_MS && key <= GOAL_KEY_MS;
    }
}
