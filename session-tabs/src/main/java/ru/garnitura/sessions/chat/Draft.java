package ru.garnitura.sessions.chat;

/// What the operator has written and not sent, with the caret's place in characters from the start.
public record Draft(String text, int caret) {

    public static final Draft EMPTY = new Draft("", 0);

    public Draft {
        caret = Math.clamp(caret, 0, text.length());
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }
}
