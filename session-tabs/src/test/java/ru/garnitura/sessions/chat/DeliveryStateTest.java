package ru.garnitura.sessions.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DeliveryStateTest {

    /// Columns as in [DeliveryInput]: CONFIRM, DELIVER, READ, REFUSE, RETRY.
    private static final String TABLE = """
            PENDING   SENT      DELIVERED READ FAILED    PENDING
            SENT      SENT      DELIVERED READ SENT      SENT
            DELIVERED DELIVERED DELIVERED READ DELIVERED DELIVERED
            READ      READ      READ      READ READ      READ
            FAILED    SENT      DELIVERED READ FAILED    PENDING
            """;

    static Stream<Arguments> everyStateAndInput() {
        List<DeliveryInput> inputs = List.of(DeliveryInput.values());
        return TABLE.lines().map(line -> Stream.of(line.split(" +")).map(DeliveryState::valueOf).toList())
                .flatMap(row -> IntStream.range(0, inputs.size())
                        .mapToObj(i -> Arguments.of(row.getFirst(), inputs.get(i), row.get(i + 1))));
    }

    @Test
    void theTableHasEachState() {
        assertThat(TABLE.lines().map(line -> DeliveryState.valueOf(line.substring(0, line.indexOf(' ')))))
                .containsExactly(DeliveryState.values());
    }

    @ParameterizedTest
    @MethodSource("everyStateAndInput")
    void eachInputLeadsWhereTheTableSays(DeliveryState state, DeliveryInput input, DeliveryState expected) {
        assertThat(state.next(input)).isEqualTo(expected);
    }
}
