package ru.garnitura.kb.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import ru.garnitura.kb.article.KbException;

/// An open H2 file: its schema and connections, and what its failures mean.
///
/// H2 2.5.252 loses its way when a file is opened some twenty times without having been closed in between: it then finds an
/// old state at each start, whatever was written since. So a file that was not closed is opened and closed once before it
/// is used; a file beside it tells.
final class KbDatabase implements AutoCloseable {

    private static final int CONNECTIONS = 8;
    private static final String USER = "kb";
    private static final Set<Integer> DAMAGE = Set.of(ErrorCode.FILE_CORRUPTED_1, ErrorCode.GENERAL_ERROR_1,
            ErrorCode.FILE_VERSION_ERROR_1, ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1, ErrorCode.COLUMN_NOT_FOUND_1,
            ErrorCode.SERIALIZATION_FAILED_1, ErrorCode.DESERIALIZATION_FAILED_1, ErrorCode.WRONG_USER_OR_PASSWORD,
            ErrorCode.TABLE_OR_VIEW_NOT_FOUND_DATABASE_EMPTY_1);
    /// The file may be good, but this opening of it is over: a full disk ends like this, as does its being opened for
    /// reading alone since then.
    private static final Set<Integer> CLOSED = Set.of(ErrorCode.IO_EXCEPTION_1, ErrorCode.IO_EXCEPTION_2,
            ErrorCode.DATABASE_IS_CLOSED, ErrorCode.OBJECT_CLOSED, ErrorCode.CONNECTION_BROKEN_1,
            ErrorCode.DATABASE_IS_READ_ONLY);
    /// What a failed write comes wrapped in has the code of a damaged file.
    private static final Set<Integer> NOT_WRITTEN = Set.of(DataUtils.ERROR_WRITING_FAILED, DataUtils.ERROR_CLOSED);
    /// Opened for reading alone, a file of an earlier schema lacks what it could not be given.
    private static final Set<Integer> MISSING = Set.of(ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1, ErrorCode.COLUMN_NOT_FOUND_1,
            ErrorCode.INDEX_NOT_FOUND_1, ErrorCode.TABLE_OR_VIEW_NOT_FOUND_DATABASE_EMPTY_1);
    private static final int DEEPEST_CAUSE = 20;
    private static final String READ_ONLY = ";ACCESS_MODE_DATA=r";

    private final JdbcConnectionPool pool;
    private final boolean readOnly;
    private final OpenMark mark;

    private KbDatabase(JdbcConnectionPool pool, boolean readOnly, OpenMark mark) {
        this.pool = pool;
        this.readOnly = readOnly;
        this.mark = mark;
    }

    /// What a file holds.
    ///
    /// @param name       of the file
    /// @param statements harmless to run again; reading back what matters comes last, so that damage shows at once
    record Schema(String name, int version, List<String> statements) {
    }

    /// Opens a file, for reading alone where nothing can be written: what is in it keeps serving.
    static KbDatabase open(Path folder, Schema schema) throws SQLException {
        try {
            var mark = mark(folder, schema);
            if (mark.isLeft()) {
                closeOnce(folder, schema);
            }
            mark.set();
            return open(folder, schema, "");
        } catch (SQLException e) {
            if (!isUnwritten(e) || !Files.exists(folder.resolve(schema.name() + ".mv.db"))) {
                throw e;
            }
            return openToRead(folder, schema);
        }
    }

    static KbDatabase openToRead(Path folder, Schema schema) throws SQLException {
        return open(folder, schema, READ_ONLY);
    }

    private static void closeOnce(Path folder, Schema schema) throws SQLException {
        try (var connection = DriverManager.getConnection(url(folder, schema), USER, "");
                var statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        }
    }

    private static OpenMark mark(Path folder, Schema schema) {
        return new OpenMark(folder.resolve(schema.name() + ".open"));
    }

    private static String url(Path folder, Schema schema) {
        return "jdbc:h2:async:" + folder.resolve(schema.name()) + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
    }

    private static KbDatabase open(Path folder, Schema schema, String mode) throws SQLException {
        var pool = JdbcConnectionPool.create(url(folder, schema) + mode, USER, "");
        pool.setMaxConnections(CONNECTIONS);
        var database = new KbDatabase(pool, !mode.isEmpty(), mark(folder, schema));
        try {
            database.prepare(mode.isEmpty() ? schema.statements() : schema.statements().subList(schema.statements().size() - 1,
                    schema.statements().size()), schema.version());
            return database;
        } catch (SQLException e) {
            if (database.isBehind(e)) {
                return database;
            }
            database.close();
            throw e;
        }
    }

    /// Whether a failure means that the file itself cannot be relied on any more.
    static boolean isDamage(SQLException failure) {
        return DAMAGE.contains(failure.getErrorCode()) && !isUnwritten(failure);
    }

    /// Whether a failure only means that this file could not be brought to the schema of today.
    boolean isBehind(SQLException failure) {
        return readOnly && MISSING.contains(failure.getErrorCode());
    }

    /// Whether a failure calls for opening the file again.
    static boolean isClosed(SQLException failure) {
        return CLOSED.contains(failure.getErrorCode()) || isUnwritten(failure);
    }

    private static boolean isUnwritten(SQLException failure) {
        return Stream.iterate((Throwable) failure, Objects::nonNull, Throwable::getCause).limit(DEEPEST_CAUSE)
                .anyMatch(cause -> cause instanceof MVStoreException store && NOT_WRITTEN.contains(store.getErrorCode()));
    }

    /// Moves the files to a folder of their own.
    static Path setAside(Path folder, Schema schema) {
        try {
            var aside = Files.createTempDirectory(folder, "damaged-");
            try (var files = Files.newDirectoryStream(folder, schema.name() + ".*.db")) {
                for (var file : files) {
                    Files.move(file, aside.resolve(file.getFileName()));
                }
            }
            return aside;
        } catch (IOException e) {
            throw new KbException("Setting aside the damaged store in " + folder, e);
        }
    }

    /// Waits until what was committed is in the file. `WRITE_DELAY=0` alone writes nothing where another thread of H2 holds the
    /// store at that moment (`MVStore.tryCommit`): the next commit would bring it, a kill before that loses it. No fsync: a
    /// power cut may take the last pages of a set away, with the checkpoint that led to them.
    static void settle(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("CHECKPOINT");
        }
    }

    Connection connect() throws SQLException {
        try {
            return pool.getConnection();
        } catch (IllegalStateException e) {
            throw new SQLException("the pool is closed", "90121", ErrorCode.DATABASE_IS_CLOSED, e);
        }
    }

    @Override
    public void close() {
        pool.dispose();
        if (!readOnly) {
            mark.clear();
        }
    }

    private void prepare(List<String> steps, int version) throws SQLException {
        try (var connection = connect(); var statement = connection.createStatement()) {
            for (var step : steps) {
                statement.execute(step);
            }
            if (!connection.isReadOnly()) {
                statement.execute("CREATE TABLE IF NOT EXISTS schema_version(version INT PRIMARY KEY)");
                statement.execute("MERGE INTO schema_version VALUES (" + version + ")");
            }
        }
    }
}
