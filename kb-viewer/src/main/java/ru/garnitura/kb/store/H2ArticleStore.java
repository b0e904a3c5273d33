package ru.garnitura.kb.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.garnitura.kb.article.Article;
import ru.garnitura.kb.article.ArticleChange;
import ru.garnitura.kb.article.ArticleId;
import ru.garnitura.kb.article.ArticleTitle;
import ru.garnitura.kb.article.Attachment;
import ru.garnitura.kb.article.Checkpoint;
import ru.garnitura.kb.article.KbException;
import ru.garnitura.kb.store.Replica.Role;

/// The copy of the base on this machine, opened when it is first asked. One thread writes, any number read; all on I/O threads that nobody interrupts.
/// A store that cannot be read is set aside and begun anew, on opening and at any time later; the call that met the
/// damage still fails with [KbException], and the next one meets an empty store.
public final class H2ArticleStore implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(H2ArticleStore.class);
    private static final int SWEEP = 500;

    private final Path folder;
    private final Consumer<Damage> damaged;
    private @Nullable KbDatabase database;
    private boolean closed;

    /// @param folder  absolute, created where missing
    /// @param damaged told of every store set aside, on the thread that met it
    public H2ArticleStore(Path folder, Consumer<Damage> damaged) {
        this.folder = folder;
        this.damaged = damaged;
    }

    /// Keeps a page and the checkpoint after it, both or neither. Harmless when repeated.
    public void apply(Page page) {
        within("Keeping a page of changes", connection -> {
            connection.setAutoCommit(false);
            new PageWriter(connection).write(page);
            connection.commit();
            return page;
        });
        if (page.last()) {
            sweep();
        }
    }

    /// Begins a new snapshot: the serving set stays until another is complete.
    public void reset() {
        within("Beginning a new snapshot", connection -> {
            connection.setAutoCommit(false);
            var shadow = Replica.load(connection, Role.SHADOW);
            if (shadow != null) {
                shadow.drop(connection);
            }
            Replica.begin(Role.SHADOW, new Checkpoint("", "")).save(connection);
            connection.commit();
            return folder;
        });
    }

    /// The back office said that nothing has changed up to now.
    public void confirm(Instant at) {
        within("Noting the age of the copy", connection -> {
            try (var row = connection.prepareStatement(
                    "UPDATE replica SET as_of = ? WHERE role = 'ACTIVE' AND as_of IS NOT NULL")) {
                row.setObject(1, at.atOffset(ZoneOffset.UTC));
                return row.executeUpdate();
            }
        });
    }

    public StoreState state() {
        return within("Reading the checkpoint", connection -> {
            var active = Replica.load(connection, Role.ACTIVE);
            var shadow = Replica.load(connection, Role.SHADOW);
            var filling = shadow == null ? active : shadow;
            var resume = filling == null || filling.mark().page() == 0 ? null : filling.mark().checkpoint();
            return new StoreState(resume, count(connection, active),
                    shadow == null ? -1 : count(connection, shadow), active == null ? null : active.asOf());
        });
    }

    /// The serving set, empty before the first page.
    public Optional<StoreMark> mark() {
        return within("Reading the serving set", connection ->
                Optional.ofNullable(Replica.load(connection, Role.ACTIVE)).map(Replica::mark));
    }

    public Optional<Article> find(ArticleId id) {
        return within("Reading article " + id, connection -> {
            try (var query = connection.prepareStatement("SELECT " + ArticleRow.COLUMNS + " FROM article "
                    + "WHERE id = ? AND set_name = (SELECT set_name FROM replica WHERE role = 'ACTIVE')")) {
                query.setString(1, id.value());
                try (var row = query.executeQuery()) {
                    return row.next() ? Optional.of(ArticleRow.read(row)) : Optional.empty();
                }
            }
        });
    }

    /// All titles being served, by section and title.
    public List<ArticleTitle> titles() {
        return within("Reading the titles", connection -> {
            try (var query = connection.prepareStatement("SELECT id, title, section, must_read FROM article "
                    + "WHERE set_name = (SELECT set_name FROM replica WHERE role = 'ACTIVE') "
                    + "ORDER BY section, title"); var row = query.executeQuery()) {
                var titles = new ArrayList<ArticleTitle>();
                while (row.next()) {
                    titles.add(new ArticleTitle(new ArticleId(row.getString(1)), row.getString(2),
                            ArticleRow.section(row.getString(3)), row.getBoolean(4)));
                }
                return titles;
            }
        });
    }

    /// The files of the articles being served.
    public List<Attachment> attachments() {
        return within("Reading the attachments", connection -> {
            try (var query = connection.prepareStatement("SELECT attachments FROM article WHERE attachments <> '' "
                    + "AND set_name = (SELECT set_name FROM replica WHERE role = 'ACTIVE')");
                    var row = query.executeQuery()) {
                var files = new ArrayList<Attachment>();
                while (row.next()) {
                    files.addAll(ArticleRow.attachments(row.getString(1)));
                }
                return files;
            }
        });
    }

    /// What happened to a set after one of its pages, in no order within a page; each article comes once.
    public void replay(StoreMark mark, long afterPage, Consumer<ArticleChange> follower) {
        within("Replaying changes", connection -> {
            try (var gone = connection.prepareStatement("SELECT id FROM withdrawn WHERE set_name = ? AND page > ?");
                    var put = connection.prepareStatement(
                            "SELECT " + ArticleRow.COLUMNS + " FROM article WHERE set_name = ? AND page > ?")) {
                put.setFetchSize(SWEEP);
                for (var query : List.of(gone, put)) {
                    query.setString(1, mark.set());
                    query.setLong(2, afterPage);
                }
                try (var row = gone.executeQuery()) {
                    while (row.next()) {
                        follower.accept(new ArticleChange.Withdrawal(new ArticleId(row.getString(1))));
                    }
                }
                try (var row = put.executeQuery()) {
                    while (row.next()) {
                        follower.accept(new ArticleChange.Put(ArticleRow.read(row)));
                    }
                }
            }
            return mark;
        });
    }

    /// What this operator read and marked.
    public ReadingRecord reading() {
        return new ReadingRecord(this);
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (database != null) {
            database.close();
        }
    }

    <T> T within(String tried, Work<T> work) {
        var current = opened(tried);
        try (var connection = current.connect()) {
            try {
                return work.run(connection);
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
        if (KbDatabase.isDamage(cause)) {
            broken.close();
            database = null;
            setAside(cause);
        } else if (KbDatabase.isClosed(cause)) {
            broken.close();
            database = null;
            LOG.info("The store is opened again at the next call");
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
            return KbDatabase.open(folder);
        } catch (SQLException e) {
            if (!KbDatabase.isDamage(e)) {
                throw e;
            }
            setAside(e);
            return KbDatabase.open(folder);
        }
    }

    private void setAside(SQLException cause) {
        var damage = new Damage(KbDatabase.setAside(folder), String.valueOf(cause.getMessage()));
        LOG.error("The store was damaged ({}); set aside in {}", damage.detail(), damage.kept());
        damaged.accept(damage);
    }

    private void sweep() {
        within("Sweeping old sets", connection -> {
            for (var table : List.of("article", "withdrawn")) {
                try (var delete = connection.prepareStatement("DELETE FROM " + table
                        + " WHERE set_name NOT IN (SELECT set_name FROM replica) FETCH FIRST " + SWEEP + " ROWS ONLY")) {
                    while (delete.executeUpdate() == SWEEP) {
                        LOG.debug("Swept {} rows of {}", SWEEP, table);
                    }
                }
            }
            try (var sync = connection.createStatement()) {
                sync.execute("CHECKPOINT SYNC");
            }
            return folder;
        });
    }

    private static int count(Connection connection, @Nullable Replica set) throws SQLException {
        if (set == null) {
            return 0;
        }
        try (var query = connection.prepareStatement("SELECT COUNT(*) FROM article WHERE set_name = ?")) {
            query.setString(1, set.mark().set());
            try (var row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /// Something done with a connection; what it leaves uncommitted is undone when it fails.
    interface Work<T> {

        T run(Connection connection) throws SQLException;
    }
}
