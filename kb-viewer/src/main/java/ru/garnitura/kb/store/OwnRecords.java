package ru.garnitura.kb.store;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// What belongs to this operator alone, in a file of its own: it stays when the copy of the base is damaged or loaded
/// anew. I/O threads.
public final class OwnRecords implements AutoCloseable {

    private static final KbDatabase.Schema SCHEMA = new KbDatabase.Schema("own", 1, List.of("""
            CREATE TABLE IF NOT EXISTS reading(
              id VARCHAR(128) PRIMARY KEY, rev VARCHAR(200) NOT NULL, body VARCHAR(1000000) NOT NULL,
              before_rev VARCHAR(200) NOT NULL, before_body VARCHAR(1000000) NOT NULL,
              opened BIGINT NOT NULL, last_opened TIMESTAMP(3) WITH TIME ZONE NOT NULL)""",
            "CREATE TABLE IF NOT EXISTS favourite(id VARCHAR(128) PRIMARY KEY)", """
            CREATE TABLE IF NOT EXISTS acknowledged(
              id VARCHAR(128) PRIMARY KEY, rev VARCHAR(200) NOT NULL, at TIMESTAMP(3) WITH TIME ZONE NOT NULL)""", """
            CREATE TABLE IF NOT EXISTS pin(
              topic VARCHAR(200) NOT NULL, id VARCHAR(128) NOT NULL, PRIMARY KEY(topic, id))""", """
            CREATE TABLE IF NOT EXISTS searched(
              words VARCHAR(100) PRIMARY KEY, times BIGINT NOT NULL, last_time TIMESTAMP(3) WITH TIME ZONE NOT NULL)""", """
            CREATE TABLE IF NOT EXISTS chosen(
              subject VARCHAR(300) NOT NULL, id VARCHAR(128) NOT NULL, times BIGINT NOT NULL,
              last_time TIMESTAMP(3) WITH TIME ZONE NOT NULL, PRIMARY KEY(subject, id))""",
            "CREATE TABLE IF NOT EXISTS preference(name VARCHAR(50) PRIMARY KEY, setting VARCHAR(200) NOT NULL)",
            "SELECT COUNT(*) FROM reading", "SELECT COUNT(*) FROM favourite", "SELECT COUNT(*) FROM chosen"));

    private final H2File file;

    /// @param folder  absolute, created where missing
    /// @param damaged told when the records could not be read and were begun anew, on the thread that met it
    public OwnRecords(Path folder, Consumer<Damage> damaged) {
        file = new H2File(folder, SCHEMA, damaged);
    }

    /// What was read, marked, confirmed and pinned.
    public ReadingRecord reading() {
        return new ReadingRecord(file);
    }

    /// What was searched for, and what was opened then.
    public SearchRecord searches() {
        return new SearchRecord(file);
    }

    @Override
    public void close() {
        file.close();
    }
}
