package ru.garnitura.kb.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.garnitura.kb.article.Article;
import ru.garnitura.kb.article.ArticleChange;
import ru.garnitura.kb.article.ArticleId;
import ru.garnitura.kb.article.ArticleText;
import ru.garnitura.kb.article.Attachment;
import ru.garnitura.kb.article.Checkpoint;
import ru.garnitura.kb.article.Labels;
import ru.garnitura.kb.article.Provenance;
import ru.garnitura.kb.article.Revision;
import ru.garnitura.kb.article.Section;
import ru.garnitura.kb.store.BlobFolder;
import ru.garnitura.kb.store.H2ArticleStore;
import ru.garnitura.kb.store.Page;

/// Pictures come after the articles, go on where a broken line left them, and never under a name from outside.
class PictureFetchIT {

    private static final byte[] BYTES = "a picture, more or less".repeat(1_000).getBytes(StandardCharsets.UTF_8);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final BrokenLine line = new BrokenLine();
    @SuppressWarnings("NullAway.Init")
    private H2ArticleStore store;
    @SuppressWarnings("NullAway.Init")
    private BlobFolder blobs;
    @SuppressWarnings("NullAway.Init")
    private PictureFetch pictures;

    /// A line that breaks after a number of bytes, as often as told.
    private static final class BrokenLine implements KbApi {

        private final List<Long> offsets = new ArrayList<>();
        private int breaks;

        @Override
        public ChangesOutcome changes(ChangesRequest request) {
            return new NotModified();
        }

        @Override
        public BlobOutcome blob(String sha256, long offset, OutputStream sink) {
            offsets.add(offset);
            var length = breaks-- > 0 ? 5_000 : BYTES.length - (int) offset;
            try {
                sink.write(BYTES, (int) offset, length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return offset + length < BYTES.length ? new Unreachable("broken", null) : new BlobReceived(length);
        }

        @Override
        public ManifestOutcome manifest() {
            return new Unreachable("none", null);
        }
    }

    @BeforeEach
    void open() {
        store = new H2ArticleStore(folder.resolve("store"), _ -> { });
        blobs = new BlobFolder(folder.resolve("blobs"));
        pictures = new PictureFetch(line, store, blobs, Pace.unlimited());
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static Attachment picture(String name) throws NoSuchAlgorithmException {
        var digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(BYTES));
        return new Attachment(digest, BYTES.length, "image/png", name);
    }

    private void keep(Attachment picture) {
        var text = new ArticleText("С рисунком", Section.of("Разное"), "ru", "![схема](x.png)", List.of(picture));
        var article = new Article(new ArticleId("p"), new Revision("r1"), text, Labels.NONE, Provenance.UNKNOWN);
        store.apply(new Page(List.of(new ArticleChange.Put(article)), new Checkpoint("e1", "c1"), true, Instant.EPOCH));
    }

    @Test
    void aBrokenDownloadGoesOnWhereItStopped() throws NoSuchAlgorithmException {
        keep(picture("x.png"));
        line.breaks = 2;

        pictures.fetch();
        assertThat(pictures.isWanting()).isTrue();
        pictures.fetch();
        pictures.fetch();

        assertThat(line.offsets).containsExactly(0L, 5_000L, 10_000L);
        assertThat(pictures.isWanting()).isFalse();
        assertThat(blobs.find(picture("x.png")).orElseThrow()).hasBinaryContent(BYTES);
    }

    @Test
    void aNameThatClimbsOutOfTheFolderIsNoPath() throws NoSuchAlgorithmException, IOException {
        keep(picture("../../../../etc/cron.d/x"));

        pictures.fetch();

        assertThat(blobs.find(picture("")).orElseThrow().toRealPath()).hasParent(folder.resolve("blobs").toRealPath());
        try (var files = Files.walk(folder)) {
            assertThat(files.map(Path::getFileName).map(Path::toString)).doesNotContain("cron.d", "x");
        }
    }

    @Test
    void nothingIsAskedTwice() throws NoSuchAlgorithmException {
        keep(picture("x.png"));
        pictures.fetch();
        pictures.want();
        pictures.fetch();

        assertThat(line.offsets).hasSize(1);
    }
}
