package ru.garnitura.backoffice.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.h2.jdbcx.JdbcConnectionPool;

/// The database of the back office. Thread-safe.
///
/// One writer at a time: the order of commits is the order of news, so sockets see what the log says. An answered write
/// survives kill -9 (`WRITE_DELAY=0`); `async:` because an interrupted thread would break a `file:` database for all.
public final class Store implements AutoCloseable {
    private static final int CONNECTIONS = 16;
    private final JdbcConnectionPool pool;
    private final ReentrantLock writing = new ReentrantLock(true);

    private Store(JdbcConnectionPool pool) {
        this.pool = pool;
    }

    /// @param folder absolute; the database is `backoffice.mv.db` in it
    public static Store open(Path folder) {
        String url = "jdbc:h2:async:" + folder.toAbsolutePath().resolve("backoffice")
                + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;CACHE_SIZE=32768";
        closeOnce(url);
        JdbcConnectionPool pool = JdbcConnectionPool.create(url, "garnitura", "");
        pool.setMaxConnections(CONNECTIONS);
        var store = new Store(pool);
        store.write(tx -> {
            Schema.STATEMENTS.forEach(tx::update);
            return Schema.VERSION;
        });
        return store;
    }

    /// H2 2.5.252 loses its way when a database is opened some twenty times without having been closed in between: it
    /// then finds an old state at each start, whatever was written and synced since. Closing it once before it is used
    /// sets that right.
    private static void closeOnce(String url) {
        try (Connection connection = DriverManager.getConnection(url, "garnitura", "");
                var statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        } catch (SQLException e) {
            throw new StoreException("open and close", e);
        }
    }

    /// Runs the work in one transaction, alone among writers; its news is told after the commit.
    public <T> T write(Function<Tx, T> work) {
        writing.lock();
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            var tx = new Tx(connection);
            T result = commit(connection, tx, work);
            tx.tellNews();
            return result;
        } catch (SQLException e) {
            throw new StoreException("write", e);
        } finally {
            writing.unlock();
        }
    }

    /// `WRITE_DELAY=0` alone writes nothing where another thread of H2 holds the store at that moment
    /// (`MVStore.tryCommit`); the checkpoint waits for it, so that what is answered is on disk.
    private static <T> T commit(Connection connection, Tx tx, Function<Tx, T> work) throws SQLException {
        boolean done = false;
        try (var checkpoint = connection.createStatement()) {
            T result = work.apply(tx);
            connection.commit();
            done = true;
            checkpoint.execute("CHECKPOINT SYNC");
            return result;
        } finally {
            if (!done) {
                connection.rollback();
            }
        }
    }

    /// Runs the work on what is committed; it must not write.
    public <T> T read(Function<Tx, T> work) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(true);
            return work.apply(new Tx(connection));
        } catch (SQLException e) {
            throw new StoreException("read", e);
        }
    }

    /// Ends the database cleanly; work that still runs fails.
    @Override
    public void close() {
        writing.lock();
        try (Connection connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        } catch (SQLException e) {
            throw new StoreException("SHUTDOWN", e);
        } finally {
            writing.unlock();
            pool.dispose();
        }
    }
}
