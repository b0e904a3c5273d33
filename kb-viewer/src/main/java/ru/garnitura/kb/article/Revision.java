package ru.garnitura.kb.article;

/// One published state of an article; opaque, compared for equality alone.
public record Revision(String value) {

    private static final int MAX_LENGTH = 200;

    public Revision {
        value = Bounds.line(value, MAX_LENGTH);
    }

    @Override
    public String toString() {
        return value;
    }
}
