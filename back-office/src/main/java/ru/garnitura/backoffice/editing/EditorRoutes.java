package ru.garnitura.backoffice.editing;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import ru.garnitura.backoffice.kb.Article;
import ru.garnitura.backoffice.kb.ArticleSignal;
import ru.garnitura.backoffice.kb.Articles;
import ru.garnitura.backoffice.kb.Edit;
import ru.garnitura.backoffice.kb.Listing;
import ru.garnitura.backoffice.kb.Revisions;
import ru.garnitura.backoffice.signin.Guard;
import ru.garnitura.backoffice.signin.Operator;
import ru.garnitura.backoffice.signin.Role;
import ru.garnitura.backoffice.store.Store;
import ru.garnitura.backoffice.store.Tx;
import ru.garnitura.backoffice.web.Answer;
import ru.garnitura.backoffice.web.Endpoint;
import ru.garnitura.backoffice.web.Exchange;
import ru.garnitura.backoffice.web.Problem;
import ru.garnitura.backoffice.web.ProblemCode;
import ru.garnitura.backoffice.web.Routes;

/// `/v1/kb/articles` for editors and leads. `If-Match` with the revision an edit began from makes two editors notice
/// each other: the later one gets `412 revision_conflict` with what stands now, and nothing is written.
public final class EditorRoutes {
    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,60}");
    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 200;
    private static final int LONGEST_QUERY = 200;
    private static final int LAST_OFFSET = 1_000_000;
    private final Store store;
    private final InstantSource clock;
    private final ArticleSignal signal;

    public EditorRoutes(Store store, InstantSource clock, ArticleSignal signal) {
        this.store = store;
        this.clock = clock;
        this.signal = signal;
    }

    public void addTo(Routes routes, Guard guard) {
        routes.get("/v1/kb/articles", editors(guard, this::list))
                .post("/v1/kb/articles", editors(guard, this::create))
                .get("/v1/kb/articles/{id}", editors(guard, this::read))
                .put("/v1/kb/articles/{id}", editors(guard, this::publish))
                .delete("/v1/kb/articles/{id}", editors(guard, this::withdraw))
                .get("/v1/kb/articles/{id}/history", editors(guard, this::history))
                .get("/v1/kb/articles/{id}/revisions/{rev}", editors(guard, this::revision))
                .get("/v1/kb/sections", editors(guard, this::sections))
                .post("/v1/kb/preview", editors(guard, this::preview));
        new EditorPage().addTo(routes);
    }

    private static Endpoint editors(Guard guard, Guard.OperatorEndpoint endpoint) {
        return guard.only(endpoint, Role.EDITOR, Role.LEAD);
    }

    /// An id and the revision just made.
    public record Published(String id, String rev) {}

    record History(List<Revisions.Step> items) {}

    record Sections(List<Listing.Place> items) {}

    record Draft(String body) {
        Draft {
            Objects.requireNonNull(body, "body");
        }
    }

    record Preview(String html) {}

    private Answer list(Exchange exchange, Operator operator) {
        String words = exchange.query("q").orElse("");
        if (words.length() > LONGEST_QUERY) {
            throw new Problem(ProblemCode.BAD_REQUEST);
        }
        var query = new Listing.Query(
                words,
                exchange.query("section").map(path -> List.of(path.split("\n", -1))).orElse(List.of()),
                wanted(exchange),
                exchange.query("offset", 0, 0, LAST_OFFSET),
                exchange.query("limit", PAGE, 1, LARGEST_PAGE));
        return Answer.json(store.read(tx -> Listing.page(tx, query, clock.instant())));
    }

    private static Listing.Wanted wanted(Exchange exchange) {
        try {
            return exchange.query("state").map(Listing.Wanted::parse).orElse(Listing.Wanted.LIVE);
        } catch (IllegalArgumentException e) {
            throw new Problem(ProblemCode.BAD_REQUEST, e);
        }
    }

    private Answer read(Exchange exchange, Operator operator) {
        String id = id(exchange);
        return Answer.json(store.read(tx -> Revisions.current(tx, id))
                .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND)));
    }

    private Answer history(Exchange exchange, Operator operator) {
        String id = id(exchange);
        List<Revisions.Step> steps = store.read(tx -> Revisions.history(tx, id));
        if (steps.isEmpty()) {
            throw new Problem(ProblemCode.NOT_FOUND);
        }
        return Answer.json(new History(steps));
    }

    private Answer revision(Exchange exchange, Operator operator) {
        String id = id(exchange);
        return Answer.json(store.read(tx -> Revisions.find(tx, id, exchange.path("rev")))
                .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND)));
    }

    private Answer sections(Exchange exchange, Operator operator) {
        return Answer.json(new Sections(store.read(Listing::sections)));
    }

    private Answer preview(Exchange exchange, Operator operator) throws IOException {
        return Answer.json(new Preview(PreviewHtml.of(exchange.json(Draft.class).body())));
    }

    private Answer create(Exchange exchange, Operator operator) throws IOException {
        Article article = exchange.json(Article.class);
        return Answer.json(201, store.write(tx -> write(tx, freshId(tx), article, edit(exchange, operator))));
    }

    private Answer publish(Exchange exchange, Operator operator) throws IOException {
        String id = id(exchange);
        Article article = exchange.json(Article.class);
        return Answer.json(store.write(tx -> {
            refuseConflict(tx, id, exchange);
            return write(tx, id, article, edit(exchange, operator));
        }));
    }

    private Published write(Tx tx, String id, Article article, Edit edit) {
        tx.afterCommit(signal::changed);
        return new Published(id, Articles.write(tx, id, article, edit));
    }

    private Answer withdraw(Exchange exchange, Operator operator) {
        String id = id(exchange);
        boolean there = store.write(tx -> {
            refuseConflict(tx, id, exchange);
            tx.afterCommit(signal::changed);
            return Articles.withdraw(tx, id, edit(exchange, operator));
        });
        if (!there) {
            throw new Problem(ProblemCode.NOT_FOUND);
        }
        return Answer.empty(204);
    }

    private static void refuseConflict(Tx tx, String id, Exchange exchange) {
        Optional<String> base = exchange.header("If-Match").map(tag -> tag.replace("\"", "").strip());
        Optional<Revisions.Revision> now = Revisions.current(tx, id);
        if (base.isPresent() && !now.map(Revisions.Revision::rev).equals(base)) {
            var problem = new Problem(ProblemCode.REVISION_CONFLICT);
            throw now.isEmpty() ? problem : problem.with("current", now.get());
        }
    }

    private Edit edit(Exchange exchange, Operator operator) {
        boolean askAgain = exchange.query("askAgain").filter("1"::equals).isPresent();
        return new Edit(operator.id(), clock.instant(), askAgain);
    }

    private static String freshId(Tx tx) {
        String id = "n-" + tx.next("article-id");
        while (Revisions.current(tx, id).isPresent()) {
            id = "n-" + tx.next("article-id");
        }
        return id;
    }

    private static String id(Exchange exchange) {
        String id = exchange.path("id");
        if (!ID.matcher(id).matches()) {
            throw new Problem(ProblemCode.BAD_REQUEST);
        }
        return id;
    }
}
