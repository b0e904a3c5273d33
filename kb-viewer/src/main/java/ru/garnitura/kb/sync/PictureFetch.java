package ru.garnitura.kb.sync;

import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.garnitura.kb.article.Attachment;
import ru.garnitura.kb.article.KbException;
import ru.garnitura.kb.store.BlobFolder;
import ru.garnitura.kb.store.H2ArticleStore;
import ru.garnitura.kb.sync.KbApi.BlobReceived;
import ru.garnitura.kb.sync.KbApi.Rejected;
import ru.garnitura.kb.sync.KbApi.Unreachable;

/// Brings the articles' pictures, after the articles. I/O threads, one at a time.
public final class PictureFetch {

    private static final Logger LOG = LoggerFactory.getLogger(PictureFetch.class);

    private final KbApi api;
    private final H2ArticleStore store;
    private final BlobFolder blobs;
    private final Pace pace;
    private final Set<String> refused = new HashSet<>();
    private volatile boolean wanting = true;

    /// @param pace at which pictures are taken in
    public PictureFetch(KbApi api, H2ArticleStore store, BlobFolder blobs, Pace pace) {
        this.api = api;
        this.store = store;
        this.blobs = blobs;
        this.pace = pace;
    }

    /// Whether something may be missing: at the beginning, after [#want], and after a fetch that did not get through.
    public boolean isWanting() {
        return wanting;
    }

    /// New articles have come, and perhaps pictures with them.
    public void want() {
        wanting = true;
    }

    /// Fetches what is missing, as far as the back office gives it; what it refuses is not asked for again by this
    /// object.
    public synchronized void fetch() {
        wanting = false;
        for (var attachment : store.attachments()) {
            if (!refused.contains(attachment.sha256()) && blobs.lacks(attachment) && !fetched(attachment)) {
                wanting = true;
                return;
            }
        }
    }

    /// @return whether it makes sense to go on with the next
    private boolean fetched(Attachment attachment) {
        var reachable = new boolean[] {true};
        try {
            var whole = blobs.receive(attachment, (offset, sink) -> {
                switch (api.blob(attachment.sha256(), offset, pace.through(sink))) {
                    case BlobReceived _ -> LOG.debug("Blob {} came", attachment.sha256());
                    case Rejected _ -> refused.add(attachment.sha256());
                    case Unreachable _ -> reachable[0] = false;
                }
            });
            if (!whole && reachable[0]) {
                refused.add(attachment.sha256());
            }
        } catch (KbException e) {
            LOG.warn("A picture was not kept", e);
            refused.add(attachment.sha256());
        }
        return reachable[0];
    }
}
