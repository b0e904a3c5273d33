package ru.garnitura.kb.sync;

import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.garnitura.kb.article.ArticleChange;

/// Port to the back office's base. Fulfilled by the desktop's link, scripted in tests. All verbs block and are called on
/// virtual threads; none throws for what the network or the server does.
public interface KbApi {

    /// The next page of changes after a cursor.
    ChangesOutcome changes(ChangesRequest request);

    /// Writes a blob's bytes from `offset` on to `sink`. The caller checks the digest.
    BlobOutcome blob(String sha256, long offset, OutputStream sink);

    /// What the whole base should be now, for finding silent drift.
    ManifestOutcome manifest();

    /// A question for the next page.
    ///
    /// @param cursor from the last page, null for a snapshot from the beginning
    /// @param limit  most articles in the answer
    /// @param holdFor how long the server may hold the answer until something changes; zero answers at once
    record ChangesRequest(@Nullable String cursor, int limit, Duration holdFor) {
    }

    /// What came of asking for changes.
    sealed interface ChangesOutcome permits ChangePage, NotModified, CursorReset, Unreachable, Rejected {
    }

    /// A whole, well-formed page.
    ///
    /// @param next  cursor after this page
    /// @param more  another page is ready now
    /// @param total articles in the whole base, for progress; -1 where unknown
    record ChangePage(String epoch, List<ArticleChange> changes, String next, boolean more, int total)
            implements ChangesOutcome {

        public ChangePage {
            changes = List.copyOf(changes);
        }
    }

    /// Nothing changed while the server held the request.
    record NotModified() implements ChangesOutcome {
    }

    /// The cursor is too old or from another history: a new snapshot is needed (410).
    record CursorReset(String epoch) implements ChangesOutcome {
    }

    /// No answer, or 429/5xx.
    ///
    /// @param detail     technical, for the log
    /// @param retryAfter what the server asked for, null where it said nothing
    record Unreachable(String detail, @Nullable Duration retryAfter)
            implements ChangesOutcome, BlobOutcome, ManifestOutcome {
    }

    /// An answer that cannot be used: no rights, a contract that does not fit, a broken body.
    record Rejected(Rejection reason, String detail) implements ChangesOutcome, BlobOutcome, ManifestOutcome {
    }

    /// Why an answer cannot be used.
    enum Rejection { NOT_SIGNED_IN, FORBIDDEN, CONTRACT, MALFORMED, NOT_FOUND }

    /// What came of asking for a blob.
    sealed interface BlobOutcome permits BlobReceived, Unreachable, Rejected {
    }

    /// The rest of the blob is in the sink.
    ///
    /// @param written bytes written by this request
    record BlobReceived(long written) implements BlobOutcome {
    }

    /// What came of asking for the manifest.
    sealed interface ManifestOutcome permits Manifest, Unreachable, Rejected {
    }

    /// The fingerprint of the whole base.
    ///
    /// @param sha256 lower-case digest over the sorted lines `id SPACE rev LF` of the whole base at `cursor`
    record Manifest(String epoch, String cursor, int count, String sha256) implements ManifestOutcome {
    }
}
