package ru.garnitura.assets;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;

/// What one simulated customer says on the telephone. The voices are synthetic; speech/README.md says which.
///
/// @param name  short name, Latin letters
/// @param clips said in this order: the first when the call is answered, then one after each turn of the operator.
///              WAV, 16 bit, mono, 16 kHz, 2 to 8 seconds
public record SpeechScenario(String name, List<Clip> clips) {

    private static final List<String> NAMES = List.of("sms", "internet", "tariff");

    /// One turn of the customer.
    ///
    /// @param text what is said, in Russian
    public record Clip(String text, URL wav) {
    }

    /// All scenarios there are.
    public static List<SpeechScenario> all() {
        var texts = texts();
        return NAMES.stream().map(name -> new SpeechScenario(name, clips(name, texts))).toList();
    }

    private static List<Clip> clips(String name, Properties texts) {
        return IntStream.iterate(1, turn -> texts.containsKey(name + "." + turn), turn -> turn + 1)
                .mapToObj(turn -> new Clip(texts.getProperty(name + "." + turn),
                        Resources.url("speech/" + name + "-" + turn + ".wav"))).toList();
    }

    private static Properties texts() {
        try (var stream = Resources.url("speech/scenarios.properties").openStream()) {
            var texts = new Properties();
            texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read speech/scenarios.properties", e);
        }
    }
}
