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
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An encrypted H2 database whose content can be fetched again: one that nobody can read any more is set aside, never
/// repaired. One that only cannot be opened now, for want of room or rights or because it is in use, stays where it is.
/// `WRITE_DELAY=0`: a commit survives kill -9; `async:` an interrupt does not break it.
public final class PrivateDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PrivateDatabase.class);
    private static final String NAME = "private";
    private static final String FILE = NAME + ".mv.db";
    private static final String USER = "desk";

    private final Path folder;
    private final String url;
    private final String password;
    private final InstantSource clock;
    private final Consumer<Path> damaged;
    private final Opening opening;
    private @Nullable Connection first;

    /// Touches nothing yet: the database is opened, and made where there is none, with its first connection.
    ///
    /// @param key random, without blanks
    /// @param damaged told, on the I/O lane, where a database that could not be read was set aside
    public PrivateDatabase(Path folder, String key, InstantSource clock, Consumer<Path> damaged) {
        this(folder, key, clock, damaged, DriverManager::getConnection);
    }

    PrivateDatabase(Path folder, String key, InstantSource clock, Consumer<Path> damaged, Opening opening) {
        this.opening = opening;
        this.folder = folder;
        this.clock = clock;
        this.damaged = damaged;
        url = "jdbc:h2:async:" + folder.toAbsolutePath().resolve(NAME)
                + ";CIPHER=AES;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
        password = key + " desk";
    }

    /// How a connection is made.
    interface Opening {

        Connection open(String url, String user, String password) throws SQLException;
    }

    /// A connection of its own, autocommit off.
    ///
    /// @throws SQLException when the database cannot be opened now, or not even a new one made
    Connection connect() throws SQLException {
        openFirst();
        Connection connection = opening.open(url, USER, password);
        connection.setAutoCommit(false);
        return connection;
    }

    @Override
    public synchronized void close() {
        if (first == null) {
            return;
        }
        try (Statement statement = first.createStatement()) {
            statement.execute("SHUTDOWN");
        } catch (SQLException broken) {
            LOG.warn("Closing the private database", broken);
        }
        first = null;
    }

    private synchronized void openFirst() throws SQLException {
        if (first != null) {
            return;
        }
        try {
            Files.createDirectories(folder);
            first = openOrReplace();
        } catch (IOException broken) {
            throw new SQLException("Making the private database in " + folder, broken);
        }
    }

    private Connection openOrReplace() throws SQLException, IOException {
        try {
            return open();
        } catch (SQLException broken) {
            if (!FileDamage.isCauseOf(broken) || !Files.exists(folder.resolve(FILE))) {
                LOG.warn("The private database in {} cannot be opened now: H2 code {}", folder, broken.getErrorCode());
                throw broken;
            }
            LOG.error("The private database in {} cannot be read and is set aside", folder, broken);
        }
        damaged.accept(setAside());
        return open();
    }

    private Connection open() throws SQLException {
        Connection connection = opening.open(url, USER, password);
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

    private Path setAside() throws IOException {
        Path aside = folder.resolve(NAME + "-damaged-" + clock.millis() + ".mv.db");
        return Files.move(folder.resolve(FILE), aside, StandardCopyOption.REPLACE_EXISTING);
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
