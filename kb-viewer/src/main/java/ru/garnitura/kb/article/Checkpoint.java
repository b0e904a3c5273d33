package ru.garnitura.kb.article;

/// How far a copy of the base has come.
///
/// @param epoch  the back office's history this belongs to; another epoch means another history
/// @param cursor the back office's opaque position in it
public record Checkpoint(String epoch, String cursor) {
}
