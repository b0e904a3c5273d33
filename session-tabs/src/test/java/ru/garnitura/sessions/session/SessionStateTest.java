package ru.garnitura.sessions.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SessionStateTest {

    /// Columns as in [SessionInput]: ACCEPT, REFUSE, EXPIRE, ASSIGN, REVOKE, END, CLOSE.
    private static final String TABLE = """
            OFFERED   ACCEPTING LOST      LOST      OPEN      LOST      LOST      OFFERED
            ACCEPTING ACCEPTING LOST      LOST      OPEN      LOST      LOST      ACCEPTING
            OPEN      OPEN      OPEN      OPEN      OPEN      LOST      ENDED     CLOSED
            ENDED     ENDED     ENDED     ENDED     OPEN      ENDED     ENDED     CLOSED
            CLOSED    CLOSED    CLOSED    CLOSED    CLOSED    CLOSED    CLOSED    CLOSED
            LOST      LOST      LOST      LOST      LOST      LOST      LOST      LOST
            """;

    static Stream<Arguments> everyStateAndInput() {
        List<SessionInput> inputs = List.of(SessionInput.values());
        return TABLE.lines().map(line -> Stream.of(line.split(" +")).map(SessionState::valueOf).toList())
                .flatMap(row -> IntStream.range(0, inputs.size())
                        .mapToObj(i -> Arguments.of(row.getFirst(), inputs.get(i), row.get(i + 1))));
    }

    @Test
    void theTableHasEachState() {
        assertThat(TABLE.lines().map(line -> SessionState.valueOf(line.substring(0, line.indexOf(' ')))))
                .containsExactly(SessionState.values());
    }

    @ParameterizedTest
    @MethodSource("everyStateAndInput")
    void eachInputLeadsWhereTheTableSays(SessionState state, SessionInput input, SessionState expected) {
        assertThat(state.next(input)).isEqualTo(expected);
    }
}
