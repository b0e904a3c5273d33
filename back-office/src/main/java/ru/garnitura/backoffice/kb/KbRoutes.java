package ru.garnitura.backoffice.kb;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import ru.garnitura.backoffice.signin.Guard;
import ru.garnitura.backoffice.store.Store;
import ru.garnitura.backoffice.web.Answer;
import ru.garnitura.backoffice.web.Exchange;
import ru.garnitura.backoffice.web.Routes;

/// The knowledge base over HTTP: delta with long poll, and manifest.
public final class KbRoutes {
    private static final int PAGE = 200;
    private static final int LARGEST_PAGE = 1000;
    private static final int LONGEST_WAIT = 55;
    private final Store store;
    private final ArticleSignal signal;

    public KbRoutes(Store store, ArticleSignal signal) {
        this.store = store;
        this.signal = signal;
    }

    public void addTo(Routes routes, Guard guard) {
        routes.get("/v1/kb/articles/delta", guard.operators((exchange, operator) -> delta(exchange)))
                .get("/v1/kb/questions", guard.operators((exchange, operator) -> questions(exchange)))
                .get("/v1/kb/manifest", guard.operators((exchange, operator) -> manifest(exchange)));
    }

    private Answer delta(Exchange exchange) throws IOException {
        Cursor cursor = exchange.query("cursor").map(Cursor::parse).orElse(null);
        int limit = exchange.query("limit", PAGE, 1, LARGEST_PAGE);
        int wait = exchange.query("wait", 0, 0, LONGEST_WAIT);
        long known = signal.changes();
        String tag = tag();
        boolean sameTag = exchange.header("If-None-Match").filter(tag::equals).isPresent();
        boolean upToDate = cursor != null && cursor.mode() == Cursor.Mode.DELTA && page(cursor, 1).items().isEmpty();
        if (wait > 0 && (sameTag || upToDate)) {
            await(known, wait);
            sameTag = exchange.header("If-None-Match").filter(tag()::equals).isPresent();
        }
        return sameTag
                ? Answer.empty(304).with("ETag", tag())
                : Answer.json(page(cursor, limit)).with("ETag", tag());
    }

    private Delta page(@Nullable Cursor cursor, int limit) {
        return store.read(tx -> Articles.page(tx, cursor, limit));
    }

    private String tag() {
        return store.read(tx -> "\"" + Articles.epoch(tx) + "." + Articles.seq(tx) + "\"");
    }

    private void await(long known, int seconds) throws IOException {
        try {
            signal.await(known, Duration.ofSeconds(seconds));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for a change", e);
        }
    }

    private Answer questions(Exchange exchange) {
        String tag = tag();
        return exchange.header("If-None-Match").filter(tag::equals).isPresent()
                ? Answer.empty(304).with("ETag", tag)
                : Answer.json(store.read(Questions::all)).with("ETag", tag);
    }

    private Answer manifest(Exchange exchange) {
        boolean full = exchange.query("full").filter("1"::equals).isPresent();
        return Answer.json(store.read(tx -> Articles.manifest(tx, full)));
    }
}
