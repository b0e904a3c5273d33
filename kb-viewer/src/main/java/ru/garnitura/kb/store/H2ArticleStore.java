package ru.garnitura.kb.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;
import ru.garnitura.kb.article.Article;
import ru.garnitura.kb.article.ArticleChange;
import ru.garnitura.kb.article.ArticleId;
import ru.garnitura.kb.article.ArticleTitle;
import ru.garnitura.kb.article.Attachment;
import ru.garnitura.kb.article.Checkpoint;
import ru.garnitura.kb.article.Listed;
import ru.garnitura.kb.article.Revision;
import ru.garnitura.kb.store.Replica.Role;

/// The copy of the base on this machine, opened when it is first asked. One thread writes, any number read; all on I/O threads that nobody interrupts.
/// A store that cannot be read is set aside and begun anew, on opening and at any time later; the call that met the
/// damage still fails with [KbException], and the next one meets an empty store.
public final class H2ArticleStore implements AutoCloseable {

    private static final int FETCHED = 500;
    static final KbDatabase.Schema SCHEMA = new KbDatabase.Schema("kb", 1, List.of("""
            CREATE TABLE IF NOT EXISTS replica(
              set_name VARCHAR(40) PRIMARY KEY, role VARCHAR(8) NOT NULL, epoch VARCHAR(200) NOT NULL,
              cursor VARCHAR(2000) NOT NULL, page BIGINT NOT NULL, as_of TIMESTAMP(3) WITH TIME ZONE)""", """
            CREATE TABLE IF NOT EXISTS article(
              set_name VARCHAR(40) NOT NULL, id VARCHAR(128) NOT NULL, page BIGINT NOT NULL,
              rev VARCHAR(200) NOT NULL, title VARCHAR(500) NOT NULL, section VARCHAR(2000) NOT NULL,
              lang VARCHAR(35) NOT NULL, must_read BOOLEAN NOT NULL, body VARCHAR(1000000) NOT NULL,
              attachments VARCHAR(100000) NOT NULL, tags VARCHAR(10000) NOT NULL,
              synonyms VARCHAR(20000) NOT NULL, unit VARCHAR(500) NOT NULL, author VARCHAR(500) NOT NULL,
              verified DATE, expires DATE, PRIMARY KEY(set_name, id))""",
            "ALTER TABLE article ADD COLUMN IF NOT EXISTS read_by DATE",
            "ALTER TABLE article ADD COLUMN IF NOT EXISTS check_sum BIGINT",
            "ALTER TABLE replica ADD COLUMN IF NOT EXISTS articles INT",
            "UPDATE replica r SET articles = (SELECT COUNT(*) FROM article a WHERE a.set_name = r.set_name) "
                    + "WHERE articles IS NULL",
            "CREATE INDEX IF NOT EXISTS article_page ON article(set_name, page)",
            "CREATE INDEX IF NOT EXISTS article_list ON article(set_name, section, title, id, rev, must_read, read_by)", """
            CREATE TABLE IF NOT EXISTS withdrawn(
              set_name VARCHAR(40) NOT NULL, id VARCHAR(128) NOT NULL, page BIGINT NOT NULL,
              PRIMARY KEY(set_name, id))""", "SELECT COUNT(*) FROM article"));

    /// All the index has is read from it: reading the rows would read the bodies.
    private static final String BY_INDEX = " FROM article USE INDEX (article_list) ";
    private static final String SERVING = "WHERE set_name = (SELECT set_name FROM replica WHERE role = 'ACTIVE')";

    private final H2File file;

    /// @param folder  absolute, created where missing
    /// @param damaged told of every store set aside, on the thread that met it
    public H2ArticleStore(Path folder, Consumer<Damage> damaged) {
        this(new H2File(folder, SCHEMA, damaged));
    }

    H2ArticleStore(H2File file) {
        this.file = file;
    }

    /// Keeps a page and the checkpoint after it, both or neither: once it returns, a kill takes nothing of it away. Harmless
    /// when repeated.
    ///
    /// @return where the set stands that it was written to, be it the serving one or not
    public StoreMark apply(Page page) {
        var written = within("Keeping a page of changes", connection -> {
            connection.setAutoCommit(false);
            var mark = new PageWriter(connection).write(page);
            connection.commit();
            KbDatabase.settle(connection);
            return mark;
        });
        if (page.last()) {
            within("Sweeping old sets", Sweep::run);
        }
        return written;
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
            return Role.SHADOW;
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
            return new StoreState(resume, count(active),
                    shadow == null ? -1 : count(shadow), active == null ? null : active.asOf());
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
            try (var query = list(connection, "id, title, section, must_read", " ORDER BY section, title"); var row = query.executeQuery()) {
                var titles = new ArrayList<ArticleTitle>();
                while (row.next()) {
                    titles.add(new ArticleTitle(new ArticleId(row.getString(1)), row.getString(2),
                            ArticleRow.section(row.getString(3)), row.getBoolean(4)));
                }
                return titles;
            }
        });
    }

    /// All articles being served, by section and title, with what tells a reader whether there is something new.
    public List<Listed> listing() {
        return within("Reading the list", connection -> {
            try (var query = list(connection, "id, title, section, must_read, rev, read_by", " ORDER BY section, title");
                    var row = query.executeQuery()) {
                var listed = new ArrayList<Listed>();
                while (row.next()) {
                    var title = new ArticleTitle(new ArticleId(row.getString(1)), row.getString(2),
                            ArticleRow.section(row.getString(3)), row.getBoolean(4));
                    listed.add(new Listed(title, new Revision(row.getString(5)), ArticleRow.day(row.getDate(6))));
                }
                return listed;
            }
        });
    }

    /// Count and digest of the serving set, as the back office computes them for the whole base.
    public Fingerprint fingerprint() {
        return within("Taking the fingerprint", connection -> {
            try (var query = list(connection, "id, rev", ""); var row = query.executeQuery()) {
                var lines = new ArrayList<String>();
                while (row.next()) {
                    lines.add(row.getString(1) + " " + row.getString(2) + "\n");
                }
                return Fingerprint.of(lines);
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
                put.setFetchSize(FETCHED);
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

    /// Reads every article being served once: what is damaged is met now, not when somebody asks for it.
    ///
    /// @return how many there are
    public int verify() {
        return within("Reading every article", RowCheck::run);
    }

    @Override
    public void close() {
        file.close();
    }

    /// The index is missing where a file of an earlier schema could be opened for reading alone.
    static PreparedStatement list(Connection connection, String columns, String order) throws SQLException {
        try {
            return connection.prepareStatement("SELECT " + columns + BY_INDEX + SERVING + order);
        } catch (SQLException e) {
            if (e.getErrorCode() != ErrorCode.INDEX_NOT_FOUND_1) {
                throw e;
            }
            return connection.prepareStatement("SELECT " + columns + " FROM article " + SERVING + order);
        }
    }

    private <T> T within(String tried, H2File.Work<T> work) {
        return file.within(tried, work);
    }

    private static int count(@Nullable Replica set) {
        return set == null ? 0 : set.articles();
    }
}
