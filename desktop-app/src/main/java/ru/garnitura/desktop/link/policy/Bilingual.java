package ru.garnitura.desktop.link.policy;

import java.util.Locale;

/// Words the back office gives in both languages.
public record Bilingual(String ru, String en) {

    public String in(Locale language) {
        return language.getLanguage().equals("ru") ? ru : en;
    }
}
