package ru.garnitura.assets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Finds what is wrong with a module's texts. Each module's `TranslationsTest` asserts that there is nothing:
/// ```java
/// assertThat(Translations.of(SoftphoneModule.class, "softphone").problems()).isEmpty();
/// ```
/// All bundles of a module are given together, since an unused key is one that no source under `src/main/java` names.
public final class Translations {

    private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}");
    private static final Set<String> RUSSIAN_FORMS = Set.of("one", "few", "many");
    private static final Set<String> ENGLISH_FORMS = Set.of("one", "other");

    private final Class<?> anchor;
    private final List<String> bundles;
    private final Path sources;
    private final List<String> problems = new ArrayList<>();

    private Translations(Class<?> anchor, List<String> bundles, Path sources) {
        this.anchor = anchor;
        this.bundles = bundles;
        this.sources = sources;
    }

    /// The bundles beside `anchor`, checked against the sources of the module under test.
    public static Translations of(Class<?> anchor, String... bundles) {
        return new Translations(anchor, List.of(bundles), Path.of("src", "main", "java"));
    }

    /// One line for each thing to mend; empty when all is well.
    public List<String> problems() throws IOException {
        var code = KeysInCode.under(sources);
        var known = new TreeSet<String>();
        for (var name : bundles) {
            var russian = Bundle.read(anchor, name, "ru");
            var english = Bundle.read(anchor, name, "en");
            known.addAll(russian.baseKeys());
            compare(russian, english);
            russian.baseKeys().stream().filter(key -> !code.names(key)).forEach(key -> note(russian, key, "is unused"));
        }
        code.asked().stream().filter(key -> !known.contains(key)).forEach(key -> problems.add(key + " has no text"));
        return List.copyOf(problems);
    }

    void compare(Bundle russian, Bundle english) {
        missing(russian, english);
        missing(english, russian);
        shapes(russian, RUSSIAN_FORMS);
        shapes(english, ENGLISH_FORMS);
        for (var key : russian.baseKeys()) {
            if (!russian.places(key).equals(english.places(key))) {
                note(russian, key, "has other places for arguments than " + english.file());
            }
        }
        wording(russian, english);
    }

    List<String> found() {
        return problems;
    }

    private void missing(Bundle from, Bundle to) {
        from.baseKeys().stream().filter(key -> !to.baseKeys().contains(key)).forEach(key -> note(to, key, "is missing"));
    }

    private void shapes(Bundle bundle, Set<String> forms) {
        bundle.duplicates().forEach(key -> note(bundle, key, "is there twice"));
        for (var key : bundle.baseKeys()) {
            if (bundle.counts(key)) {
                forms.stream().filter(form -> !bundle.keys().contains(key + "." + form))
                        .forEach(form -> note(bundle, key, "lacks the form " + form));
            }
        }
    }

    private void wording(Bundle russian, Bundle english) {
        russian.texts().forEach((key, text) -> {
            if (text.contains("!") || text.contains("\"")) {
                note(russian, key, "has an exclamation mark or straight quotes");
            }
        });
        english.texts().forEach((key, text) -> {
            if (CYRILLIC.matcher(text).find()) {
                note(english, key, "has Russian letters");
            }
        });
        List.of(russian, english).forEach(bundle -> bundle.texts().forEach((key, text) -> {
            if (text.isBlank() || !text.equals(text.strip())) {
                note(bundle, key, "is empty or has spaces at its ends");
            }
        }));
    }

    private void note(Bundle bundle, String key, String what) {
        problems.add(bundle.file() + ": " + key + " " + what);
    }
}
