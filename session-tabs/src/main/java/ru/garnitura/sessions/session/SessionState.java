package ru.garnitura.sessions.session;

/// Lifecycle of a session on this desk. Total: [#next] is defined for every state and input.
public enum SessionState {
    /// Ringing, or a chat offered; nobody answered yet.
    OFFERED,
    /// Accepted here; the other side has not confirmed that it is ours.
    ACCEPTING,
    /// Ours, the conversation is going on.
    OPEN,
    /// The conversation is over, the wrap-up is due.
    ENDED,
    /// Wrapped up; leaves the list.
    CLOSED,
    /// Refused, expired, taken by another operator or by another device; leaves the list.
    LOST;

    /// An input illegal in a state leaves the state unchanged.
    public SessionState next(SessionInput input) {
        return switch (this) {
            case OFFERED -> switch (input) {
                case ACCEPT -> ACCEPTING;
                case ASSIGN -> OPEN;
                case REFUSE, EXPIRE, REVOKE, END -> LOST;
                case CLOSE -> this;
            };
            case ACCEPTING -> switch (input) {
                case ASSIGN -> OPEN;
                case REFUSE, EXPIRE, REVOKE, END -> LOST;
                case ACCEPT, CLOSE -> this;
            };
            case OPEN -> switch (input) {
                case END -> ENDED;
                case CLOSE -> CLOSED;
                case REVOKE -> LOST;
                case ACCEPT, REFUSE, EXPIRE, ASSIGN -> this;
            };
            case ENDED -> switch (input) {
                case CLOSE -> CLOSED;
                case ASSIGN -> OPEN;
                case ACCEPT, REFUSE, EXPIRE, REVOKE, END -> this;
            };
            case CLOSED, LOST -> switch (input) {
                case ACCEPT, REFUSE, EXPIRE, ASSIGN, REVOKE, END, CLOSE -> this;
            };
        };
    }

    /// Whether the session has left the desk.
    public boolean isOver() {
        return this == CLOSED || this == LOST;
    }

    /// Whether it counts against the operator's cap.
    public boolean isServed() {
        return this == ACCEPTING || this == OPEN;
    }
}
