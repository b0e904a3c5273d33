package ru.garnitura.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.garnitura.backoffice.web.Json;
import tools.jackson.databind.JsonNode;

/// A server in a process of its own, killed between two actions.
class DurabilityIT {
    private static final int KILLS = 3;

    @TempDir
    private Path folder;

    @Test
    void whatWasAnsweredSurvivesKillNine() throws IOException, InterruptedException {
        for (int i = 1; i <= KILLS; i++) {
            Process process = start();
            Client client = client(process).as("orlova");
            var actions = new Actions(client);
            Map<String, Object> note = actions.action("customer.note", "c-120", Map.of("text", "Запись " + i));
            assertThat(actions.push(List.of(note)).status()).isEqualTo(200);
            kill(process);

            Process again = start();
            Client after = client(again).as("orlova");
            var device = new Actions(after);
            assertThat(device.push(List.of(note)).json().get("results").get(0).get("replayed").asBoolean())
                    .isTrue();
            assertThat(after.get("/v1/customers/c-120").json().get("notes").valueStream()
                            .filter(line -> line.get("text").asString().startsWith("Запись")))
                    .hasSize(i);
            kill(again);
        }
    }

    @Test
    void theProcessEndsWithItsStandardInputAndKeepsSecretsToItself() throws IOException, InterruptedException {
        Path accounts = folder.resolve("sip").resolve("accounts");
        Process process = start("--exit-with-stdin", "--sip-accounts", accounts.toString());
        client(process);
        assertThat(Files.readAllLines(accounts)).hasSize(7).allMatch(line -> line.matches("10[1-7]:\\S{16,}"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(accounts))).isEqualTo("rw-------");
        process.getOutputStream().close();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void aWrongCommandLineIsSaidInOneLine() throws IOException, InterruptedException {
        Process process = start("--no-such-option");
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
    }

    private Process start(String... more) throws IOException {
        var command = new ArrayList<String>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                BackOffice.class.getName(),
                "--data",
                folder.resolve("data").toString(),
                "--demo"));
        command.addAll(List.of(more));
        return new ProcessBuilder(command)
                .redirectError(folder.resolve("log").toFile())
                .start();
    }

    private static Client client(Process process) throws IOException {
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        assertThat(line).as("ready line").isNotNull();
        return new Client(Json.read(line, JsonNode.class).get("port").asInt());
    }

    private static void kill(Process process) throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }
}
