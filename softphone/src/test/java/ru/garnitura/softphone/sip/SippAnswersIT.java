package ru.garnitura.softphone.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ru.garnitura.softphone.call.CallEndCause;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.CallState;
import ru.garnitura.softphone.call.ScriptedMedia;
import ru.garnitura.softphone.call.SipAccount;
import ru.garnitura.softphone.call.SrtpPolicy;
import ru.garnitura.softphone.peers.Phone;
import ru.garnitura.softphone.peers.Sipp;

/// Callees and a registrar that do what none of ours would.
class SippAnswersIT {

    private static final int RACES = 1_000;

    @TempDir
    private Path folder;

    private static CallId dial(Phone phone, Sipp.Answering sipp, CallState until) throws InterruptedException {
        CallId call = phone.dial(sipp.uri());
        phone.awaitState(call, until);
        return call;
    }

    /// As owner of the Call-ID we try again after 2.1 to 4 s.
    @Test
    void aHoldThatMetHisOwnChangeIsTriedAgain() throws Exception {
        try (Phone phone = new Phone("alice", new ScriptedMedia()).listen();
                Sipp.Answering sipp = Sipp.answer(folder, "answer-with-glare", "-m", "1", "-trace_rtt", "-rtt_freq", "1")) {
            CallId call = dial(phone, sipp, CallState.CONFIRMED);
            phone.softphone().hold(call);
            phone.awaitState(call, CallState.HELD);
            phone.softphone().end(call);
            sipp.awaitEnd();
            assertThat(Sipp.responseTimes(folder)).singleElement().satisfies(ms -> assertThat(ms).isBetween(2_100.0, 4_300.0));
        }
    }

    @Test
    void ofTwoWhoAnswerOneIsTalkedToAndTheOtherLetGo() throws Exception {
        try (Phone phone = new Phone("alice", new ScriptedMedia()).listen(); Sipp.Answering sipp = Sipp.answer(folder, "answer-twice", "-m", "1")) {
            CallId call = dial(phone, sipp, CallState.CONFIRMED);
            sipp.awaitEnd();
            assertThat(phone.awaitEnd(call)).isEqualTo(new CallEndCause.EndedByPeer());
            assertThat(phone.calls()).isEmpty();
        }
    }

    @Test
    void anAnswerThatMeetsTheCancelLeavesNoGhost() throws Exception {
        try (Phone phone = new Phone("alice", new ScriptedMedia()).listen();
                Sipp.Answering sipp = Sipp.answer(folder, "answer-into-cancel", "-m", Integer.toString(RACES))) {
            for (int i = 0; i < RACES; i++) {
                CallId call = dial(phone, sipp, CallState.ALERTING);
                phone.softphone().end(call);
                assertThat(phone.awaitEnd(call)).isEqualTo(new CallEndCause.EndedHere());
                phone.forget();
            }
            sipp.awaitEnd();
            assertThat(phone.calls()).isEmpty();
        }
    }

    @Test
    void aLongerSessionIntervalIsAgreedTo() throws Exception {
        try (Phone phone = new Phone("alice", new ScriptedMedia());
                Sipp.Answering sipp = Sipp.answer(folder, "longer-interval", "-m", "1")) {
            SipAccount plain = phone.account("", "pw-alice");
            phone.listen(new SipAccount(plain.identity(), plain.route(),
                    new SipAccount.CallPolicy(-1, 1_800, 3, List.of("pcma"), SrtpPolicy.OFF)));
            CallId call = dial(phone, sipp, CallState.CONFIRMED);
            phone.softphone().end(call);
            sipp.awaitEnd();
        }
    }

    @Test
    void theStrongestAlgorithmIsTakenAndAStaleNonceReplaced() throws Exception {
        try (Sipp.Answering sipp = Sipp.answer(folder, "stale-registrar", "-m", "1"); Phone phone = new Phone("alice", new ScriptedMedia())) {
            phone.register("sip:127.0.0.1:" + sipp.port());
            sipp.awaitEnd();
        }
    }
}
