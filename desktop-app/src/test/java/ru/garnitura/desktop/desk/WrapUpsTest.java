package ru.garnitura.desktop.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WrapUpsTest {

    private static final Disposition COMPLETE = new Disposition("t-home-down", "resolved", "Перезагрузили роутер.");

    private final KeptWrapUps store = new KeptWrapUps();
    private final List<String> told = new ArrayList<>();
    private Instant now = Contacts.START;
    private final WrapUps wrapUps = wrapUps();

    @Test
    void aCallHasADeadlineAndAChatHasNone() {
        wrapUps.begin(Contacts.call(), "");
        wrapUps.begin(Contacts.chat(), "");

        assertThat(wrapUps.of("call-5f20").orElseThrow().deadline()).isEqualTo(now.plusSeconds(60));
        assertThat(wrapUps.of("s-5").orElseThrow().deadline()).isNull();
    }

    @Test
    void whatWasNotedDuringTheCallBeginsTheNote() {
        wrapUps.begin(Contacts.call(), "роутер мигает");

        assertThat(wrapUps.of("call-5f20").orElseThrow().disposition().note()).isEqualTo("роутер мигает");
    }

    @Test
    void nothingIsFinishedWithoutTopicAndResult() {
        wrapUps.begin(Contacts.call(), "");
        wrapUps.change("call-5f20", new Disposition("t-home-down", "", "note"));

        assertThat(wrapUps.finish("call-5f20")).isFalse();
        assertThat(told).isEmpty();
        assertThat(wrapUps.open()).hasSize(1);
    }

    @Test
    void aFinishedOneIsHandedOverBeforeItIsForgotten() {
        wrapUps.begin(Contacts.call(), "");
        wrapUps.change("call-5f20", COMPLETE);

        assertThat(wrapUps.finish("call-5f20")).isTrue();
        assertThat(told).containsExactly("done t-home-down", "left call-5f20");
        assertThat(store.all()).isEmpty();
        assertThat(wrapUps.open()).isEmpty();
    }

    @Test
    void anUnfinishedOneSurvivesARestart() {
        wrapUps.begin(Contacts.call(), "");
        wrapUps.change("call-5f20", COMPLETE);

        WrapUps next = wrapUps();
        List<String> restored = new ArrayList<>();
        next.restore(wrapUp -> restored.add(wrapUp.contact().session()), () -> restored.add("then"));

        assertThat(restored).containsExactly("call-5f20", "then");
        assertThat(next.of("call-5f20").orElseThrow()).isEqualTo(wrapUps.of("call-5f20").orElseThrow());
    }

    @Test
    void moreTimeCountsFromNowOnceTheDeadlineHasPassed() {
        wrapUps.begin(Contacts.call(), "");
        wrapUps.extend("call-5f20", Duration.ofSeconds(30));
        assertThat(wrapUps.of("call-5f20").orElseThrow().deadline()).isEqualTo(now.plusSeconds(90));

        now = now.plusSeconds(200);
        wrapUps.extend("call-5f20", Duration.ofSeconds(30));
        assertThat(wrapUps.of("call-5f20").orElseThrow().deadline()).isEqualTo(now.plusSeconds(30));
    }

    private WrapUps wrapUps() {
        var ports = new WrapUps.Ports(store, Runnable::run, Runnable::run, done -> {
            assertThat(store.all()).isNotEmpty();
            told.add("done " + done.disposition().topic());
        }, left -> told.add("left " + left.contact().session()));
        return new WrapUps(ports, Duration.ofSeconds(60), () -> now);
    }
}
