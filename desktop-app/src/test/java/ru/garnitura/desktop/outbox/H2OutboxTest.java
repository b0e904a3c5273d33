package ru.garnitura.desktop.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2OutboxTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-22T11:00:00Z"));

    @TempDir
    Path folder;

    private final AtomicInteger queued = new AtomicInteger();
    private OutboxDatabase database;
    private H2Outbox outbox;

    @BeforeEach
    void open() {
        database = new OutboxDatabase(folder);
        outbox = new H2Outbox(database, CLOCK, queued::incrementAndGet);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private List<Action> head() {
        return outbox.head(50, 1_000_000);
    }

    @Test
    void actionsKeepTheirOrderAndKnowWhatComesBeforeThemOnTheSameEntity() {
        outbox.enqueue("chat.accept", "s-1", "{}");
        outbox.enqueue("chat.accept", "s-2", "{}");
        outbox.enqueue("chat.send", "s-1", "{}");

        List<Action> head = head();
        long first = head.getFirst().n();
        assertThat(head).extracting(Action::n).containsExactly(first, first + 1, first + 2);
        assertThat(head).extracting(Action::after).containsExactly(0L, 0L, first);
        assertThat(head).extracting(Action::at).containsOnly(CLOCK.instant());
        assertThat(queued).hasValue(3);
    }

    @Test
    void theSameKeyIsQueuedOnce() {
        outbox.enqueue("k-1", "chat.send", "s-1", "{\"text\":\"one\"}");
        outbox.enqueue("k-1", "chat.send", "s-1", "{\"text\":\"two\"}");

        assertThat(head()).singleElement().extracting(Action::payload).isEqualTo("{\"text\":\"one\"}");
    }

    @Test
    void anAppliedKeyIsNotQueuedAgain() {
        outbox.enqueue("k-1", "chat.send", "s-1", "{}");
        outbox.settle(head(), List.of(new ActionResult.Applied("k-1", "", false)));

        outbox.enqueue("k-1", "chat.send", "s-1", "{}");

        assertThat(head()).isEmpty();
        assertThat(outbox.standing("k-1")).isEqualTo(H2Outbox.Standing.APPLIED);
    }

    @Test
    void whatIsRefusedIsParkedAndShownAndTheRestGoesOn() {
        outbox.enqueue("k-1", "chat.send", "s-1", "{}");
        outbox.enqueue("k-2", "chat.send", "s-1", "{}");
        outbox.settle(head(), List.of(new ActionResult.Rejected("k-1", "session_closed")));

        assertThat(head()).extracting(Action::key).containsExactly("k-2");
        assertThat(outbox.parked()).singleElement().extracting(ParkedAction::code).isEqualTo("session_closed");
        assertThat(outbox.waiting()).isOne();

        outbox.discard("k-1");
        assertThat(outbox.parked()).isEmpty();
        assertThat(outbox.standing("k-1")).isEqualTo(H2Outbox.Standing.REFUSED);
    }

    @Test
    void whatIsDoneAgainTravelsUnderAnotherKeyAndIsKnownByItsFirst() {
        outbox.enqueue("k-1", "chat.send", "s-1", "{}");
        outbox.settle(head(), List.of(new ActionResult.Conflict("k-1", "owner_epoch_old", "")));

        String second = outbox.enqueueAgain("k-1", "chat.send", "s-1", "{}");
        outbox.settle(head(), List.of(new ActionResult.Conflict(second, "owner_epoch_old", "")));
        String third = outbox.enqueueAgain(second, "chat.send", "s-1", "{}");

        assertThat(head()).extracting(Action::key).containsExactly(third);
        assertThat(outbox.firstKey(third)).isEqualTo("k-1");
        assertThat(outbox.lastKey("k-1")).isEqualTo(third);
        assertThat(outbox.parked()).isEmpty();
    }

    @Test
    void anActionWaitsForItsPredecessorThatIsStillToCome() {
        outbox.enqueue("k-1", "chat.send", "s-1", "{}");
        outbox.enqueue("k-2", "chat.send", "s-1", "{}");

        List<Settled> settled = outbox.settle(head(), List.of(new ActionResult.Conflict("k-2", "predecessor_missing", "")));

        assertThat(settled).isEmpty();
        assertThat(head()).last().extracting(Action::after).isNotEqualTo(0L);
    }

    @Test
    void anActionGoesAloneWhenItsPredecessorWillNotComeAgain() {
        outbox.enqueue("k-1", "chat.send", "s-1", "{}");
        outbox.enqueue("k-2", "chat.send", "s-1", "{}");
        outbox.settle(head(), List.of(new ActionResult.Applied("k-1", "", false)));

        outbox.settle(head(), List.of(new ActionResult.Conflict("k-2", "predecessor_missing", "")));

        assertThat(head()).singleElement().extracting(Action::after).isEqualTo(0L);
    }

    @Test
    void aBatchIsCutByItsLengthButNeverEmpty() {
        outbox.enqueue("kb.flag", "a-1", "x".repeat(100));
        outbox.enqueue("kb.flag", "a-2", "x".repeat(100));

        assertThat(outbox.head(50, 150)).hasSize(1);
        assertThat(outbox.head(50, 10)).hasSize(1);
        assertThat(outbox.head(50, 200)).hasSize(2);
    }

    @Test
    void everythingIsThereAfterAReopenAndNumbersGoOn() {
        outbox.enqueue("k-1", "chat.send", "s-1", "{}");
        long n = head().getFirst().n();
        outbox.settle(head(), List.of(new ActionResult.Applied("k-1", "", false)));
        database.close();
        open();

        outbox.enqueue("k-2", "chat.send", "s-1", "{}");

        assertThat(head()).singleElement().satisfies(action -> {
            assertThat(action.n()).isEqualTo(n + 1);
            assertThat(action.after()).isEqualTo(n);
        });
    }

    @Test
    void draftsAreReplacedAndRemoved() {
        var drafts = new H2Drafts(database);
        drafts.save(new StoredDraft("s-1", "Здравствуйте", 5));
        drafts.save(new StoredDraft("s-1", "Здравствуйте!", 13));
        drafts.save(new StoredDraft("s-2", "черновик", 0));
        drafts.save(new StoredDraft("s-2", "", 0));

        assertThat(drafts.all()).containsExactly(new StoredDraft("s-1", "Здравствуйте!", 13));
    }

    @Test
    void ownerEpochsAreKeptAndForgotten() {
        var owners = new ChatOwners(database);
        owners.keep("s-1", 4);
        owners.keep("s-1", 5);

        assertThat(owners.epoch("s-1")).isEqualTo(5);
        owners.forget("s-1");
        assertThat(owners.epoch("s-1")).isZero();
    }
}
