package ru.garnitura.sessions.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import ru.garnitura.sessions.session.SessionId;
import ru.garnitura.sessions.session.SettableClock;

class ChatInboxTest {

    private static final SessionId CHAT = new SessionId("s-1");
    private static final int PULSES_A_SECOND = 60;

    private final SettableClock clock = new SettableClock(Said.START, ZoneOffset.UTC);
    private final Deque<Runnable> pulses = new ArrayDeque<>();
    private final List<List<Long>> batches = new ArrayList<>();
    private Consumer<ChatEvent> taken = event -> { };
    private final ChatInbox inbox = new ChatInbox(pulses::add, clock, this::take);
    private long said;

    private void take(ChatInbox.Batch batch) {
        List<Long> seen = new ArrayList<>();
        batches.add(seen);
        for (ChatEvent event = batch.next(); event != null; event = batch.next()) {
            seen.add(((ChatEvent.Sequenced) event).seq());
            taken.accept(event);
        }
    }

    @Test
    void whatComesAloneIsTakenAtTheNextPulse() {
        for (int i = 1; i <= 5; i++) {
            say(1);
            pulse();
            assertThat(batches).hasSize(i);
        }
    }

    @Test
    void aFloodIsTakenTenTimesASecondAndNothingIsLost() {
        for (int i = 0; i < PULSES_A_SECOND; i++) {
            say(17);
            pulse();
        }
        assertThat(batches).hasSizeBetween(9, 11);
        quieten();
        assertThat(all()).containsExactlyElementsOf(LongStream.rangeClosed(1, said).boxed().toList());
    }

    @Test
    void afterAFloodWhatComesAloneIsTakenAtTheNextPulse() {
        say(500);
        quieten();
        int before = batches.size();
        say(1);
        pulse();
        assertThat(batches).hasSize(before + 1);
    }

    @Test
    void whatFollowsAFewIsNotHeldBackForLong() {
        say(ChatInbox.EVENTS_A_PULSE);
        pulse();
        say(1);
        pulse();
        pulse();
        assertThat(all()).hasSize((int) said);
    }

    @Test
    void aBatchThatTakesLongEndsAndTheRestFollows() {
        taken = event -> clock.advance(Duration.ofMillis(1));
        say(1_000);
        pulse();
        assertThat(batches.getFirst()).hasSizeBetween(1, 64);
        quieten();
        assertThat(all()).containsExactlyElementsOf(LongStream.rangeClosed(1, 1_000).boxed().toList());
    }

    @Test
    void whatWaitsBehindAnEventThatFailsIsTakenAllTheSame() {
        taken = event -> {
            taken = next -> { };
            throw new IllegalStateException("a bug");
        };
        say(30);
        assertThatThrownBy(this::pulse).hasMessage("a bug");
        quieten();
        assertThat(all()).containsExactlyElementsOf(LongStream.rangeClosed(1, 30).boxed().toList());
    }

    private void say(int events) {
        for (int i = 0; i < events; i++) {
            inbox.accept(Said.customer(CHAT, ++said, "text"));
        }
    }

    private void pulse() {
        for (int due = pulses.size(); due > 0; due--) {
            pulses.remove().run();
        }
    }

    private void quieten() {
        while (!pulses.isEmpty()) {
            pulse();
        }
    }

    private List<Long> all() {
        return batches.stream().flatMap(List::stream).toList();
    }
}
