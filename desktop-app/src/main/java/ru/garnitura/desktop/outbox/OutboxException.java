package ru.garnitura.desktop.outbox;

/// The outbox database could not be read or written; the message names what was tried and with what.
public final class OutboxException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public OutboxException(String message, Throwable cause) {
        super(message, cause);
    }
}
