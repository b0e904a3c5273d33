package ru.garnitura.desktop.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/// The configuration file given by `--config`. A key it does not know is an error that names the key.
public record Configuration(@Nullable String server, @Nullable Sip sip, @Nullable Audio audio, @Nullable Ui ui) {

    public static final Configuration EMPTY = new Configuration(null, null, null, null);

    /// A SIP account of the desktop's own. The password is read from the environment variable `passwordEnv`.
    ///
    /// @param registrar `sip:host:port;transport=udp`; null = the aor's domain
    /// @param listen    local `host:port` for signaling; port 0 = any free one
    /// @param srtp      `off`, `optional` or `required`
    /// @param autoAnswerMs answer every call after that many milliseconds; null = never
    /// @param silenceHangUpSeconds hang up once nothing has been heard of the other side for so long; null = never
    public record Sip(String aor, @Nullable String registrar, @Nullable String authUser, @Nullable String passwordEnv,
            @Nullable String listen, @Nullable String outboundProxy, @Nullable String ca, @Nullable String srtp,
            @Nullable List<String> codecs, @Nullable Integer autoAnswerMs, @Nullable Integer sessionTimerSeconds,
            @Nullable Integer silenceHangUpSeconds, @Nullable String referrals) {
    }

    /// Where audio comes from and goes to: `device`, `tone:HZ`, `file:WAV`, or null for the null device.
    public record Audio(@Nullable String source, @Nullable String sink, @Nullable String ringer) {

        public static final Audio DEVICES = new Audio("device", "device", "device");
    }

    public record Ui(@Nullable String lang, @Nullable String theme) {
    }

    /// @throws UsageException in one line: what is wrong, and where
    public static Configuration read(Path file) {
        if (!Files.isReadable(file)) {
            throw new UsageException("configuration file " + file + " can't be read");
        }
        try {
            JsonMapper json = JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();
            Configuration read = json.readValue(file.toFile(), Configuration.class);
            return read.checked(file);
        } catch (UnrecognizedPropertyException e) {
            throw new UsageException("configuration file %s: unknown key %s".formatted(file, keyPath(e)));
        } catch (DatabindException e) {
            throw new UsageException("configuration file %s: %s: %s".formatted(file, keyPath(e), e.getOriginalMessage()));
        } catch (JacksonException e) {
            throw new UsageException("configuration file %s is not JSON: %s".formatted(file, e.getOriginalMessage()));
        }
    }

    private Configuration checked(Path file) {
        if (sip != null) {
            SipSettings.mistake(sip).ifPresent(mistake -> {
                throw new UsageException("configuration file %s: %s".formatted(file, mistake));
            });
        }
        return this;
    }

    private static String keyPath(DatabindException e) {
        return e.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining("."));
    }
}
