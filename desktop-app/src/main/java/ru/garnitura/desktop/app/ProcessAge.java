package ru.garnitura.desktop.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/// How long this process has been running, by clocks that count from the same moment. Any lane.
final class ProcessAge {

    private static final Path SELF = Path.of("/proc/self/stat");
    private static final Path UPTIME = Path.of("/proc/uptime");
    /// USER_HZ, the unit of proc(5), the same on all architectures JavaFX runs on.
    private static final long TICKS_PER_SECOND = 100;
    /// Field 22 of proc(5)'s stat, counted from behind the name, which may hold spaces.
    private static final int START_TIME = 19;

    private ProcessAge() {
    }

    /// On Linux to 20 ms. The JDK there gives a start in the past by up to a second too much: it adds ticks since boot to
    /// a time of boot in whole seconds.
    static Duration now() {
        try {
            return Files.exists(SELF) ? sinceBoot(Files.readString(SELF), Files.readString(UPTIME)) : byTheJdk();
        } catch (IOException _) {
            return byTheJdk();
        }
    }

    /// @param stat   of proc(5), the process
    /// @param uptime of proc(5)
    static Duration sinceBoot(String stat, String uptime) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        double up = Double.parseDouble(uptime.substring(0, uptime.indexOf(' ')));
        double started = Double.parseDouble(fields[START_TIME]) / TICKS_PER_SECOND;
        return Duration.ofMillis(Math.round((up - started) * 1_000));
    }

    private static Duration byTheJdk() {
        Instant now = Instant.now();
        return Duration.between(ProcessHandle.current().info().startInstant().orElse(now), now);
    }
}
