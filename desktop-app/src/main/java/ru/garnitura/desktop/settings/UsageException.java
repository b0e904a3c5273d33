package ru.garnitura.desktop.settings;

/// The command line or the configuration file can't be used; the message is one line for the person who wrote it.
/// The process ends with code 2.
public final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }
}
