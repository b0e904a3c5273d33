package ru.garnitura.desktop.outbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// The H2 file behind the outbox: one connection, one transaction at a time. A durable write is followed by
/// `CHECKPOINT SYNC`, so that what was answered to the caller survives kill -9 and power loss: H2 alone makes no fsync,
/// and with `WRITE_DELAY=0` it writes nothing where its own background thread holds the store at that moment.
///
/// H2 2.5.252 loses its way when a database is opened some twenty times without having been closed in between: it then
/// finds an old state at each start, whatever was written and synced since. So a database that was not closed is opened
/// and closed once before it is used; a file beside it tells.
public final class OutboxDatabase implements AutoCloseable {

    private final Path openMark;
    private final Connection connection;

    public OutboxDatabase(Path folder) {
        Path place = folder.toAbsolutePath();
        openMark = place.resolve("outbox.open");
        String url = "jdbc:h2:async:" + place.resolve("outbox") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
        try {
            Files.createDirectories(place);
            if (Files.exists(openMark)) {
                closeOnce(url);
            } else {
                Files.createFile(openMark);
            }
            connection = DriverManager.getConnection(url);
            connection.setAutoCommit(false);
            createTables();
        } catch (SQLException | IOException e) {
            throw new OutboxException("open the outbox in " + folder, e);
        }
    }

    private static void closeOnce(String url) throws SQLException {
        try (Connection healing = DriverManager.getConnection(url); Statement statement = healing.createStatement()) {
            statement.execute("SHUTDOWN");
        }
    }

    private void createTables() throws SQLException {
        execute("""
                CREATE TABLE IF NOT EXISTS action (
                    n BIGINT PRIMARY KEY,
                    action_key VARCHAR(36) NOT NULL UNIQUE,
                    after_n BIGINT NOT NULL,
                    type VARCHAR(40) NOT NULL,
                    entity VARCHAR(200) NOT NULL,
                    payload CHARACTER VARYING(1000000) NOT NULL,
                    at BIGINT NOT NULL,
                    parked_code VARCHAR(80))""");
        execute("CREATE TABLE IF NOT EXISTS last_action (only_row INT PRIMARY KEY, n BIGINT NOT NULL)");
        execute("""
                CREATE TABLE IF NOT EXISTS answered (
                    action_key VARCHAR(36) PRIMARY KEY, applied BOOLEAN NOT NULL, at BIGINT NOT NULL)""");
        execute("CREATE TABLE IF NOT EXISTS repeated (action_key VARCHAR(36) PRIMARY KEY, first_key VARCHAR(36) NOT NULL)");
        execute("CREATE TABLE IF NOT EXISTS chat_owner (session VARCHAR(200) PRIMARY KEY, epoch BIGINT NOT NULL)");
        execute("CREATE TABLE IF NOT EXISTS entity_head (entity VARCHAR(200) PRIMARY KEY, last_n BIGINT NOT NULL)");
        execute("""
                CREATE TABLE IF NOT EXISTS draft (
                    session VARCHAR(200) PRIMARY KEY,
                    text CHARACTER VARYING(1000000) NOT NULL,
                    caret INT NOT NULL)""");
        connection.commit();
    }

    /// Runs `work` as one transaction and forces it to disk.
    synchronized void writeDurably(String what, SqlWork work) {
        write(what, work);
        write("force the outbox to disk", () -> execute("CHECKPOINT SYNC"));
    }

    /// Runs `work` as one transaction.
    synchronized void write(String what, SqlWork work) {
        try {
            try {
                work.run();
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw new OutboxException(what, e);
        }
    }

    synchronized <T> List<T> read(String sql, RowReader<T> reader, Object... arguments) {
        try {
            return select(sql, reader, arguments);
        } catch (SQLException e) {
            throw new OutboxException("read the outbox", e);
        }
    }

    /// Runs `question`, which only reads.
    synchronized <T> T ask(String what, SqlQuestion<T> question) {
        try {
            return question.answer();
        } catch (SQLException e) {
            throw new OutboxException(what, e);
        }
    }

    /// Inside [#write] and [#ask] only.
    <T> List<T> select(String sql, RowReader<T> reader, Object... arguments) throws SQLException {
        var found = new ArrayList<T>();
        try (PreparedStatement statement = prepare(sql, arguments); ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(reader.read(rows));
            }
        }
        return found;
    }

    /// Inside [#write] only.
    void execute(String sql, Object... arguments) throws SQLException {
        try (PreparedStatement statement = prepare(sql, arguments)) {
            statement.execute();
        }
    }

    private PreparedStatement prepare(String sql, Object... arguments) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        bind(statement, arguments);
        return statement;
    }

    private static void bind(PreparedStatement statement, Object... arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
            Files.deleteIfExists(openMark);
        } catch (SQLException | IOException e) {
            throw new OutboxException("close the outbox", e);
        }
    }

    @FunctionalInterface
    interface SqlWork {
        void run() throws SQLException;
    }

    @FunctionalInterface
    interface SqlQuestion<T> {
        T answer() throws SQLException;
    }

    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
