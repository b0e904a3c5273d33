package ru.garnitura.softphone.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ru.garnitura.assets.Formats;
import ru.garnitura.assets.Words;
import ru.garnitura.softphone.call.CallEndCause;
import ru.garnitura.softphone.call.CallHints;
import ru.garnitura.softphone.call.CallSnapshot;
import ru.garnitura.softphone.call.RegistrationCause;
import ru.garnitura.softphone.call.RegistrationSnapshot;
import ru.garnitura.softphone.call.RegistrationState;
import ru.garnitura.softphone.call.RemoteParty;

class CallTextsTest {

    private final ScriptedDesk desk = new ScriptedDesk();
    private final Words words = Words.of(desk.language, "softphone", SoftphoneUi.class);
    private final CallTexts texts = new CallTexts(words, new Formats(desk.language,
            desk.time.withZone(java.time.ZoneId.of("Europe/Moscow"))));

    @BeforeEach
    void russian() {
        desk.language.set(Words.RUSSIAN);
    }

    @Test
    void tellsWhoWhereFromAndHowLongTheyWaited() {
        var call = shown(ScriptedDesk.IRINA);

        assertThat(texts.who(call)).isEqualTo("Ирина Соколова");
        assertThat(texts.detail(call))
                .isEqualTo("+7\u00a0927\u00a0555\u201101\u201134 · очередь «Техподдержка» · ожидание 00:48");
    }

    @Test
    void withoutANameTheNumberStandsFirst() {
        var call = shown(new RemoteParty("", "+79275550134", "sip:x@test.invalid", false, CallHints.NONE));

        assertThat(texts.who(call)).isEqualTo("+7\u00a0927\u00a0555\u201101\u201134");
        assertThat(texts.detail(call)).isEmpty();
    }

    @Test
    void aHiddenNumberSaysSo() {
        assertThat(texts.who(shown(new RemoteParty("", "", "", false, CallHints.NONE)))).isEqualTo("Номер скрыт");
    }

    @Test
    void aNameCannotTurnTheDirectionOfWriting() {
        var call = shown(new RemoteParty("\u202eбанк\u200b", "1", "", false,
                new CallHints("\u2066очередь", -1, "", List.of(), Map.of())));

        assertThat(texts.who(call)).isEqualTo("банк");
        assertThat(texts.detail(call)).isEqualTo("1 · очередь «очередь»");
    }

    @Test
    void theWayHereIsTold() {
        var call = shown(new RemoteParty("Ирина", "+79275550134", "", true,
                new CallHints("", -1, "", List.of("100", "+78005550100"), "102", Map.of())));

        assertThat(texts.detail(call)).isEqualTo("+7 927 555‑01‑34 · перевод от 102 · звонили на +7 800 555‑01‑00");
    }

    @Test
    void theHoldPromiseCountsDownAndThenAccuses() {
        assertThat(texts.promise(Duration.ofSeconds(23), Duration.ofSeconds(60))).endsWith("через 00:37");
        assertThat(texts.promise(Duration.ofSeconds(65), Duration.ofSeconds(60))).endsWith("00:05 назад");
    }

    @ParameterizedTest
    @MethodSource("causes")
    void everyEndHasWordsInBothLanguages(CallEndCause cause) {
        var russian = EndWords.of(cause, words);
        desk.language.set(Words.ENGLISH);

        assertThat(EndWords.of(cause, words)).isNotBlank().isNotEqualTo(russian);
    }

    @ParameterizedTest
    @MethodSource("registrationCauses")
    void everyRegistrationFailureSaysWhyAndWhenItLastWentWell(RegistrationCause cause) {
        var now = desk.time.instant();
        var failed = new RegistrationSnapshot(RegistrationState.FAILED, cause, now, now.minusSeconds(600));

        assertThat(new RegistrationWords(texts).of(failed, now)).startsWith("Звонки не поступают: ")
                .endsWith("Последняя связь: 11:50");
    }

    private CallSnapshot shown(RemoteParty remote) {
        desk.calls(remote);
        return Objects.requireNonNull(desk.ui.call().callProperty().get());
    }

    private static Stream<CallEndCause> causes() {
        return Stream.of(new CallEndCause.EndedHere(), new CallEndCause.EndedByPeer(), new CallEndCause.RejectedHere(),
                new CallEndCause.Missed(), new CallEndCause.AnsweredElsewhere(), new CallEndCause.Busy(),
                new CallEndCause.Declined(), new CallEndCause.NoAnswer(), new CallEndCause.NoSuchNumber(),
                new CallEndCause.NotAllowed(), new CallEndCause.NoCommonMedia(), new CallEndCause.Unreachable(),
                new CallEndCause.BadTarget(), new CallEndCause.NoFreeLine(), new CallEndCause.Failed(500));
    }

    private static Stream<RegistrationCause> registrationCauses() {
        return Stream.of(new RegistrationCause.None(), new RegistrationCause.WrongPassword(),
                new RegistrationCause.NoCommonAlgorithm(), new RegistrationCause.NoAnswer(),
                new RegistrationCause.UnknownHost("pbx.example"), new RegistrationCause.NoNetwork(),
                new RegistrationCause.PortTaken("0.0.0.0:5060"), new RegistrationCause.BadSetting("aor"),
                new RegistrationCause.Certificate(RegistrationCause.Certificate.Flaw.EXPIRED, "expired"), new RegistrationCause.NotKept(),
                new RegistrationCause.Refused(500));
    }
}
