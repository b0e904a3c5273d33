package ru.garnitura.backoffice.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One transaction. Belongs to the thread it was given to.
public final class Tx {
    private final Connection connection;
    private final List<Runnable> afterCommit = new ArrayList<>();

    Tx(Connection connection) {
        this.connection = connection;
    }

    /// @return how many rows changed
    public int update(String sql, @Nullable Object... values) {
        try (PreparedStatement statement = prepare(sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new StoreException(sql, e);
        }
    }

    /// The same statement for each row of values.
    public void batch(String sql, List<@Nullable Object[]> rows) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (@Nullable Object[] row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new StoreException(sql, e);
        }
    }

    public <T> List<T> list(Function<Row, T> mapper, String sql, @Nullable Object... values) {
        try (PreparedStatement statement = prepare(sql, values);
                ResultSet rows = statement.executeQuery()) {
            var found = new ArrayList<T>();
            var row = new Row(rows);
            while (rows.next()) {
                found.add(mapper.apply(row));
            }
            return found;
        } catch (SQLException e) {
            throw new StoreException(sql, e);
        }
    }

    public <T> Optional<T> first(Function<Row, T> mapper, String sql, @Nullable Object... values) {
        return list(mapper, sql, values).stream().findFirst();
    }

    /// The only number of the only row, such as a count.
    public long number(String sql, @Nullable Object... values) {
        return first(row -> row.number("n"), sql, values).orElse(0L);
    }

    /// So many `?` for an `IN (...)`; for none, a value that nothing equals.
    public static String places(int count) {
        return count == 0 ? "NULL" : "?" + ", ?".repeat(count - 1);
    }

    /// The next value of a counter that starts at 1 and has no gaps: a rolled back transaction gives its number back.
    public long next(String counter) {
        if (update("UPDATE counter SET n = n + 1 WHERE id = ?", counter) == 0) {
            update("INSERT INTO counter(id, n) VALUES(?, 1)", counter);
        }
        return current(counter);
    }

    /// The last value a counter gave, 0 before the first.
    public long current(String counter) {
        return number("SELECT n FROM counter WHERE id = ?", counter);
    }

    /// Runs after the commit, in the order of commits; must not block and must not write.
    public void afterCommit(Runnable news) {
        afterCommit.add(news);
    }

    void tellNews() {
        afterCommit.forEach(Runnable::run);
    }

    private PreparedStatement prepare(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            bind(statement, values);
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            statement.setObject(i + 1, value instanceof Instant time ? (Object) time.toEpochMilli() : value);
        }
    }
}
