package ru.garnitura.kb.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.garnitura.kb.article.ArticleChange;
import ru.garnitura.kb.article.KbException;

/// The search index in a folder of its own, opened when it is first asked. One thread writes, any number search; all on
/// I/O threads that nobody interrupts. An index that cannot be read is set aside and begun anew: its [#mark] is then
/// empty, and whoever feeds it replays everything.
public final class LuceneArticleIndex implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LuceneArticleIndex.class);
    private static final double BUFFER_MB = 24;
    private static final String SET = "set";
    private static final String PAGE = "page";
    /// Any letter: the way there counts, not what is found.
    private static final String WARM_UP = "a";
    private static final String FORMAT_KEY = "format";
    /// Another number makes every index be built anew: raise it when analysis or fields change.
    private static final String FORMAT = "2";
    private static final double GROWTH = 1.5;
    private static final int MOST_AT_WORK = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path folder;
    private final BiConsumer<Path, String> damaged;
    private final WordForms forms = new WordForms();
    private final ArticleDocument documents = new ArticleDocument(forms);
    private @Nullable Opened opened;
    private volatile boolean closed;
    private final Semaphore work = new Semaphore(MOST_AT_WORK);
    private volatile @Nullable Vocabulary vocabulary;

    /// @param folder  absolute, created where missing
    /// @param damaged told of every index set aside, with where it is now and why, on the thread that met it
    public LuceneArticleIndex(Path folder, BiConsumer<Path, String> damaged) {
        this.folder = folder;
        this.damaged = damaged;
    }

    /// For those who read the log alone.
    public LuceneArticleIndex(Path folder) {
        this(folder, (_, _) -> { });
    }

    /// The writer and what reads beside it.
    private record Opened(IndexWriter writer, SearcherManager searchers) {
    }

    /// What is in the index for good; empty for a new one.
    public Optional<IndexMark> mark() {
        var marks = new HashMap<String, String>();
        var live = opened("Reading the index's state").writer().getLiveCommitData();
        if (live != null) {
            live.forEach(entry -> marks.put(entry.getKey(), entry.getValue()));
        }
        return FORMAT.equals(marks.get(FORMAT_KEY))
                ? Optional.of(new IndexMark(marks.getOrDefault(SET, ""), Long.parseLong(marks.getOrDefault(PAGE, "0"))))
                : Optional.empty();
    }

    /// Follows changes; searches see all of them or none. While many pages come in a row, they are made findable and
    /// kept for good each time there is half as much again: doing so after every page costs more than indexing it.
    ///
    /// @param last whether all of it has to be findable and survive a power cut now; what does not is replayed after one
    public void apply(List<ArticleChange> changes, IndexMark after, boolean last) {
        within("Indexing changes", writer -> {
            for (var change : changes) {
                put(writer, change);
            }
            note(writer, after);
        });
        if (last || isMuchUnseen()) {
            within("Keeping the index", IndexWriter::commit);
            refresh();
        }
    }

    private boolean isMuchUnseen() {
        return read("Counting what was loaded", searcher -> opened("Counting what was loaded").writer().getDocStats().maxDoc
                >= searcher.getIndexReader().maxDoc() * GROWTH);
    }

    /// Replaces everything; the old state serves until the new one is whole.
    ///
    /// @param articles hands every article to the consumer it is given
    public void rebuild(Consumer<Consumer<ArticleChange>> articles, IndexMark after) {
        within("Rebuilding the index", writer -> {
            writer.deleteAll();
            articles.accept(change -> within("Indexing " + change.id(), open -> put(open, change)));
            note(writer, after);
            writer.commit();
        });
        refresh();
    }

    /// Joins what was written in pieces; worth it once after a whole snapshot.
    public void compact() {
        within("Compacting the index", writer -> {
            writer.forceMerge(1);
            writer.commit();
        });
        refresh();
    }

    private void refresh() {
        var open = opened("Refreshing");
        within("Refreshing", _ -> open.searchers().maybeRefreshBlocking());
    }

    public SearchAnswer search(SearchRequest request) {
        return read("Searching", searcher -> session(searcher).search(request));
    }

    /// Articles a conversation may be about.
    public List<SearchHit> suggest(String conversation, int limit) {
        return read("Suggesting", searcher -> session(searcher).suggest(conversation, limit));
    }

    /// Reads what the first search would otherwise wait for.
    public void warmUp() {
        search(SearchRequest.of(WARM_UP, 1));
    }

    /// Number of articles that can be found.
    public int size() {
        return read("Counting", searcher -> searcher.getIndexReader().numDocs());
    }

    /// Lets what is under way end first: a writer closed under a commit stays open for good.
    @Override
    public void close() {
        closed = true;
        var quiet = quiet();
        synchronized (this) {
            if (opened != null) {
                closeQuietly(opened);
                opened = null;
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

    private void closeQuietly(Opened open) {
        try {
            open.searchers().close();
            open.writer().close();
        } catch (IOException | IllegalStateException e) {
            LOG.warn("The index was not closed well; it is replayed from the store", e);
        }
    }

    private synchronized Opened opened(String tried) {
        if (closed) {
            throw new KbException(tried, new IllegalStateException("the index is closed"));
        }
        if (opened == null) {
            try {
                Files.createDirectories(folder);
                opened = openOrSetAside();
            } catch (IOException e) {
                throw new KbException("Opening the index in " + folder, e);
            }
        }
        return opened;
    }

    /// An index that turns out broken while in use is set aside; the next call begins a new one.
    private synchronized void recover(Opened broken, IOException cause) {
        if (broken.equals(opened) && !closed && IndexFiles.isDamage(cause)) {
            opened = null;
            closeQuietly(broken);
            try {
                setAside(cause);
            } catch (IOException e) {
                cause.addSuppressed(e);
            }
        }
    }

    /// A writer that failed closes itself, and what it had not committed is gone: its articles serve until another writer
    /// can begin from the last commit. A full disk ends like this.
    private synchronized void replace(Opened failed) {
        if (failed.equals(opened) && !closed && !failed.writer().isOpen()) {
            try {
                opened = open();
                failed.searchers().close();
            } catch (IOException | IllegalStateException e) {
                LOG.warn("The index cannot be written yet: {}", e.getMessage());
            }
        }
    }

    /// What reads a damaged file fails in any way: it is a bug only where the files are what was written.
    private RuntimeException suspected(Opened open, String tried, RuntimeException cause) {
        if (cause instanceof KbException || !IndexFiles.isBroken(folder)) {
            return cause;
        }
        recover(open, new CorruptIndexException("the files are not what was written", folder.toString(), cause));
        return new KbException(tried, cause);
    }

    private SearchSession session(IndexSearcher searcher) {
        return new SearchSession(searcher, vocabularyOf(searcher.getIndexReader()), forms);
    }

    private Vocabulary vocabularyOf(IndexReader reader) {
        var current = vocabulary;
        if (current == null || !current.isOf(reader)) {
            current = new Vocabulary(reader, forms);
            vocabulary = current;
        }
        return current;
    }

    private void put(IndexWriter writer, ArticleChange change) throws IOException {
        var id = new Term(Fields.ID, change.id().value());
        switch (change) {
            case ArticleChange.Put(var article) -> writer.updateDocument(id, documents.of(article));
            case ArticleChange.Withdrawal _ -> writer.deleteDocuments(id);
        }
    }

    private static void note(IndexWriter writer, IndexMark mark) {
        writer.setLiveCommitData(Map.of(FORMAT_KEY, FORMAT, SET, mark.set(), PAGE, Long.toString(mark.page()))
                .entrySet());
    }

    private Opened openOrSetAside() throws IOException {
        try {
            IndexFiles.verify(folder);
            return open();
        } catch (LockObtainFailedException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            setAside(e);
            return open();
        }
    }

    /// A writer beside which nothing can be read would keep the folder's lock for good.
    private Opened open() throws IOException {
        var config = new IndexWriterConfig(null).setRAMBufferSizeMB(BUFFER_MB)
                .setSimilarity(SearchSession.SIMILARITY);
        var writer = new IndexWriter(FSDirectory.open(folder), config);
        var whole = false;
        try {
            var both = new Opened(writer, new SearcherManager(writer, new Scoring()));
            whole = true;
            return both;
        } finally {
            if (!whole) {
                writer.rollback();
            }
        }
    }

    private void setAside(Exception cause) throws IOException {
        var aside = IndexFiles.setAside(folder);
        LOG.error("The index was damaged ({}); set aside in {} and built again", cause.getMessage(), aside);
        damaged.accept(aside, String.valueOf(cause.getMessage()));
    }

    private void within(String tried, Step step) {
        work.acquireUninterruptibly();
        try {
            write(tried, step);
        } finally {
            work.release();
        }
    }

    private void write(String tried, Step step) {
        var open = opened(tried);
        try {
            step.run(open.writer());
        } catch (IllegalStateException e) {
            if (open.writer().isOpen()) {
                throw e;
            }
            replace(open);
            throw new KbException(tried, e);
        } catch (IOException e) {
            recover(open, e);
            replace(open);
            throw new KbException(tried, e);
        }
    }

    private <T> T read(String tried, Question<T> question) {
        work.acquireUninterruptibly();
        try {
            return answer(tried, question);
        } finally {
            work.release();
        }
    }

    private <T> T answer(String tried, Question<T> question) {
        var open = opened(tried);
        try {
            var searcher = open.searchers().acquire();
            try {
                return question.ask(searcher);
            } finally {
                open.searchers().release(searcher);
            }
        } catch (AlreadyClosedException e) {
            throw new KbException(tried, e);
        } catch (UncheckedIOException e) {
            var cause = e.getCause();
            if (cause != null) {
                recover(open, cause);
            }
            throw new KbException(tried, e);
        } catch (IOException e) {
            recover(open, e);
            throw new KbException(tried, e);
        } catch (RuntimeException e) {
            throw suspected(open, tried, e);
        }
    }

    private static final class Scoring extends SearcherFactory {

        @Override
        public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
            var searcher = new IndexSearcher(reader);
            searcher.setSimilarity(SearchSession.SIMILARITY);
            return searcher;
        }
    }

    private interface Step {
        void run(IndexWriter writer) throws IOException;
    }

    private interface Question<T> {
        T ask(IndexSearcher searcher) throws IOException;
    }
}
