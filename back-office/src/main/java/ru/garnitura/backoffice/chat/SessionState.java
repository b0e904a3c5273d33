package ru.garnitura.backoffice.chat;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// The life of a chat session.
public enum SessionState {
    /// The customer has the page open and has written nothing yet.
    OPEN,
    /// In the queue.
    WAITING,
    /// Shown to one operator, who has not answered yet.
    OFFERED,
    /// Has an owner.
    ASSIGNED,
    CLOSED;

    /// What happens to a session.
    enum Input {
        WRITE,
        OFFER,
        ACCEPT,
        DECLINE,
        REQUEUE,
        CLOSE
    }

    /// An input illegal in a state leaves the state unchanged.
    static SessionState next(SessionState state, Input input) {
        return switch (state) {
            case OPEN ->
                switch (input) {
                    case WRITE -> WAITING;
                    case CLOSE -> CLOSED;
                    case OFFER, ACCEPT, DECLINE, REQUEUE -> state;
                };
            case WAITING ->
                switch (input) {
                    case OFFER -> OFFERED;
                    case CLOSE -> CLOSED;
                    case WRITE, ACCEPT, DECLINE, REQUEUE -> state;
                };
            case OFFERED ->
                switch (input) {
                    case ACCEPT -> ASSIGNED;
                    case DECLINE, REQUEUE -> WAITING;
                    case CLOSE -> CLOSED;
                    case WRITE, OFFER -> state;
                };
            case ASSIGNED ->
                switch (input) {
                    case REQUEUE -> WAITING;
                    case CLOSE -> CLOSED;
                    case WRITE, OFFER, ACCEPT, DECLINE -> state;
                };
            case CLOSED ->
                switch (input) {
                    case WRITE, OFFER, ACCEPT, DECLINE, REQUEUE, CLOSE -> state;
                };
        };
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SessionState parse(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
