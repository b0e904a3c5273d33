package ru.garnitura.desktop.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.garnitura.desktop.desk.OperatorState.Input.BEGIN_WRAP_UP;
import static ru.garnitura.desktop.desk.OperatorState.Input.END_WRAP_UP;
import static ru.garnitura.desktop.desk.OperatorState.Input.GO_NOT_READY;
import static ru.garnitura.desktop.desk.OperatorState.Input.GO_READY;
import static ru.garnitura.desktop.desk.OperatorState.NOT_READY;
import static ru.garnitura.desktop.desk.OperatorState.READY;
import static ru.garnitura.desktop.desk.OperatorState.WRAP_UP;
import static ru.garnitura.desktop.desk.OperatorState.WRAP_UP_THEN_NOT_READY;

import java.util.Map;
import org.junit.jupiter.api.Test;

class OperatorStateTest {

    private static final Map<OperatorState, Map<OperatorState.Input, OperatorState>> TABLE = Map.of(
            READY, Map.of(GO_READY, READY, GO_NOT_READY, NOT_READY, BEGIN_WRAP_UP, WRAP_UP, END_WRAP_UP, READY),
            NOT_READY, Map.of(GO_READY, READY, GO_NOT_READY, NOT_READY, BEGIN_WRAP_UP, WRAP_UP_THEN_NOT_READY, END_WRAP_UP, NOT_READY),
            WRAP_UP, Map.of(GO_READY, WRAP_UP, GO_NOT_READY, WRAP_UP_THEN_NOT_READY, BEGIN_WRAP_UP, WRAP_UP, END_WRAP_UP, READY),
            WRAP_UP_THEN_NOT_READY, Map.of(GO_READY, WRAP_UP, GO_NOT_READY, WRAP_UP_THEN_NOT_READY,
                    BEGIN_WRAP_UP, WRAP_UP_THEN_NOT_READY, END_WRAP_UP, NOT_READY));

    @Test
    void everyStateTakesEveryInputAsTheTableSays() {
        for (OperatorState state : OperatorState.values()) {
            for (OperatorState.Input input : OperatorState.Input.values()) {
                var expected = TABLE.getOrDefault(state, Map.of());
                assertThat(expected).containsKey(input);
                assertThat(OperatorState.next(state, input)).as(state + " " + input).isEqualTo(expected.get(input));
            }
        }
    }

    @Test
    void aCallRingsOnlyAtAReadyDesk() {
        assertThat(OperatorState.values()).filteredOn(OperatorState::takesCalls).containsExactly(READY);
    }
}
