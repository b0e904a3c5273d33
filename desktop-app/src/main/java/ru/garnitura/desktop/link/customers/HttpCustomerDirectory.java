package ru.garnitura.desktop.link.customers;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.garnitura.desktop.link.rest.Ask;
import ru.garnitura.desktop.link.rest.Failure;
import ru.garnitura.desktop.link.rest.Json;
import ru.garnitura.desktop.link.rest.RestClient;
import ru.garnitura.sessions.customer.Customer;
import ru.garnitura.sessions.customer.CustomerDirectory;
import ru.garnitura.sessions.customer.InteractionPage;
import ru.garnitura.sessions.customer.InteractionRecord;
import ru.garnitura.sessions.customer.Lookup;
import ru.garnitura.sessions.customer.PhoneNumber;
import ru.garnitura.sessions.customer.TranscriptLine;
import ru.garnitura.sessions.session.CustomerId;
import tools.jackson.databind.JsonNode;

/// Customers and their history over HTTP. An answer that can't be used counts as none: the local copy serves.
public final class HttpCustomerDirectory implements CustomerDirectory {

    private static final Logger log = LoggerFactory.getLogger(HttpCustomerDirectory.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final int COPIED = 300;
    private static final int MOST_HISTORIES = 200;

    private final RestClient client;
    private final CustomerReader reader;
    private final Map<Place, String> cursors = new ConcurrentHashMap<>();

    /// The end of a page of somebody's history.
    private record Place(CustomerId customer, Instant oldest) {
    }

    public HttpCustomerDirectory(RestClient client, Supplier<Locale> language) {
        this.client = client;
        this.reader = new CustomerReader(language);
    }

    @Override
    public Lookup<Customer> byPhone(PhoneNumber number) {
        Ask ask = Ask.get("/v1/customers").query("phone", number.e164()).within(PATIENCE);
        Lookup<List<Customer>> found = look(ask, reader::customers);
        return switch (found) {
            case Lookup.Fresh<List<Customer>>(List<Customer> one) when !one.isEmpty() -> new Lookup.Fresh<>(one.getFirst());
            case Lookup.Unreachable<List<Customer>> _ -> new Lookup.Unreachable<>();
            case Lookup.Fresh<List<Customer>> _, Lookup.LocalCopy<List<Customer>> _, Lookup.NotFound<List<Customer>> _ ->
                new Lookup.NotFound<>();
        };
    }

    @Override
    public Lookup<Customer> byId(CustomerId id) {
        return look(Ask.get("/v1/customers/" + id.value()).within(PATIENCE), reader::customer);
    }

    @Override
    public Lookup<List<Customer>> search(String query) {
        return look(Ask.get("/v1/customers").query("q", query).within(PATIENCE), reader::customers);
    }

    @Override
    public Lookup<List<Customer>> expected() {
        return look(Ask.get("/v1/customers").query("recent", Integer.toString(COPIED)).within(Duration.ofSeconds(30)),
                reader::customers);
    }

    @Override
    public Lookup<InteractionPage> interactions(CustomerId id, @Nullable Instant before, int limit) {
        Ask ask = Ask.get("/v1/customers/" + id.value() + "/interactions").query("limit", Integer.toString(limit)).within(PATIENCE);
        if (before != null) {
            String cursor = cursors.get(new Place(id, before));
            if (cursor == null) {
                return new Lookup.Fresh<>(InteractionPage.EMPTY);
            }
            ask = ask.query("before", cursor);
        }
        return look(ask, body -> page(id, body));
    }

    private InteractionPage page(CustomerId id, JsonNode body) {
        List<JsonNode> items = body.required("items").valueStream().toList();
        List<InteractionRecord> records = items.stream()
                .map(item -> reader.interaction(item, body.path("recordings"))).toList();
        String next = Json.text(body, "next");
        boolean more = body.path("more").asBoolean(false) && !next.isEmpty() && !records.isEmpty();
        if (more) {
            if (cursors.size() > MOST_HISTORIES) {
                cursors.clear();
            }
            cursors.put(new Place(id, records.getLast().at()), next);
        }
        return new InteractionPage(records, more, totals(items, records));
    }

    private static InteractionPage.Totals totals(List<JsonNode> items, List<InteractionRecord> records) {
        int transfers = items.stream().mapToInt(item -> item.path("transfers").asInt(0)).sum();
        long holds = items.stream().filter(item -> item.path("holdSeconds").asInt(0) > 0).count();
        if (records.isEmpty() || records.getFirst().topic().isEmpty()) {
            return new InteractionPage.Totals(transfers, Math.toIntExact(holds), 0);
        }
        InteractionRecord newest = records.getFirst();
        long same = records.stream()
                .filter(record -> record.topic().equals(newest.topic()))
                .filter(record -> record.at().isAfter(newest.at().minus(WEEK)))
                .count();
        return new InteractionPage.Totals(transfers, Math.toIntExact(holds), Math.toIntExact(same));
    }

    @Override
    public Lookup<List<TranscriptLine>> transcript(String interactionId) {
        return look(Ask.get("/v1/interactions/" + interactionId + "/transcript").within(PATIENCE), CustomerReader::transcript);
    }

    private <T> Lookup<T> look(Ask ask, Function<JsonNode, T> read) {
        return client.send(ask, read).fold(Lookup.Fresh::new, failure -> without(ask, failure));
    }

    private static <T> Lookup<T> without(Ask ask, Failure failure) {
        if (failure instanceof Failure.Refused(int status, _, _) && status == 404) {
            return new Lookup.NotFound<>();
        }
        log.info("{}: {}", ask, failure.detail());
        return new Lookup.Unreachable<>();
    }
}
