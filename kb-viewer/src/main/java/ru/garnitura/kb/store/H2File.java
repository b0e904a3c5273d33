package ru.garnitura.kb.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.garnitura.kb.article.KbException;

/// One H2 file, opened when it is first asked. What cannot be read is set aside and begun anew, on opening and at any
/// time later; the call that met the damage still fails with [KbException], and the next one meets an empty file.
/// I/O threads that nobody interrupts.
final class H2File implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(H2File.class);
    private static final int MOST_AT_WORK = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path folder;
    private final KbDatabase.Schema schema;
    private final Opening opening;
    private final Consumer<Damage> damaged;
    private final Semaphore work = new Semaphore(MOST_AT_WORK);
    private @Nullable KbDatabase database;
    private volatile boolean closed;

    H2File(Path folder, KbDatabase.Schema schema, Consumer<Damage> damaged) {
        this(folder, schema, KbDatabase::open, damaged);
    }

    H2File(Path folder, KbDatabase.Schema schema, Opening opening, Consumer<Damage> damaged) {
        this.folder = folder;
        this.schema = schema;
        this.opening = opening;
        this.damaged = damaged;
    }

    interface Opening {

        KbDatabase open(Path folder, KbDatabase.Schema schema) throws SQLException;
    }

    /// Something done with a connection; what it leaves uncommitted is undone when it fails.
    interface Work<T> {

        T run(Connection connection) throws SQLException;
    }

    <T> T within(String tried, Work<T> task) {
        work.acquireUninterruptibly();
        try {
            return done(tried, task);
        } finally {
            work.release();
        }
    }

    /// Something that commits by itself: once it returns, a kill takes nothing of it away.
    <T> T keep(String tried, Work<T> task) {
        return within(tried, connection -> {
            var kept = task.run(connection);
            KbDatabase.settle(connection);
            return kept;
        });
    }

    /// Lets what is under way end first: a file closed under its users can hold them, or lose what they wrote.
    @Override
    public void close() {
        closed = true;
        var quiet = quiet();
        synchronized (this) {
            if (database != null) {
                database.close();
                database = null;
            }
        }
        if (quiet) {
            work.release(MOST_AT_WORK);
        } else {
            LOG.warn("Closed {} while it was still in use", folder);
        }
    }

    private boolean quiet() {
        try {
            return work.tryAcquire(MOST_AT_WORK, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private <T> T done(String tried, Work<T> task) {
        var current = opened(tried);
        try (var connection = current.connect()) {
            try {
                return task.run(connection);
            } catch (SQLException | RuntimeException e) {
                undo(connection, e);
                throw e;
            }
        } catch (SQLException e) {
            LOG.warn("{} failed with H2 code {}", tried, e.getErrorCode());
            recover(current, e);
            throw new KbException(tried, e);
        }
    }

    private static void undo(Connection connection, Exception cause) {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private synchronized void recover(KbDatabase broken, SQLException cause) {
        if (!broken.equals(database) || closed) {
            return;
        }
        if (KbDatabase.isDamage(cause) && !broken.isBehind(cause)) {
            broken.close();
            database = null;
            setAside(cause);
        } else if (KbDatabase.isClosed(cause) || broken.isBehind(cause)) {
            broken.close();
            database = null;
            LOG.info("{} is opened again at the next call", folder);
        }
    }

    private synchronized KbDatabase opened(String tried) {
        if (closed) {
            throw new KbException(tried, new IllegalStateException("the store is closed"));
        }
        if (database == null) {
            database = openOrBegin();
        }
        return database;
    }

    private KbDatabase openOrBegin() {
        try {
            Files.createDirectories(folder);
            return openOrSetAside();
        } catch (IOException | SQLException e) {
            throw new KbException("Opening the store in " + folder, e);
        }
    }

    private KbDatabase openOrSetAside() throws SQLException {
        try {
            return opening.open(folder, schema);
        } catch (SQLException e) {
            if (!KbDatabase.isDamage(e)) {
                throw e;
            }
            setAside(e);
            return opening.open(folder, schema);
        }
    }

    private void setAside(SQLException cause) {
        var damage = new Damage(KbDatabase.setAside(folder, schema), String.valueOf(cause.getMessage()));
        LOG.error("The store was damaged ({}); set aside in {}", damage.detail(), damage.kept());
        damaged.accept(damage);
    }
}
