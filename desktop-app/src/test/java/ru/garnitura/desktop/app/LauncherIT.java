package ru.garnitura.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.garnitura.desktop.endtoend.Await.until;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The program in a process of its own: exit codes, the ready line, one instance for a data folder.
class LauncherIT {

    @TempDir
    private Path folder;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void end() throws InterruptedException {
        started.forEach(Process::destroy);
        for (Process process : started) {
            process.waitFor(20, TimeUnit.SECONDS);
        }
    }

    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void aSecondStartWakesTheFirstAndEndsWell() throws Exception {
        Process first = start("--data", folder.resolve("data").toString(), "--sip", "sip:101@127.0.0.1:9");
        until("the ready line", () -> !output("out0").isEmpty());
        JsonNode line = JsonMapper.builder().build().readTree(output("out0"));
        assertThat(line.get("ready").booleanValue()).isTrue();
        assertThat(line.get("pid").longValue()).isEqualTo(first.pid());
        assertThat(line.get("sip").stringValue()).startsWith("127.0.0.1:");
        assertThat(line.get("localApi").isNull()).isTrue();
        assertThat(line.get("backOffice").isNull()).isTrue();
        assertThat(line.get("bootMs").longValue()).isPositive();
        assertThat(folder.resolve("data").resolve("logs").resolve("desktop.log")).exists();

        Process second = start("--data", folder.resolve("data").toString());
        assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isZero();
        assertThat(output("out1")).isEmpty();
        assertThat(first.isAlive()).isTrue();
        assertThat(output("out0").lines()).hasSize(1);
    }

    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void aWrongOptionOrKeyEndsWithTwoAndOneLine() throws Exception {
        Path config = Files.writeString(folder.resolve("c.json"), "{\"sip\":{\"aor\":\"sip:1@a\",\"colour\":\"red\"}}");

        Process option = start("--colour", "red");
        Process key = start("--config", config.toString());

        assertThat(option.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(key.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(option.exitValue()).isEqualTo(2);
        assertThat(key.exitValue()).isEqualTo(2);
        assertThat(output("err0").lines()).singleElement().asString().contains("--colour");
        assertThat(output("err1").lines()).singleElement().asString().contains("sip.colour");
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
                "-cp", System.getProperty("java.class.path"), Launcher.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out" + started.size()).toFile())
                .redirectError(folder.resolve("err" + started.size()).toFile()).start();
        started.add(process);
        return process;
    }

    private String output(String name) throws IOException {
        Path file = folder.resolve(name);
        return Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8).strip() : "";
    }
}
