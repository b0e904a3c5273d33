package ru.garnitura.desktop.link.rest;

/// An operator's tokens. Kept in memory only.
public record TokenPair(String access, String refresh) {

    /// Without the tokens.
    @Override
    public String toString() {
        return "TokenPair[]";
    }
}
