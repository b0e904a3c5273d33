package ru.garnitura.softphone.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CallStateTest {

    /// Every transition there is; whatever is not listed leaves the state unchanged.
    private static final Map<CallState, Map<CallInput, CallState>> TRANSITIONS = Map.ofEntries(
            Map.entry(CallState.DIALING, Map.of(CallInput.ALERT, CallState.ALERTING, CallInput.EARLY_SOUND, CallState.EARLY_MEDIA,
                    CallInput.ANSWER, CallState.CONFIRMED, CallInput.END, CallState.TERMINATED)),
            Map.entry(CallState.ALERTING, Map.of(CallInput.EARLY_SOUND, CallState.EARLY_MEDIA,
                    CallInput.ANSWER, CallState.CONFIRMED, CallInput.END, CallState.TERMINATED)),
            Map.entry(CallState.EARLY_MEDIA, Map.of(CallInput.ANSWER, CallState.CONFIRMED, CallInput.END, CallState.TERMINATED)),
            Map.entry(CallState.RINGING, Map.of(CallInput.ANSWER, CallState.CONFIRMED, CallInput.END, CallState.TERMINATED)),
            Map.entry(CallState.CONFIRMED, Map.of(CallInput.HOLD, CallState.HOLDING, CallInput.TRANSFER,
                    CallState.TRANSFERRING, CallInput.END, CallState.TERMINATED)),
            Map.entry(CallState.HOLDING, Map.of(CallInput.AGREE, CallState.HELD, CallInput.REFUSE, CallState.CONFIRMED,
                    CallInput.END, CallState.TERMINATED)),
            Map.entry(CallState.HELD, Map.of(CallInput.RESUME, CallState.RESUMING, CallInput.TRANSFER,
                    CallState.HELD_TRANSFERRING, CallInput.END, CallState.TERMINATED)),
            Map.entry(CallState.RESUMING, Map.of(CallInput.AGREE, CallState.CONFIRMED, CallInput.REFUSE, CallState.HELD,
                    CallInput.END, CallState.TERMINATED)),
            Map.entry(CallState.TRANSFERRING, Map.of(CallInput.REFUSE, CallState.CONFIRMED, CallInput.END, CallState.TERMINATED)),
            Map.entry(CallState.HELD_TRANSFERRING, Map.of(CallInput.REFUSE, CallState.HELD, CallInput.END, CallState.TERMINATED)),
            Map.entry(CallState.TERMINATED, Map.of()));

    static Stream<Arguments> everyStateAndInput() {
        return Stream.of(CallState.values())
                .flatMap(state -> Stream.of(CallInput.values()).map(input -> Arguments.of(state, input)));
    }

    @ParameterizedTest
    @MethodSource("everyStateAndInput")
    void followsTheTable(CallState state, CallInput input) {
        CallState expected = TRANSITIONS.getOrDefault(state, Map.of()).getOrDefault(input, state);

        assertThat(CallState.next(state, input)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("everyStateAndInput")
    void saysBeforehandWhetherAnInputChangesAnything(CallState state, CallInput input) {
        assertThat(state.takes(input)).isEqualTo(CallState.next(state, input) != state);
    }

    @Test
    void theTableKnowsEveryState() {
        assertThat(TRANSITIONS.keySet()).containsExactlyInAnyOrder(CallState.values());
    }
}
