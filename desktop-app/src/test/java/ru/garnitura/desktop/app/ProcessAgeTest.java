package ru.garnitura.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// How long a process has been running.
class ProcessAgeTest {

    @Test
    void startAndNowAreCountedFromTheSameMoment() {
        String stat = "4711 (a (strange) name) S 1 4711 4711 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 31 0 123456 3000000 500 18446744073709551615";

        assertThat(ProcessAge.sinceBoot(stat, "1237.06 2000.11\n")).isEqualTo(Duration.ofMillis(2_500));
    }

    @Test
    void thisProcessIsAsOldAsItsVirtualMachineAndTheTimeThatTookToBegin() {
        Duration machine = Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());

        assertThat(ProcessAge.now()).isBetween(machine, machine.plusSeconds(20));
    }
}
