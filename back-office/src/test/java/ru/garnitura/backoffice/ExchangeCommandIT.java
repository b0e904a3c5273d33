package ru.garnitura.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The whole base in and out by command: what is printed, and the exit code scripts go by.
@Timeout(180)
class ExchangeCommandIT {

    private static final String ARTICLE = "{\"id\":\"c-1\",\"title\":\"Из файла\",\"section\":\"Проверка\",\"body\":\"Текст\"}\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private record Ended(int code, String said) {}

    private Ended run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                BackOffice.class.getName(), "--data", folder.resolve("data").toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try {
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return new Ended(process.exitValue(), said.strip());
        } finally {
            process.destroyForcibly();
        }
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void whatWentInComesOutAndGoesInAgain() throws Exception {
        Ended in = run("--import", file("base.jsonl", ARTICLE));
        assertThat(in.code()).isZero();
        assertThat(in.said()).contains("\"added\":1");

        Path out = folder.resolve("out.jsonl");
        Ended exported = run("--export", out.toString());
        assertThat(exported).isEqualTo(new Ended(0, "{\"written\":1}"));
        assertThat(out).content().contains("c-1", "Из файла");

        Ended again = run("--import", out.toString());
        assertThat(again.code()).isZero();
        assertThat(again.said()).contains("\"added\":0");
    }

    @Test
    void whatIsRefusedIsNamedAndTheCodeSaysSo() throws Exception {
        Ended ended = run("--import", file("half.jsonl", ARTICLE + "broken\n"));

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said()).contains("\"added\":1", "line 2");
    }

    @Test
    void whatIsNotThereAndWhatIsNotKnownHaveCodesOfTheirOwn() throws Exception {
        assertThat(run("--import", folder.resolve("missing.jsonl").toString()).code()).isEqualTo(3);
        assertThat(run("--imports", "x").code()).isEqualTo(2);
        assertThat(run("--import").code()).isEqualTo(2);
    }
}
