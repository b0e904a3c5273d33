package ru.garnitura.backoffice.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The row a query stands on. Times are stored as epoch milliseconds.
public final class Row {
    private final ResultSet rows;

    Row(ResultSet rows) {
        this.rows = rows;
    }

    public String text(String column) {
        String value = textOrNull(column);
        if (value == null) {
            throw new IllegalStateException(column + " is null");
        }
        return value;
    }

    public @Nullable String textOrNull(String column) {
        try {
            return rows.getString(column);
        } catch (SQLException e) {
            throw new StoreException(column, e);
        }
    }

    public long number(String column) {
        try {
            return rows.getLong(column);
        } catch (SQLException e) {
            throw new StoreException(column, e);
        }
    }

    public int count(String column) {
        return Math.toIntExact(number(column));
    }

    public boolean flag(String column) {
        try {
            return rows.getBoolean(column);
        } catch (SQLException e) {
            throw new StoreException(column, e);
        }
    }

    public Instant time(String column) {
        return Instant.ofEpochMilli(number(column));
    }

    public @Nullable Instant timeOrNull(String column) {
        try {
            long value = rows.getLong(column);
            return rows.wasNull() ? null : Instant.ofEpochMilli(value);
        } catch (SQLException e) {
            throw new StoreException(column, e);
        }
    }
}
