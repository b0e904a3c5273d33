package ru.garnitura.desktop.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchOptionsTest {

    @Test
    void theNumberCountsWhereverItStands() {
        assertThat(BenchOptions.number(List.of("--json", "f", "--calls", "7"), "--calls", 200)).isEqualTo(7);
        assertThat(BenchOptions.number(List.of("--calls", "7", "--json", "f"), "--calls", 200)).isEqualTo(7);
        assertThat(BenchOptions.number(List.of(), "--calls", 200)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--cals 7", "--calls", "--calls many", "--calls 0", "--calls -1", "7", "--json f --seconds 7"})
    void whatIsNotTakenIsSaid(String arguments) {
        assertThatThrownBy(() -> BenchOptions.number(List.of(arguments.split(" ")), "--calls", 200))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("--calls");
    }
}
