package ru.garnitura.backoffice.customers;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.garnitura.backoffice.signin.Guard;
import ru.garnitura.backoffice.signin.Operator;
import ru.garnitura.backoffice.signin.Role;
import ru.garnitura.backoffice.store.Store;
import ru.garnitura.backoffice.web.Answer;
import ru.garnitura.backoffice.web.Exchange;
import ru.garnitura.backoffice.web.Json;
import ru.garnitura.backoffice.web.Problem;
import ru.garnitura.backoffice.web.ProblemCode;
import ru.garnitura.backoffice.web.Routes;
import tools.jackson.databind.JsonNode;

/// Cards and history over HTTP. Each opening of a card is recorded before it is answered: no record, no card.
public final class CustomerRoutes {
    private static final int LARGEST_COPY = 500;
    private static final int PAGE = 20;
    private static final int LARGEST_PAGE = 200;
    private static final int LONGEST_QUERY = 200;
    /// Trainees and editors see no customer.
    private static final Role[] SERVING = {Role.OPERATOR, Role.LEAD, Role.QUALITY};

    private final Store store;
    private final InstantSource clock;
    private final Customers customers;
    private final Interactions interactions;

    public CustomerRoutes(Store store, InstantSource clock, Customers customers, Interactions interactions) {
        this.store = store;
        this.clock = clock;
        this.customers = customers;
        this.interactions = interactions;
    }

    public void addTo(Routes routes, Guard guard) {
        routes.get("/v1/customers", guard.only(this::find, SERVING))
                .get("/v1/customers/{id}", guard.only(this::card, SERVING))
                .get("/v1/customers/{id}/interactions", guard.only(this::history, SERVING))
                .get("/v1/interactions/{id}/transcript", guard.only(this::transcript, SERVING));
    }

    record Found(List<Customer> items, @Nullable String next, @Nullable Boolean more, Instant now) {}

    record Transcript(String interaction, JsonNode items) {}

    private Answer find(Exchange exchange, Operator operator) {
        Instant now = clock.instant();
        Optional<String> phone = exchange.query("phone");
        if (phone.isPresent()) {
            return Answer.json(new Found(byPhone(phone.get(), operator, now), null, null, now));
        }
        Optional<String> words = exchange.query("q");
        if (words.isPresent()) {
            if (words.get().length() > LONGEST_QUERY) {
                throw new Problem(ProblemCode.BAD_REQUEST);
            }
            return Answer.json(new Found(store.read(tx -> customers.search(tx, words.get(), now)), null, null, now));
        }
        return recent(exchange, operator, now);
    }

    private List<Customer> byPhone(String phone, Operator operator, Instant now) {
        return PhoneNumber.normalise(phone)
                .map(number -> store.read(tx -> customers.byPhone(tx, number, now)))
                .map(found -> {
                    found.forEach(one -> record(operator, "card-by-phone", one.id(), now));
                    return found;
                })
                .orElse(List.of());
    }

    private void record(Operator operator, String what, String entity, Instant now) {
        store.write(tx -> {
            Customers.recordOpening(tx, operator.id(), what, entity, now);
            return entity;
        });
    }

    private Answer recent(Exchange exchange, Operator operator, Instant now) {
        int limit = exchange.query("recent", 0, 0, LARGEST_COPY);
        if (limit == 0) {
            throw new Problem(ProblemCode.BAD_REQUEST);
        }
        String after = exchange.query("cursor").orElse(null);
        record(operator, "copy", "customers", now);
        List<Customer> found = store.read(tx -> customers.recent(tx, limit + 1, after, now));
        boolean more = found.size() > limit;
        List<Customer> items = more ? found.subList(0, limit) : found;
        return Answer.json(new Found(items, more ? items.getLast().id() : null, more, now));
    }

    private Answer card(Exchange exchange, Operator operator) {
        Instant now = clock.instant();
        String id = exchange.path("id");
        Customer found = store.read(tx -> customers.byId(tx, id, now))
                .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND));
        record(operator, "card", id, now);
        return Answer.json(found);
    }

    private Answer history(Exchange exchange, Operator operator) {
        String id = exchange.path("id");
        String before = exchange.query("before").orElse(null);
        int limit = exchange.query("limit", PAGE, 1, LARGEST_PAGE);
        return Answer.json(store.read(tx -> {
            if (!Customers.exists(tx, id)) {
                throw new Problem(ProblemCode.NOT_FOUND);
            }
            return interactions.page(tx, id, new Interactions.Wanted(before, limit, operator));
        }));
    }

    private Answer transcript(Exchange exchange, Operator operator) {
        String id = exchange.path("id");
        String lines = store.read(tx -> Interactions.transcript(tx, id))
                .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND));
        record(operator, "transcript", id, clock.instant());
        return Answer.json(new Transcript(id, Json.read(lines, JsonNode.class)));
    }
}
