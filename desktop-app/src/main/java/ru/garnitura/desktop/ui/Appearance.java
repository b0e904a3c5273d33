package ru.garnitura.desktop.ui;

import java.time.Clock;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import ru.garnitura.assets.Formats;
import ru.garnitura.assets.Theme;
import ru.garnitura.assets.Words;
import ru.garnitura.desktop.settings.WindowMemory;

/// Language and theme, changed at run time and remembered. FX lane.
public final class Appearance {

    private static final String LANGUAGE = "language";
    private static final String THEME = "theme";

    private final ObjectProperty<Locale> language;
    private final ObjectProperty<Theme> theme;
    private volatile Locale languageNow;
    private final Words words;
    private final Formats formats;

    /// @param wanted language and theme asked for at this start; they win over what is remembered
    public Appearance(WindowMemory memory, Wanted wanted, Clock clock) {
        String code = wanted.language().isEmpty() ? memory.find(LANGUAGE).orElse("ru") : wanted.language();
        String look = wanted.theme().isEmpty() ? memory.find(THEME).orElse("light") : wanted.theme();
        language = new SimpleObjectProperty<>(this, LANGUAGE, Locale.of(code));
        theme = new SimpleObjectProperty<>(this, THEME, themeOf(look));
        words = Words.of(language, "desktop", Appearance.class);
        formats = new Formats(language, clock);
        languageNow = language.get();
        language.subscribe(now -> {
            languageNow = now;
            memory.put(LANGUAGE, now.getLanguage());
        });
        theme.subscribe(now -> memory.put(THEME, now.name().toLowerCase(Locale.ROOT)));
    }

    /// What the command line or the configuration asks for; empty = as remembered.
    public record Wanted(String language, String theme) {

        public static final Wanted NOTHING = new Wanted("", "");
    }

    public ObjectProperty<Locale> language() {
        return language;
    }

    /// The language chosen now, from any lane.
    public Locale languageNow() {
        return languageNow;
    }

    public ObjectProperty<Theme> theme() {
        return theme;
    }

    /// The desktop's own texts.
    public Words words() {
        return words;
    }

    public Formats formats() {
        return formats;
    }

    /// Russian to English and back.
    public void switchLanguage() {
        language.set(otherLanguage());
    }

    /// The language that is not chosen now.
    public Locale otherLanguage() {
        return Words.RUSSIAN.equals(language.get()) ? Words.ENGLISH : Words.RUSSIAN;
    }

    /// A language's name in itself, such as `English`.
    public static String nameOf(Locale language) {
        return Words.of(new SimpleObjectProperty<>(language), "desktop", Appearance.class).now("language.own");
    }

    /// Light, dark, high contrast, and light again.
    public void switchTheme() {
        theme.set(switch (theme.get()) {
            case LIGHT -> Theme.DARK;
            case DARK -> Theme.CONTRAST;
            case CONTRAST -> Theme.LIGHT;
        });
    }

    private static Theme themeOf(String name) {
        for (Theme known : Theme.values()) {
            if (known.name().equalsIgnoreCase(name)) {
                return known;
            }
        }
        return Theme.LIGHT;
    }
}
