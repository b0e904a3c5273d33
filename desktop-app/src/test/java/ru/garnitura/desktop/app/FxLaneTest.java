package ru.garnitura.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A burst of events on the way to the window (FAULTS 46).
class FxLaneTest {

    private static final long MS = 1_000_000;

    private final Queue<Runnable> toolkit = new ArrayDeque<>();
    private final List<Integer> done = new ArrayList<>();
    private long nanos;
    private final FxLane lane = new FxLane(toolkit::add, () -> nanos);

    private void burst(int events, long eachTakes) {
        IntStream.range(0, events).forEach(i -> lane.execute(() -> {
            done.add(i);
            nanos += eachTakes;
        }));
    }

    @Test
    void theToolkitHoldsOneTaskHoweverManyEventsCome() {
        burst(10_000, MS / 10);
        int most = toolkit.size();
        while (!toolkit.isEmpty()) {
            toolkit.remove().run();
            most = Math.max(most, toolkit.size());
        }

        assertThat(most).isOne();
        assertThat(done).isEqualTo(IntStream.range(0, 10_000).boxed().toList());
    }

    @Test
    void noSliceTakesMoreThanHalfAPulseAndOneEvent() {
        burst(1_000, MS);
        long longest = 0;
        while (!toolkit.isEmpty()) {
            long began = nanos;
            toolkit.remove().run();
            longest = Math.max(longest, nanos - began);
        }

        assertThat(longest).isLessThanOrEqualTo(9 * MS);
        assertThat(done).hasSize(1_000);
    }

    @Test
    void whatATaskAddsComesAfterWhatWaits() {
        lane.execute(() -> lane.execute(() -> done.add(2)));
        lane.execute(() -> done.add(1));
        while (!toolkit.isEmpty()) {
            toolkit.remove().run();
        }

        assertThat(done).containsExactly(1, 2);
    }

    @Test
    void aToolkitThatRefusedOneTaskIsHandedTheNext() {
        Queue<RuntimeException> refusals = new ArrayDeque<>(List.of(new IllegalStateException("not yet")));
        FxLane early = new FxLane(task -> {
            if (!refusals.isEmpty()) {
                throw refusals.remove();
            }
            toolkit.add(task);
        }, () -> nanos);
        assertThatThrownBy(() -> early.execute(() -> done.add(1))).hasMessage("not yet");
        early.execute(() -> done.add(2));
        toolkit.remove().run();

        assertThat(done).containsExactly(1, 2);
    }

    @Test
    void aTaskThatThrowsIsNotSwallowedAndHoldsUpNobody() {
        lane.execute(() -> {
            throw new IllegalStateException("a bug");
        });
        burst(3, 0);
        assertThatThrownBy(() -> toolkit.remove().run()).hasMessage("a bug");
        toolkit.remove().run();

        assertThat(done).containsExactly(0, 1, 2);
    }
}
