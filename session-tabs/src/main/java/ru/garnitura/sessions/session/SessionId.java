package ru.garnitura.sessions.session;

/// Names a session for as long as it lives: the back office's id for a chat, the desktop's own for a call.
public record SessionId(String value) {

    public SessionId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A session id must not be blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
