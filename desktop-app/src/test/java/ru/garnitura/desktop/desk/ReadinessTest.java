package ru.garnitura.desktop.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadinessTest {

    private final List<String> told = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-22T09:00:00Z");
    private final Readiness readiness = new Readiness(new Standing(OperatorState.READY, "", now), new Readiness.Ports() {
        @Override
        public void acceptCalls(boolean accepting) {
            told.add("accept " + accepting);
        }

        @Override
        public void report(Standing standing) {
            told.add(standing.state() + " " + standing.reason());
        }
    }, () -> now);

    @Test
    void theSoftphoneAndTheBackOfficeLearnTheStateAtTheStart() {
        assertThat(told).containsExactly("accept true", "READY ");
    }

    @Test
    void aBreakStopsCallsAndAnotherReasonBeginsAnotherTime() {
        readiness.goNotReady("break");
        pass(60);
        readiness.goNotReady("lunch");

        assertThat(told).endsWith("accept false", "NOT_READY break", "accept false", "NOT_READY lunch");
        assertThat(readiness.standing().get().since()).isEqualTo(now);
    }

    @Test
    void whatHasToBeAskedBeforeReadyIsAskedWhereNotReadyEndsAndNowhereElse() {
        List<Runnable> asked = new ArrayList<>();
        readiness.askBeforeReady(asked::add, asked::clear);
        readiness.beginWrapUp();
        readiness.endWrapUp();
        readiness.goReady();
        assertThat(asked).as("was Ready all the time").isEmpty();
        readiness.goNotReady("break");
        readiness.goReady();
        assertThat(asked).hasSize(1);
        assertThat(readiness.state()).as("not agreed to yet").isEqualTo(OperatorState.NOT_READY);
        asked.getFirst().run();
        assertThat(readiness.state()).isEqualTo(OperatorState.READY);
        readiness.goNotReady("break");
        assertThat(asked).as("nothing is asked any more").isEmpty();
    }

    @Test
    void theSameReasonAgainChangesNothing() {
        readiness.goNotReady("break");
        Instant since = now;
        pass(60);
        readiness.goNotReady("break");

        assertThat(readiness.standing().get().since()).isEqualTo(since);
        assertThat(told).hasSize(4);
    }

    @Test
    void aBreakAskedForDuringWrapUpBeginsWhenItIsDone() {
        readiness.beginWrapUp();
        Instant since = now;
        pass(20);
        readiness.goNotReady("break");
        assertThat(readiness.standing().get()).isEqualTo(new Standing(OperatorState.WRAP_UP_THEN_NOT_READY, "break", since));

        pass(20);
        readiness.endWrapUp();

        assertThat(readiness.standing().get()).isEqualTo(new Standing(OperatorState.NOT_READY, "break", now));
    }

    @Test
    void readyAskedForDuringWrapUpTakesTheBreakBack() {
        readiness.beginWrapUp();
        readiness.goNotReady("break");
        readiness.goReady();
        readiness.endWrapUp();

        assertThat(readiness.standing().get()).isEqualTo(new Standing(OperatorState.READY, "", now));
    }

    private void pass(long seconds) {
        now = now.plus(Duration.ofSeconds(seconds));
    }
}
