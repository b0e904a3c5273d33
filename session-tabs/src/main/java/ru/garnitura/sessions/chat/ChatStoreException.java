package ru.garnitura.sessions.chat;

/// The database of chats could not be read or written; the message names what was tried.
public final class ChatStoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ChatStoreException(String tried, Throwable cause) {
        super(tried, cause);
    }
}
