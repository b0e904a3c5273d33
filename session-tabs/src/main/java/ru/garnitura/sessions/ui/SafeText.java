package ru.garnitura.sessions.ui;

/// Text of strangers, made harmless to read: what would turn the direction of the text around it is isolated, and
/// controls that hide or reorder characters are shown as what they are.
final class SafeText {

    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_ISOLATE = '\u2069';
    private static final int LONGEST_NAME = 120;

    private SafeText() {}

    /// One line, isolated from the text around it; for names, addresses and previews.
    static String line(String text) {
        String visible = visible(text, LONGEST_NAME).replaceAll("\\s+", " ").strip();
        return hasRightToLeft(visible) ? FIRST_STRONG_ISOLATE + visible + POP_ISOLATE : visible;
    }

    /// Many lines, at most `longest` characters.
    static String block(String text, int longest) {
        return visible(text, longest);
    }

    private static String visible(String text, int longest) {
        StringBuilder shown = new StringBuilder(Math.min(text.length(), longest));
        text.codePoints().limit(longest).forEach(c -> append(shown, c));
        return shown.toString();
    }

    private static void append(StringBuilder shown, int c) {
        if (isHidden(c)) {
            shown.append('[').append("U+%04X".formatted(c)).append(']');
        } else {
            shown.appendCodePoint(c);
        }
    }

    private static boolean isHidden(int c) {
        boolean joiner = c == 0x200C || c == 0x200D;
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c != '\n' && c != '\t' && c != '\r';
            case Character.FORMAT -> !joiner && c != 0x00AD;
            default -> c == 0xFFFC || c == 0x3164 || c == 0x115F;
        };
    }

    private static boolean hasRightToLeft(String text) {
        return text.codePoints().map(Character::getDirectionality).anyMatch(
                direction -> direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
    }
}
