package ru.garnitura.softphone.call;

/// Media could not do what was asked; the message names what was tried and with what.
public final class MediaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MediaException(String message) {
        super(message);
    }

    public MediaException(String message, Throwable cause) {
        super(message, cause);
    }
}
