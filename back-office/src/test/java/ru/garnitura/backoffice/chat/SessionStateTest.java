package ru.garnitura.backoffice.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.garnitura.backoffice.chat.SessionState.ASSIGNED;
import static ru.garnitura.backoffice.chat.SessionState.CLOSED;
import static ru.garnitura.backoffice.chat.SessionState.OFFERED;
import static ru.garnitura.backoffice.chat.SessionState.OPEN;
import static ru.garnitura.backoffice.chat.SessionState.WAITING;

import java.util.Map;
import org.junit.jupiter.api.Test;
import ru.garnitura.backoffice.chat.SessionState.Input;

class SessionStateTest {
    /// Only what changes the state; everything else leaves it as it is.
    private static final Map<SessionState, Map<Input, SessionState>> TABLE = Map.of(
            OPEN, Map.of(Input.WRITE, WAITING, Input.CLOSE, CLOSED),
            WAITING, Map.of(Input.OFFER, OFFERED, Input.CLOSE, CLOSED),
            OFFERED,
                    Map.of(
                            Input.ACCEPT, ASSIGNED, Input.DECLINE, WAITING, Input.REQUEUE, WAITING, Input.CLOSE,
                            CLOSED),
            ASSIGNED, Map.of(Input.REQUEUE, WAITING, Input.CLOSE, CLOSED),
            CLOSED, Map.of());

    @Test
    void eachInputInEachStateLeadsWhereTheTableSays() {
        for (SessionState state : SessionState.values()) {
            for (Input input : Input.values()) {
                assertThat(SessionState.next(state, input))
                        .as("%s in %s", input, state)
                        .isEqualTo(TABLE.getOrDefault(state, Map.of()).getOrDefault(input, state));
            }
        }
    }

    @Test
    void codesAreReadBack() {
        assertThat(SessionState.values()).allSatisfy(state -> assertThat(SessionState.parse(state.code())).isEqualTo(state));
    }
}
