package ru.garnitura.kb.index;

/// A word in a text.
///
/// @param start offset of its first character
/// @param end   offset after its last one
/// @param word  as compared: lower case, one letter for e and yo, no stress marks
record Token(int start, int end, String word) {
}
