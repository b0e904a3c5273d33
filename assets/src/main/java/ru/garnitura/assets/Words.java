package ru.garnitura.assets;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// One module's texts for people, in the language chosen now. A bundle is two UTF-8 files beside the module's class,
/// `NAME_ru.properties` and `NAME_en.properties`, with `{0}`, `{1}`... for arguments; apostrophes need no doubling.
///
/// Where the wording depends on a number, a key has one entry per form (`found.one`, `found.few`, `found.many` in
/// Russian; `found.one`, `found.other` in English) and its first argument is that number. Whole numbers are grouped
/// and fractions get the language's decimal mark; pass a string where that is not wanted.
///
/// [#now] may be called on any lane; bindings belong to the FX lane.
public final class Words {

    public static final Locale RUSSIAN = Locale.of("ru");
    public static final Locale ENGLISH = Locale.of("en");

    private final ObservableValue<Locale> language;
    private final String bundle;
    private final Class<?> anchor;
    private final Map<String, Properties> loaded = new ConcurrentHashMap<>();

    private Words(ObservableValue<Locale> language, String bundle, Class<?> anchor) {
        this.language = language;
        this.bundle = bundle;
        this.anchor = anchor;
    }

    /// Texts of one bundle.
    ///
    /// @param bundle name of the bundle beside `anchor`, without language and ending
    public static Words of(ObservableValue<Locale> language, String bundle, Class<?> anchor) {
        return new Words(language, bundle, anchor);
    }

    /// The language texts come in; anything but Russian reads English.
    public ObservableValue<Locale> language() {
        return language;
    }

    /// The text now.
    ///
    /// @throws MissingResourceException when the bundle has no such key in this language
    public String now(String key, @Nullable Object... args) {
        var texts = texts();
        return Placeholders.fill(pattern(texts, key, args), locale(), args);
    }

    /// A text that follows the language, and every argument that is an [ObservableValue].
    public StringBinding text(String key, @Nullable Object... args) {
        var watched = Stream.concat(Stream.of(language),
                Stream.of(args).filter(Observable.class::isInstance).map(Observable.class::cast));
        return Bindings.createStringBinding(() -> now(key, values(args)), watched.toArray(Observable[]::new));
    }

    /// Whether the bundle has this key; for keys made of codes that come from outside.
    public boolean has(String key) {
        return texts().getProperty(key) != null;
    }

    Locale locale() {
        return RUSSIAN.getLanguage().equals(language.getValue().getLanguage()) ? RUSSIAN : ENGLISH;
    }

    private static @Nullable Object[] values(@Nullable Object[] args) {
        return Stream.of(args).map(arg -> arg instanceof ObservableValue<?> value ? value.getValue() : arg).toArray();
    }

    private String pattern(Properties texts, String key, @Nullable Object[] args) {
        var plain = texts.getProperty(key);
        if (plain == null && args.length > 0 && args[0] instanceof Number number) {
            plain = texts.getProperty(key + PluralForm.of(number, locale()).suffix());
        }
        if (plain == null) {
            throw new MissingResourceException("No text " + key + " in " + bundle + "_" + locale(), bundle, key);
        }
        return plain;
    }

    private Properties texts() {
        return loaded.computeIfAbsent(locale().getLanguage(), this::load);
    }

    private Properties load(String code) {
        var name = bundle + "_" + code + ".properties";
        try (var stream = anchor.getResourceAsStream(name)) {
            if (stream == null) {
                throw new MissingResourceException("No " + name + " beside " + anchor.getName(), bundle, "");
            }
            var texts = new Properties();
            texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name + " beside " + anchor.getName(), e);
        }
    }
}
