package ru.garnitura.backoffice.exchange;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.garnitura.backoffice.blobs.Blobs;
import ru.garnitura.backoffice.kb.Article;
import ru.garnitura.backoffice.kb.ArticleSignal;
import ru.garnitura.backoffice.kb.Articles;
import ru.garnitura.backoffice.kb.Edit;
import ru.garnitura.backoffice.kb.Revisions;
import ru.garnitura.backoffice.store.Store;
import ru.garnitura.backoffice.store.Tx;

/// Takes articles in, a hundred to a transaction. The same import twice changes nothing the second time.
public final class Imports {
    private static final int CHUNK = 100;
    private final Store store;
    private final Blobs blobs;
    private final InstantSource clock;
    private final ArticleSignal signal;

    public Imports(Store store, Blobs blobs, InstantSource clock, ArticleSignal signal) {
        this.store = store;
        this.blobs = blobs;
        this.clock = clock;
        this.signal = signal;
    }

    /// A folder, a `.zip` of one, or a `.jsonl` or `.jsonl.gz` file.
    ///
    /// @param editor in whose name; null for the command line
    /// @throws IOException where the place can't be read
    public ImportReport from(Path place, @Nullable String editor) throws IOException {
        String name = place.toString();
        if (name.endsWith(".zip")) {
            try (FileSystem zip = FileSystems.newFileSystem(place)) {
                return folder(zip.getPath("/"), editor);
            }
        }
        return Files.isDirectory(place) ? folder(place, editor) : lines(place, editor);
    }

    private ImportReport folder(Path root, @Nullable String editor) throws IOException {
        var reader = new FolderReader(root, blobs);
        var taken = new Taken(editor);
        for (Path file : reader.files()) {
            taken.add(reader.read(file));
        }
        return taken.end();
    }

    private ImportReport lines(Path file, @Nullable String editor) throws IOException {
        var taken = new Taken(editor);
        JsonLines.read(file, taken::add);
        return taken.end();
    }

    /// Articles on their way into the store.
    private final class Taken {
        private final @Nullable String editor;
        private final List<Incoming> waiting = new ArrayList<>();
        private ImportReport report = ImportReport.NOTHING;

        Taken(@Nullable String editor) {
            this.editor = editor;
        }

        void add(Incoming incoming) {
            waiting.add(incoming);
            if (waiting.size() == CHUNK) {
                write();
            }
        }

        ImportReport end() {
            write();
            return report;
        }

        private void write() {
            report = report.and(store.write(tx -> {
                tx.afterCommit(signal::changed);
                return waiting.stream().map(one -> take(tx, one)).reduce(ImportReport.NOTHING, ImportReport::and);
            }));
            waiting.clear();
        }

        private ImportReport take(Tx tx, Incoming incoming) {
            return switch (incoming) {
                case Incoming.Unreadable(var refused) -> new ImportReport(0, 0, 0, List.of(refused));
                case Incoming.Ready(var name, var file) -> {
                    Optional<Revisions.Revision> there = Revisions.current(tx, file.id());
                    Article now = there.filter(one -> one.op().equals("put")).map(Revisions.Revision::article).orElse(null);
                    if (file.article().equals(now)) {
                        yield new ImportReport(0, 0, 1, List.of());
                    }
                    Articles.write(tx, file.id(), file.article(), Edit.of(editor, clock.instant()));
                    yield new ImportReport(now == null ? 1 : 0, now == null ? 0 : 1, 0, List.of());
                }
            };
        }
    }
}
