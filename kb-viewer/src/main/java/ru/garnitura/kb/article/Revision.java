package ru.garnitura.kb.article;

/// One published state of an article; opaque, compared for equality alone.
public record Revision(String value) {

    @Override
    public String toString() {
        return value;
    }
}
