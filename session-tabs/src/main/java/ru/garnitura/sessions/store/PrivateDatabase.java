package ru.garnitura.sessions.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.Optional;
import org.h2.api.ErrorCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.garnitura.sessions.chat.ChatStoreException;

/// An encrypted H2 database whose content can be fetched again: one that cannot be read is set aside, never repaired.
/// `WRITE_DELAY=0`: a commit survives kill -9; `async:` an interrupt does not break it.
public final class PrivateDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PrivateDatabase.class);
    private static final String NAME = "private";
    private static final String FILE = NAME + ".mv.db";

    private final String url;
    private final String password;
    private final Connection first;
    private final Optional<Path> setAside;

    private PrivateDatabase(Path folder, String key, InstantSource clock) throws SQLException {
        url = "jdbc:h2:async:" + folder.toAbsolutePath().resolve(NAME) + ";CIPHER=AES;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
        password = key + " desk";
        Connection opened = null;
        Path damaged = null;
        try {
            opened = open();
        } catch (SQLException broken) {
            if (broken.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
                throw broken;
            }
            LOG.warn("The private database in {} cannot be read and is set aside", folder, broken);
            damaged = setAside(folder, clock);
        }
        first = opened == null ? open() : opened;
        setAside = Optional.ofNullable(damaged);
    }

    /// Opens the database in `folder`, creating it where there is none.
    ///
    /// @param key random, without blanks
    /// @throws ChatStoreException when even a new database cannot be made there, or another process has it open
    public static PrivateDatabase open(Path folder, String key, InstantSource clock) {
        try {
            Files.createDirectories(folder);
            return new PrivateDatabase(folder, key, clock);
        } catch (SQLException | IOException | UncheckedIOException broken) {
            throw new ChatStoreException("Opening the private database in " + folder, broken);
        }
    }

    /// Where a database that could not be read was set aside, if one was.
    public Optional<Path> setAside() {
        return setAside;
    }

    /// A connection of its own, autocommit off.
    Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(url, "desk", password);
        connection.setAutoCommit(false);
        return connection;
    }

    @Override
    public void close() {
        try (Statement statement = first.createStatement()) {
            statement.execute("SHUTDOWN");
        } catch (SQLException broken) {
            LOG.warn("Closing the private database", broken);
        }
    }

    private Connection open() throws SQLException {
        Connection connection = DriverManager.getConnection(url, "desk", password);
        boolean usable = false;
        try (Statement statement = connection.createStatement()) {
            statement.execute(schema());
            usable = true;
            return connection;
        } finally {
            if (!usable) {
                connection.close();
            }
        }
    }

    private static Path setAside(Path folder, InstantSource clock) {
        Path damaged = folder.resolve(NAME + "-damaged-" + clock.millis() + ".mv.db");
        try {
            return Files.move(folder.resolve(FILE), damaged, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException stuck) {
            throw new UncheckedIOException("Setting the damaged database aside as " + damaged, stuck);
        }
    }

    private static String schema() {
        try (InputStream sql = PrivateDatabase.class.getResourceAsStream("private.sql")) {
            if (sql == null) {
                throw new IllegalStateException("private.sql is missing from the class path");
            }
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException("Reading private.sql", broken);
        }
    }
}
