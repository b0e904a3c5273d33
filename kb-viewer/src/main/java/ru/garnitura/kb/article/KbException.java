package ru.garnitura.kb.article;

/// The local copy of the base could not be read or written. The message names what was tried.
public class KbException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public KbException(String tried, Throwable cause) {
        super(tried + ": " + cause.getMessage(), cause);
    }
}
