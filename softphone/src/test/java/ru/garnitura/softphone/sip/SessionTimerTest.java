package ru.garnitura.softphone.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import ru.garnitura.softphone.call.FakeTimers;

class SessionTimerTest {

    private final FakeTimers timers = new FakeTimers();
    private final List<String> news = new ArrayList<>();
    private final SessionTimer timer = new SessionTimer(timers, () -> news.add("refresh"), () -> news.add("expired"));

    @Test
    void oursIsRefreshedAtHalf() {
        timer.restart(new SessionTimer.Agreement(1_800, true));
        timers.pass(Duration.ofSeconds(899));
        assertThat(news).isEmpty();
        timers.pass(Duration.ofSeconds(1));

        assertThat(news).containsExactly("refresh");
    }

    @Test
    void theirsExpiresHalfAMinuteBeforeTheEnd() {
        timer.restart(new SessionTimer.Agreement(1_800, false));
        timers.pass(Duration.ofSeconds(1_767));
        assertThat(news).isEmpty();
        timers.pass(Duration.ofSeconds(1));

        assertThat(news).containsExactly("expired");
    }

    @Test
    void aRefreshBeginsANewInterval() {
        timer.restart(new SessionTimer.Agreement(90, false));
        timers.pass(Duration.ofSeconds(50));
        timer.restart(new SessionTimer.Agreement(90, false));
        timers.pass(Duration.ofSeconds(50));
        assertThat(news).isEmpty();
        timer.stop();
        timers.pass(Duration.ofSeconds(100));

        assertThat(news).isEmpty();
    }
}
