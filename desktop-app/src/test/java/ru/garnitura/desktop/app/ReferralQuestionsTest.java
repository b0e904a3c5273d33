package ru.garnitura.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.garnitura.desktop.settings.WindowMemory;
import ru.garnitura.desktop.ui.Appearance;
import ru.garnitura.desktop.ui.notice.Notice;
import ru.garnitura.desktop.ui.notice.Notices;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.FakeTimers;
import ru.garnitura.softphone.call.ScriptedMedia;
import ru.garnitura.softphone.call.ScriptedSignaling;
import ru.garnitura.softphone.call.SipAccount;
import ru.garnitura.softphone.call.Softphone;

/// What the operator is asked when the other side of a call wants him to call somebody.
class ReferralQuestionsTest {

    @TempDir
    private Path folder;

    private final FakeTimers timers = new FakeTimers();
    private final ScriptedSignaling signaling = new ScriptedSignaling();
    private final Softphone softphone = new Softphone(timers.lane(), () -> signaling, new ScriptedMedia());
    private final Notices notices = new Notices();
    private ReferralQuestions questions;
    private CallId asking;

    @BeforeEach
    void ask() {
        var appearance = new Appearance(WindowMemory.read(folder, Runnable::run), new Appearance.Wanted("ru", "light"), Clock.systemUTC());
        questions = new ReferralQuestions(softphone, notices, appearance);
        softphone.subscribe(questions::happened);
        softphone.register(account());
        asking = signaling.call("1");
        softphone.answer(asking);
        signaling.remote().referred(asking, "sip:88095550134@pbx.example", Map.of());
    }

    private void press(int deed) {
        notices.shown().getFirst().deeds().get(deed).action().run();
    }

    @Test
    void theNumberIsShownAndNobodyIsCalledYet() {
        assertThat(notices.shown()).singleElement().satisfies(notice ->
                assertThat(notice.text().getValue()).contains("809", "просит вас позвонить"));
        assertThat(questions.waiting().get()).isTrue();
        assertThat(signaling.verbs()).noneMatch(verb -> verb.startsWith("invite"));
    }

    @Test
    void agreedToItIsCalledAndTheQuestionGoes() {
        press(0);

        assertThat(signaling.verbs()).anyMatch(verb -> verb.startsWith("invite sip:88095550134@pbx.example "));
        assertThat(notices.shown()).isEmpty();
        assertThat(questions.waiting().get()).isFalse();
    }

    @Test
    void declinedItIsToldAndTheQuestionGoes() {
        press(1);

        assertThat(signaling.last()).isEqualTo("referral 603");
        assertThat(notices.shown()).extracting(Notice::id).isEmpty();
    }

    @Test
    void putAwayItIsDeclinedToo() {
        notices.shown().getFirst().dismissed().run();

        assertThat(signaling.last()).isEqualTo("referral 603");
        assertThat(questions.waiting().get()).isFalse();
    }

    @Test
    void theQuestionGoesWithItsTime() {
        timers.pass(Duration.ofMinutes(1));

        assertThat(notices.shown()).isEmpty();
        assertThat(questions.waiting().get()).isFalse();
    }

    @Test
    void aForeignServerIsNamed() {
        press(1);
        timers.pass(Duration.ofMinutes(1));
        signaling.remote().referred(asking, "sip:103@elsewhere.example", Map.of());

        assertThat(notices.shown()).singleElement().satisfies(notice ->
                assertThat(notice.text().getValue()).contains("103 на чужой сервер elsewhere.example"));
    }

    @Test
    void twoWhoAskAreTwoQuestionsAndTheKeyAnswersTheFirst() {
        CallId second = signaling.call("2");
        softphone.answer(second);
        signaling.remote().referred(second, "sip:*45@pbx.example", Map.of());
        assertThat(notices.shown()).extracting(notice -> notice.text().getValue()).anyMatch(text -> text.contains("sip:*45@"))
                .anyMatch(text -> text.contains("809"));
        questions.agree();

        assertThat(signaling.verbs()).anyMatch(verb -> verb.startsWith("invite sip:88095550134@pbx.example "));
        assertThat(notices.shown()).singleElement().extracting(Notice::id).isEqualTo("referral-" + second.value());
        assertThat(questions.waiting().get()).isTrue();
    }

    private static SipAccount account() {
        SipAccount plain = SipAccount.of("sip:101@pbx.example", "secret"::toCharArray, "sip:pbx.example");
        SipAccount.CallPolicy one = plain.policy();
        return new SipAccount(plain.identity(), plain.route(),
                new SipAccount.CallPolicy(-1, 0, 3, one.codecs(), one.srtp()));
    }
}
