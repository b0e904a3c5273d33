package ru.garnitura.sessions.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SessionListTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    private final SessionList list = new SessionList();

    @Test
    void theCallComesFirstThenWhoeverWaitsLongest() {
        list.put(chat("quick", Channel.APP, NOW.minusSeconds(8)));
        list.put(chat("letter", Channel.EMAIL, NOW.minus(Duration.ofHours(4))));
        list.put(chat("answered", Channel.SITE, null));
        list.put(chat("slow", Channel.TELEGRAM, NOW.minusSeconds(52)));
        list.put(chat("call", Channel.CALL, null));
        assertThat(list.ordered()).extracting(session -> session.id().value())
                .containsExactly("call", "slow", "quick", "letter", "answered");
    }

    @Test
    void theOrderDoesNotDependOnTheOrderOfArrival() {
        List<Session> sessions = new ArrayList<>();
        List<Channel> channels = List.of(Channel.values());
        Random random = new Random(7);
        for (int i = 0; i < 40; i++) {
            Channel channel = channels.get(random.nextInt(channels.size()));
            sessions.add(chat("s" + i, channel, random.nextBoolean() ? NOW.minusSeconds(random.nextInt(20)) : null));
        }
        sessions.forEach(list::put);
        List<Session> expected = list.ordered();
        for (int seed = 0; seed < 200; seed++) {
            Collections.shuffle(sessions, new Random(seed));
            SessionList shuffled = new SessionList();
            sessions.forEach(shuffled::put);
            assertThat(shuffled.ordered()).isEqualTo(expected);
        }
    }

    @Test
    void aClosedOrLostSessionLeavesTheList() {
        list.put(chat("a", Channel.SITE, NOW));
        list.put(chat("b", Channel.SITE, NOW));
        list.apply(new SessionId("a"), SessionInput.CLOSE, NOW);
        list.apply(new SessionId("b"), SessionInput.REVOKE, NOW);
        assertThat(list.ordered()).isEmpty();
    }

    @Test
    void onlyAcceptedSessionsCountAgainstTheCap() {
        list.put(Session.offered(new SessionId("offered"), origin(Channel.SITE), NOW.plusSeconds(20)));
        list.put(chat("open", Channel.SITE, null));
        list.put(chat("over", Channel.SITE, null).after(SessionInput.END, NOW));
        assertThat(list.served()).isEqualTo(1);
    }

    @Test
    void theOldestOfferIsTheChatOfferedThatWaitsLongest() {
        list.put(Session.offered(new SessionId("call"), origin(Channel.CALL), null));
        list.put(Session.offered(new SessionId("second"), origin(Channel.SITE), NOW.plusSeconds(20)));
        assertThat(list.oldestOffer()).map(Session::id).contains(new SessionId("second"));
    }

    @Test
    void listenersHearOfChangesOnly() {
        AtomicInteger heard = new AtomicInteger();
        list.put(chat("a", Channel.SITE, NOW));
        list.onChange(heard::incrementAndGet);
        list.put(chat("a", Channel.SITE, NOW));
        list.apply(new SessionId("a"), SessionInput.ASSIGN, NOW);
        assertThat(heard).hasValue(0);
        list.apply(new SessionId("a"), SessionInput.END, NOW);
        assertThat(heard).hasValue(1);
    }

    @Test
    void changesMadeTogetherAreToldOnceWhenAllAreMade() {
        List<List<String>> told = new ArrayList<>();
        list.onChange(() -> told.add(list.ordered().stream().map(session -> session.id().value()).toList()));
        list.together(() -> {
            list.put(chat("a", Channel.SITE, NOW));
            list.together(() -> list.put(chat("b", Channel.SITE, NOW.plusSeconds(1))));
        });
        list.together(() -> { });
        assertThat(told).containsExactly(List.of("a", "b"));
    }

    @Test
    void changesMadeTogetherAreToldAlsoWhereOneFails() {
        AtomicInteger heard = new AtomicInteger();
        list.onChange(heard::incrementAndGet);
        assertThatThrownBy(() -> list.together(() -> {
            list.put(chat("a", Channel.SITE, NOW));
            throw new IllegalStateException("a bug");
        })).hasMessage("a bug");
        assertThat(heard).hasValue(1);
        list.put(chat("b", Channel.SITE, NOW));
        assertThat(heard).hasValue(2);
    }

    @Test
    void waitingIsNeverNegativeHoweverTheClocksDiffer() {
        Session early = chat("a", Channel.SITE, NOW.plusSeconds(3));
        assertThat(SessionList.waited(early, NOW)).isEqualTo(Duration.ZERO);
    }

    @Test
    void aChannelsLimitsDecideTheLevel() {
        DeskLimits limits = new DeskLimits(8, Map.of(Channel.SITE,
                new ChannelLimits(Duration.ofSeconds(10), Duration.ofSeconds(20))));
        ChannelLimits site = limits.of(Channel.SITE);
        assertThat(site.levelOf(Duration.ofSeconds(9))).isEqualTo(WaitingLevel.CALM);
        assertThat(site.levelOf(Duration.ofSeconds(10))).isEqualTo(WaitingLevel.SOON);
        assertThat(site.levelOf(Duration.ofSeconds(20))).isEqualTo(WaitingLevel.LATE);
        assertThat(limits.of(Channel.EMAIL)).isEqualTo(DeskLimits.DEFAULT_DEFERRED);
    }

    private static Session chat(String id, Channel channel, @Nullable Instant waitingSince) {
        return Session.offered(new SessionId(id), origin(channel), null)
                .after(SessionInput.ASSIGN, NOW).with(new Attention(waitingSince, 0, false));
    }

    private static SessionOrigin origin(Channel channel) {
        return new SessionOrigin(channel, new SessionOrigin.Party("Гость", "", null), "", NOW.minusSeconds(60));
    }
}
