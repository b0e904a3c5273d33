package ru.garnitura.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.garnitura.desktop.settings.UsageException;
import ru.garnitura.desktop.ui.Appearance;

class LaunchTest {

    @TempDir
    private Path folder;

    @Test
    void theCommandLineWinsOverTheConfiguration() throws Exception {
        Path config = Files.writeString(folder.resolve("c.json"),
                "{\"server\":\"https://a.example/\",\"ui\":{\"lang\":\"en\",\"theme\":\"dark\"}}");

        Launch launch = Launch.of(List.of("--config", config.toString(), "--lang", "ru"));
        assertThat(launch.server()).isEqualTo(URI.create("https://a.example"));
        assertThat(launch.look()).isEqualTo(new Appearance.Wanted("ru", "dark"));

        Launch other = Launch.of(List.of("--config", config.toString(), "--server", "http://127.0.0.1:8080"));
        assertThat(other.server()).isEqualTo(URI.create("http://127.0.0.1:8080"));
    }

    @Test
    void anAddressAloneIsAnAccount() {
        Launch launch = Launch.of(List.of("--sip", "sip:101@example.com"));

        assertThat(launch.server()).isNull();
        assertThat(launch.sip()).isNotNull().extracting(sip -> sip.aor()).isEqualTo("sip:101@example.com");
    }

    @Test
    void soundThatIsNoSoundIsRefusedByItsKey() throws Exception {
        Path config = Files.writeString(folder.resolve("c.json"), "{\"audio\":{\"source\":\"radio\"}}");

        assertThatThrownBy(() -> Launch.of(List.of("--config", config.toString()))).isInstanceOf(UsageException.class)
                .hasMessageContaining("audio.source").hasMessageContaining("radio");
    }

    @Test
    void whatIsNoServerIsRefusedInOneLine() {
        assertThatThrownBy(() -> Launch.of(List.of("--server", "desk.example.com"))).isInstanceOf(UsageException.class)
                .hasMessageContaining("--server").hasMessageNotContaining("\n");
    }
}
