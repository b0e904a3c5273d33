package ru.garnitura.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTest {

    @TempDir
    Path folder;

    private Configuration read(String json) throws IOException {
        return Configuration.read(Files.writeString(folder.resolve("garnitura.json"), json));
    }

    @Test
    void everyKeyOfTheDocumentedFormIsUnderstood() throws IOException {
        Configuration all = read("""
                {"server": "https://bo.example",
                 "sip": {"aor":"sip:101@example.com","registrar":"sip:host:5061;transport=tls","authUser":"101",
                         "passwordEnv":"SIP_PASSWORD","listen":"0.0.0.0:0","outboundProxy":null,"ca":"file.pem",
                         "srtp":"optional","codecs":["opus","pcma"],"autoAnswerMs":null,"sessionTimerSeconds":1800},
                 "audio": {"source":"tone:440","sink":"file:out.wav","ringer":null},
                 "ui": {"lang":"ru","theme":"dark"}}""");

        assertThat(all.server()).isEqualTo("https://bo.example");
        Configuration.Sip sip = Objects.requireNonNull(all.sip());
        assertThat(sip.codecs()).isEqualTo(List.of("opus", "pcma"));
        assertThat(sip.autoAnswerMs()).isNull();
        assertThat(sip.sessionTimerSeconds()).isEqualTo(1800);
        assertThat(all.audio()).isEqualTo(new Configuration.Audio("tone:440", "file:out.wav", null));
        assertThat(all.ui()).isEqualTo(new Configuration.Ui("ru", "dark"));
    }

    @Test
    void anEmptyFileIsAnEmptyConfiguration() throws IOException {
        assertThat(read("{}")).isEqualTo(Configuration.EMPTY);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"sever\":\"x\"}                                             | sever",
        "{\"sip\":{\"aor\":\"sip:a@b\",\"pasword\":\"x\"}}             | sip.pasword",
        "{\"sip\":{\"aor\":\"101\"}}                                   | sip.aor",
        "{\"sip\":{}}                                                  | sip.aor",
        "{\"sip\":{\"aor\":\"sip:a@b\",\"srtp\":\"maybe\"}}            | sip.srtp",
        "{\"sip\":{\"aor\":\"sip:a@b\",\"autoAnswerMs\":\"soon\"}}     | sip.autoAnswerMs",
        "{\"ui\":[]}                                                   | ui",
        "{\"server\":\"x\"} more                                       | garnitura.json",
        "nothing                                                       | not JSON"
    })
    void whatIsWrongIsNamedInOneLine(String json, String culprit) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(culprit)
                .message().doesNotContain("\n");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path missing = folder.resolve("missing.json");
        assertThatThrownBy(() -> Configuration.read(missing))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(missing.toString());
    }
}
