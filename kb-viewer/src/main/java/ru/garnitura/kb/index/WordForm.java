package ru.garnitura.kb.index;

/// What a word is found by.
///
/// @param stem without its ending: forms of one word share it
/// @param root without derivational suffixes too: a verb and its noun share it
/// @param core the root without a verbal prefix: a verb and its perfective share it, but so do opposites
record WordForm(String stem, String root, String core) {
}
