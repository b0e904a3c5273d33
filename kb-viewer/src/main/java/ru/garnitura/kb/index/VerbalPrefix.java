package ru.garnitura.kb.index;

import java.util.List;

/// Cuts the prefix that makes a verb perfective or turns its meaning.
final class VerbalPrefix {

    private static final int SHORTEST = 4;
    /// Longest first.
    private static final List<String> PREFIXES = List.of("пере", "разъ", "разо", "подо", "раз", "рас", "про", "при",
            "под", "над", "пре", "обо", "вос", "воз", "изо", "отъ", "объ", "за", "на", "вы", "по", "от", "об", "из",
            "ис", "до", "с", "у", "в", "о");

    private VerbalPrefix() {
    }

    static String cut(String root) {
        for (var prefix : PREFIXES) {
            if (root.length() - prefix.length() >= SHORTEST && root.startsWith(prefix)) {
                return root.substring(prefix.length());
            }
        }
        return root;
    }
}
