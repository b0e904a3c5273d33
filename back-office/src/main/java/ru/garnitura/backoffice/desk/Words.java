package ru.garnitura.backoffice.desk;

import java.util.Objects;

/// A text for people in both languages; it comes from the seed or the store, never from code.
public record Words(String ru, String en) {
    public Words {
        Objects.requireNonNull(ru, "ru");
        Objects.requireNonNull(en, "en");
    }
}
