package ru.garnitura.softphone.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is recorded, when, and what the operator is told of it.
class CallRecordingsTest {

    private final FakeTimers timers = new FakeTimers();
    private final ScriptedSignaling signaling = new ScriptedSignaling();
    private final ScriptedMedia media = new ScriptedMedia();
    private final Softphone softphone = new Softphone(timers.lane(), () -> signaling, media);
    private final List<Boolean> kept = new ArrayList<>();

    @BeforeEach
    void register() {
        SipAccount plain = SipAccount.of("sip:101@pbx.example", "secret"::toCharArray, "sip:pbx.example");
        softphone.register(new SipAccount(plain.identity(), plain.route(),
                new SipAccount.CallPolicy(-1, 0, 3, List.of("pcma"), SrtpPolicy.OFF)));
    }

    private void rule(RecordingRules.When when) {
        softphone.setRecordingRules(new RecordingRules(when, call -> new Recording(Path.of(call.value()),
                new SecretKeySpec(new byte[32], "AES"), kept::add)));
    }

    private CallId talking() {
        CallId id = signaling.call("1");
        softphone.answer(id);
        return id;
    }

    private RecordingState state(CallId id) {
        return softphone.snapshot().calls().stream().filter(call -> call.id().equals(id)).findFirst().orElseThrow()
                .recording();
    }

    private List<String> verbs() {
        return media.sessions().getFirst().verbs();
    }

    @Test
    void nothingIsRecordedUnlessTheRulesSaySo() {
        CallId id = talking();
        softphone.record(id);

        assertThat(state(id)).isEqualTo(RecordingState.NONE);
        assertThat(verbs()).doesNotContain("record");
    }

    @Test
    void onDemandTheOperatorBeginsPausesAndGoesOn() {
        rule(RecordingRules.When.ON_DEMAND);
        CallId id = talking();
        assertThat(state(id)).isEqualTo(RecordingState.POSSIBLE);

        softphone.record(id);
        assertThat(state(id)).isEqualTo(RecordingState.ON);
        softphone.pauseRecording(id);
        softphone.pauseRecording(id);
        assertThat(state(id)).isEqualTo(RecordingState.PAUSED);
        softphone.record(id);

        assertThat(state(id)).isEqualTo(RecordingState.ON);
        assertThat(verbs()).containsSubsequence("record", "pause recording", "go on recording")
                .containsOnlyOnce("pause recording");
    }

    @Test
    void alwaysRecordsFromTheAnswerOnAndNeverARing() {
        rule(RecordingRules.When.ALWAYS);
        CallId id = signaling.call("1");
        assertThat(state(id)).isEqualTo(RecordingState.NONE);
        softphone.answer(id);

        assertThat(state(id)).isEqualTo(RecordingState.ON);
        assertThat(verbs()).containsSubsequence("start", "record");
    }

    @Test
    void aConsultationIsNotTheCustomers() {
        rule(RecordingRules.When.ALWAYS);
        CallId customer = talking();
        CallId consultation = softphone.consult(customer, "102", Map.of());
        signaling.remote().modified(customer, ScriptedMedia.remote());
        signaling.remote().answered(consultation, ScriptedMedia.remote());

        assertThat(state(customer)).isEqualTo(RecordingState.ON);
        assertThat(state(consultation)).isEqualTo(RecordingState.NONE);
        assertThat(media.sessions().getLast().verbs()).doesNotContain("record");
    }

    @Test
    void inAConferenceAllPauseAndGoOnTogether() {
        rule(RecordingRules.When.ALWAYS);
        CallId first = talking();
        CallId second = signaling.call("2");
        softphone.answer(second);
        signaling.remote().modified(first, ScriptedMedia.remote());
        softphone.conference();
        signaling.remote().modified(first, ScriptedMedia.remote());

        softphone.pauseRecording(second);
        assertThat(List.of(state(first), state(second))).containsOnly(RecordingState.PAUSED);
        softphone.record(first);

        assertThat(List.of(state(first), state(second))).containsOnly(RecordingState.ON);
        assertThat(media.sessions()).allSatisfy(session -> assertThat(session.verbs())
                .containsSubsequence("pause recording", "go on recording").containsOnlyOnce("pause recording"));
    }

    @Test
    void whoJoinsWhileTheOtherIsPausedIsPausedToo() {
        rule(RecordingRules.When.ALWAYS);
        CallId first = talking();
        CallId second = signaling.call("2");
        softphone.answer(second);
        signaling.remote().modified(first, ScriptedMedia.remote());
        softphone.pauseRecording(first);
        assertThat(state(second)).isEqualTo(RecordingState.ON);

        softphone.conference();

        assertThat(state(second)).isEqualTo(RecordingState.PAUSED);
    }

    @Test
    void aFullDiskIsToldAndMayBeTriedAgain() {
        rule(RecordingRules.When.ALWAYS);
        CallId id = talking();
        media.sessions().getFirst().endRecording(false);

        assertThat(state(id)).isEqualTo(RecordingState.BROKEN);
        assertThat(kept).containsExactly(false);
        softphone.record(id);
        assertThat(state(id)).isEqualTo(RecordingState.ON);
    }

    @Test
    void theEndOfTheCallIsTheEndOfTheRecording() {
        rule(RecordingRules.When.ALWAYS);
        CallId id = talking();
        softphone.end(id);
        media.sessions().getFirst().endRecording(true);

        assertThat(kept).containsExactly(true);
    }
}
