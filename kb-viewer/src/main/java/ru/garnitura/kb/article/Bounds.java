package ru.garnitura.kb.article;

import java.util.List;

/// Keeps what comes from outside within what the store and the window can take.
final class Bounds {

    private static final int MAX_ENTRIES = 60;
    private static final int MAX_ENTRY = 150;

    private Bounds() {
    }

    static String cut(String text, int limit) {
        return text.length() <= limit ? text : text.substring(0, limit);
    }

    /// One line without control characters.
    static String line(String text, int limit) {
        return cut(text, limit).codePoints().map(c -> Character.isISOControl(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    static List<String> entries(List<String> list) {
        return entries(list, MAX_ENTRIES);
    }

    static List<String> entries(List<String> list, int limit) {
        return list.stream().limit(limit).map(entry -> line(entry, MAX_ENTRY)).toList();
    }
}
