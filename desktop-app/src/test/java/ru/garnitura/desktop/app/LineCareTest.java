package ru.garnitura.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ru.garnitura.softphone.call.CallAudio;
import ru.garnitura.softphone.call.CallDirection;
import ru.garnitura.softphone.call.CallHints;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.CallSnapshot;
import ru.garnitura.softphone.call.CallState;
import ru.garnitura.softphone.call.CallTimes;
import ru.garnitura.softphone.call.RemoteParty;
import ru.garnitura.softphone.call.SoftphoneEvent;

class LineCareTest {

    private final List<Long> limits = new ArrayList<>();
    private final LineCare care = new LineCare(limits::add);

    private static CallSnapshot call(String id, CallState state) {
        var remote = new RemoteParty("", "+79275550134", "sip:x@test.invalid", false, CallHints.NONE);
        var times = new CallTimes(Instant.EPOCH, null, Instant.EPOCH, null);
        return new CallSnapshot(new CallId(id), CallDirection.INCOMING, remote,
                new CallSnapshot.Progress(state, CallAudio.OPEN, times, null), null);
    }

    @Test
    void theBaseLoadsSlowlyFromTheFirstRingToTheLastCallsEnd() {
        care.happened(new SoftphoneEvent.IncomingCall(call("a", CallState.RINGING)));
        care.happened(new SoftphoneEvent.CallChanged(call("a", CallState.CONFIRMED)));
        care.happened(new SoftphoneEvent.IncomingCall(call("b", CallState.RINGING)));
        care.happened(new SoftphoneEvent.CallChanged(call("a", CallState.TERMINATED)));
        assertThat(limits).containsExactly(LineCare.IN_A_CALL);

        care.happened(new SoftphoneEvent.CallChanged(call("b", CallState.TERMINATED)));
        assertThat(limits).containsExactly(LineCare.IN_A_CALL, 0L);
    }

    @Test
    void anEndHeardTwiceChangesNothing() {
        care.happened(new SoftphoneEvent.CallChanged(call("a", CallState.TERMINATED)));

        assertThat(limits).isEmpty();
    }
}
