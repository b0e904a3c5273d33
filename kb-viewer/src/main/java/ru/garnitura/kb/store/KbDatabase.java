package ru.garnitura.kb.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcConnectionPool;
import ru.garnitura.kb.article.KbException;

/// The H2 file behind the store: opening, schema, and setting a damaged one aside.
final class KbDatabase implements AutoCloseable {

    private static final String NAME = "kb";
    private static final int SCHEMA = 1;
    private static final int CONNECTIONS = 8;
    private static final Set<Integer> DAMAGE = Set.of(ErrorCode.FILE_CORRUPTED_1, ErrorCode.GENERAL_ERROR_1,
            ErrorCode.FILE_VERSION_ERROR_1, ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1, ErrorCode.COLUMN_NOT_FOUND_1,
            ErrorCode.SERIALIZATION_FAILED_1, ErrorCode.DESERIALIZATION_FAILED_1, ErrorCode.WRONG_USER_OR_PASSWORD,
            ErrorCode.TABLE_OR_VIEW_NOT_FOUND_DATABASE_EMPTY_1);
    /// The file may be good, but this opening of it is over: a full disk ends like this.
    private static final Set<Integer> CLOSED = Set.of(ErrorCode.IO_EXCEPTION_1, ErrorCode.IO_EXCEPTION_2,
            ErrorCode.DATABASE_IS_CLOSED, ErrorCode.OBJECT_CLOSED, ErrorCode.CONNECTION_BROKEN_1);

    private final JdbcConnectionPool pool;

    private KbDatabase(JdbcConnectionPool pool) {
        this.pool = pool;
    }

    static KbDatabase open(Path folder) throws SQLException {
        var pool = JdbcConnectionPool.create(
                "jdbc:h2:async:" + folder.resolve(NAME) + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE", "kb", "");
        pool.setMaxConnections(CONNECTIONS);
        var database = new KbDatabase(pool);
        try {
            database.prepare();
            return database;
        } catch (SQLException e) {
            database.close();
            throw e;
        }
    }

    /// Whether a failure means that the file itself cannot be relied on any more.
    static boolean isDamage(SQLException failure) {
        return DAMAGE.contains(failure.getErrorCode());
    }

    /// Whether a failure calls for opening the file again.
    static boolean isClosed(SQLException failure) {
        return CLOSED.contains(failure.getErrorCode());
    }

    /// Moves the files to a folder of their own.
    static Path setAside(Path folder) {
        try {
            var aside = Files.createTempDirectory(folder, "damaged-");
            try (var files = Files.newDirectoryStream(folder, NAME + ".*.db")) {
                for (var file : files) {
                    Files.move(file, aside.resolve(file.getFileName()));
                }
            }
            return aside;
        } catch (IOException e) {
            throw new KbException("Setting aside the damaged store in " + folder, e);
        }
    }

    Connection connect() throws SQLException {
        return pool.getConnection();
    }

    @Override
    public void close() {
        pool.dispose();
    }

    private void prepare() throws SQLException {
        try (var connection = connect(); var statement = connection.createStatement()) {
            statement.execute("""
                    CREATE TABLE IF NOT EXISTS replica(
                      set_name VARCHAR(40) PRIMARY KEY, role VARCHAR(8) NOT NULL, epoch VARCHAR(200) NOT NULL,
                      cursor VARCHAR(2000) NOT NULL, page BIGINT NOT NULL, as_of TIMESTAMP(3) WITH TIME ZONE)""");
            statement.execute("""
                    CREATE TABLE IF NOT EXISTS article(
                      set_name VARCHAR(40) NOT NULL, id VARCHAR(128) NOT NULL, page BIGINT NOT NULL,
                      rev VARCHAR(200) NOT NULL, title VARCHAR(500) NOT NULL, section VARCHAR(2000) NOT NULL,
                      lang VARCHAR(35) NOT NULL, must_read BOOLEAN NOT NULL, body VARCHAR(1000000) NOT NULL,
                      attachments VARCHAR(100000) NOT NULL, tags VARCHAR(10000) NOT NULL,
                      synonyms VARCHAR(20000) NOT NULL, unit VARCHAR(500) NOT NULL, author VARCHAR(500) NOT NULL,
                      verified DATE, expires DATE, PRIMARY KEY(set_name, id))""");
            statement.execute("CREATE INDEX IF NOT EXISTS article_page ON article(set_name, page)");
            statement.execute("""
                    CREATE TABLE IF NOT EXISTS withdrawn(
                      set_name VARCHAR(40) NOT NULL, id VARCHAR(128) NOT NULL, page BIGINT NOT NULL,
                      PRIMARY KEY(set_name, id))""");
            statement.execute("""
                    CREATE TABLE IF NOT EXISTS reading(
                      id VARCHAR(128) PRIMARY KEY, rev VARCHAR(200) NOT NULL, opened BIGINT NOT NULL,
                      last_opened TIMESTAMP(3) WITH TIME ZONE, favourite BOOLEAN NOT NULL)""");
            statement.execute("CREATE TABLE IF NOT EXISTS schema_version(version INT PRIMARY KEY)");
            statement.execute("MERGE INTO schema_version VALUES (" + SCHEMA + ")");
            statement.execute("SELECT COUNT(*) FROM article");
        }
    }
}
