package ru.garnitura.desktop.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.garnitura.desktop.endtoend.Await.until;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxSenderTest {

    @TempDir
    Path folder;

    private final ScriptedApi api = new ScriptedApi();
    private final List<Settled> settled = new CopyOnWriteArrayList<>();
    private OutboxDatabase database;
    private H2Outbox outbox;
    private OutboxSender sender;
    private Thread thread;

    /// Answers as told, then applies everything.
    private static final class ScriptedApi implements ActionsApi {

        final List<List<Action>> asked = new CopyOnWriteArrayList<>();
        private final Deque<Function<List<Action>, BatchOutcome>> script = new ArrayDeque<>();

        synchronized ScriptedApi then(Function<List<Action>, BatchOutcome> answer) {
            script.add(answer);
            return this;
        }

        @Override
        public synchronized BatchOutcome send(List<Action> batch) {
            asked.add(batch);
            Function<List<Action>, BatchOutcome> next = script.poll();
            return next == null ? applied(batch) : next.apply(batch);
        }

        List<List<String>> keys() {
            return asked.stream().map(batch -> batch.stream().map(Action::key).toList()).toList();
        }
    }

    private static BatchOutcome applied(List<Action> batch) {
        return new BatchOutcome.Answered(batch.stream()
                .<ActionResult>map(action -> new ActionResult.Applied(action.key(), "", false)).toList());
    }

    @BeforeEach
    void open() {
        database = new OutboxDatabase(folder);
        outbox = new H2Outbox(database, InstantSource.system(), () -> { });
        sender = new OutboxSender(outbox, api, settled::add, new Random(7));
        thread = Thread.ofVirtual().unstarted(sender);
    }

    @AfterEach
    void close() throws InterruptedException {
        sender.close();
        thread.join();
        database.close();
    }

    @Test
    void anUnansweredBatchIsSentAgainWithTheSameKeys() {
        api.then(batch -> new BatchOutcome.TryLater(Duration.ZERO, "no line"));
        outbox.enqueue("k-1", "chat.send", "s-1", "{}");
        outbox.enqueue("k-2", "chat.send", "s-1", "{}");
        thread.start();
        until("the first try is over", () -> api.asked.size() == 1);
        sender.wake();

        until("both are settled", () -> settled.size() == 2);
        assertThat(api.keys()).containsExactly(List.of("k-1", "k-2"), List.of("k-1", "k-2"));
        assertThat(outbox.waiting()).isZero();
    }

    @Test
    void thePauseTheBackOfficeAsksForIsKeptWhateverIsQueued() {
        api.then(batch -> new BatchOutcome.TryLater(Duration.ofMillis(1_500), "503"));
        outbox.enqueue("k-1", "chat.send", "s-1", "{}");
        thread.start();
        until("the first try is over", () -> api.asked.size() == 1);
        long begun = System.nanoTime();
        outbox.enqueue("k-2", "chat.send", "s-1", "{}");
        sender.wake();

        until("both are settled", () -> settled.size() == 2);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(1_300));
        assertThat(api.asked).hasSize(2);
    }

    @Test
    void inABatchRefusedWholeOnlyTheBadActionIsParked() {
        api.then(batch -> new BatchOutcome.Refused("malformed_json"))
                .then(OutboxSenderTest::applied)
                .then(batch -> new BatchOutcome.Refused("malformed_json"));
        outbox.enqueue("k-1", "chat.send", "s-1", "{}");
        outbox.enqueue("k-2", "kb.flag", "a-1", "{}");
        outbox.enqueue("k-3", "kb.flag", "a-2", "{}");
        thread.start();

        until("all are settled", () -> settled.size() == 3);
        assertThat(outbox.parked()).extracting(parked -> parked.action().key()).containsExactly("k-2");
    }

    @Test
    void anActionWhosePredecessorIsMissingIsSentAgainInOrder() {
        api.then(batch -> new BatchOutcome.Answered(List.of(
                new ActionResult.Applied("k-1", "", false), new ActionResult.Conflict("k-2", "predecessor_missing", ""))));
        outbox.enqueue("k-1", "chat.send", "s-1", "{}");
        outbox.enqueue("k-2", "chat.send", "s-1", "{}");
        thread.start();

        until("both are settled", () -> settled.size() == 2);
        assertThat(api.keys()).containsExactly(List.of("k-1", "k-2"), List.of("k-2"));
        assertThat(outbox.parked()).isEmpty();
    }
}
