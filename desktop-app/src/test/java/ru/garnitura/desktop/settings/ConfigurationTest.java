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
import org.junit.jupiter.params.provider.ValueSource;

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
        "{\"sip\":{\"aor\":\"sip:a@b\",\"codecs\":[\"g729\"]}}      | sip.codecs",
        "{\"sip\":{\"aor\":\"sip:a@b\",\"codecs\":[]}}              | sip.codecs",
        "{\"sip\":{\"aor\":\"sip:a@b\",\"codecs\":[null]}}          | sip.codecs",
        "{\"sip\":{\"aor\":\"sip:a@b\",\"registrar\":\"host\"}}     | sip.registrar",
        "{\"sip\":{\"aor\":\"sip:a@b\",\"registrar\":\"sip:h;transport=sctp\"}}  | sip.registrar",
        "{\"sip\":{\"aor\":\"sip:a@b\",\"registrar\":\"sip:h:70000\"}} | sip.registrar",
        "{\"sip\":{\"aor\":\"sip:a@b\",\"registrar\":\"sip:h, ,\"}} | sip.registrar",
        "{\"sip\":{\"aor\":\"sip:a@b\",\"outboundProxy\":\"h:5060\"}} | sip.outboundProxy",
        "{\"sip\":{\"aor\":\"sip:a@b\",\"listen\":\"5060\"}}        | sip.listen",
        "{\"sip\":{\"aor\":\"sip:a@b\",\"listen\":\"0.0.0.0:99999\"}} | sip.listen",
        "{\"sip\":{\"aor\":\"sip:a@b\",\"autoAnswerMs\":-5}}         | sip.autoAnswerMs",
        "{\"sip\":{\"aor\":\"sip:a@b\",\"sessionTimerSeconds\":30}}  | sip.sessionTimerSeconds",
        "{\"sip\":{\"aor\":\"sip:a@b\",\"silenceHangUpSeconds\":-1}} | sip.silenceHangUpSeconds",
        "{\"sip\":{\"aor\":\"sip:a@b\",\"referrals\":\"obey\"}}   | sip.referrals",
        "{\"sip\":{\"aor\":\"sip:a\\u0000b@c\"}}                   | sip.aor",
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

    @ParameterizedTest
    @ValueSource(strings = {"\"registrar\":\"sip:127.0.0.1:5060;transport=udp, sip:[::1]:5061;transport=TLS\"",
        "\"registrar\":\"sips:pbx.example\",\"outboundProxy\":\"sip:proxy.example:5060;lr\"",
        "\"listen\":\"[::]:0\"", "\"listen\":\"localhost:5070\"", "\"codecs\":[\"pcmu\",\"g722\"]",
        "\"autoAnswerMs\":0,\"sessionTimerSeconds\":0,\"silenceHangUpSeconds\":30", "\"sessionTimerSeconds\":90", "\"referrals\":\"follow\""})
    void whatCanBeWorkedWithIsTaken(String setting) throws IOException {
        assertThat(read("{\"sip\":{\"aor\":\"sip:a@b\"," + setting + "}}").sip()).isNotNull();
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path missing = folder.resolve("missing.json");
        assertThatThrownBy(() -> Configuration.read(missing))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(missing.toString());
    }
}
