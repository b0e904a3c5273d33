package ru.garnitura.sessions.chat;

/// Who wrote a message. The name is untrusted text and may be empty.
public record Author(Side side, String name) {

    public enum Side { CUSTOMER, OPERATOR, SYSTEM }
}
