package ru.garnitura.sessions.chat;

/// Remembers the first row that changed.
final class ChangedRows {

    private int first = Integer.MAX_VALUE;

    void from(int row) {
        first = Math.min(first, row);
    }

    int take() {
        int taken = first;
        first = Integer.MAX_VALUE;
        return taken;
    }
}
