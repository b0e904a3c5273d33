package ru.garnitura.backoffice.store;

import java.sql.SQLException;

/// The database refused or failed; the message names the statement.
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreException(String what, SQLException cause) {
        super(what + ": " + cause.getMessage(), cause);
    }
}
