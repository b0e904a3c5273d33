package ru.garnitura.sessions.customer;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import ru.garnitura.sessions.session.CustomerId;

/// A back office with a few customers, whose line can be cut. Any thread.
public final class FakeCustomerDirectory implements CustomerDirectory {

    private final Map<CustomerId, Customer> customers = new ConcurrentHashMap<>();
    private final Map<CustomerId, InteractionPage> histories = new ConcurrentHashMap<>();
    private volatile boolean cut;

    public void add(Customer customer, InteractionPage history) {
        customers.put(customer.id(), customer);
        histories.put(customer.id(), history);
    }

    public void cut(boolean isCut) {
        cut = isCut;
    }

    @Override
    public Lookup<Customer> byPhone(PhoneNumber number) {
        return found(customers.values().stream()
                .filter(customer -> customer.profile().phones().contains(number)).findFirst().orElse(null));
    }

    @Override
    public Lookup<Customer> byId(CustomerId id) {
        return found(customers.get(id));
    }

    @Override
    public Lookup<List<Customer>> search(String query) {
        return found(customers.values().stream()
                .filter(customer -> customer.name().toLowerCase(Locale.ROOT).contains(query)).toList());
    }

    @Override
    public Lookup<List<Customer>> expected() {
        return found(List.copyOf(customers.values()));
    }

    @Override
    public Lookup<InteractionPage> interactions(CustomerId id, @Nullable Instant before, int limit) {
        return found(histories.get(id));
    }

    @Override
    public Lookup<List<TranscriptLine>> transcript(String interactionId) {
        return found(List.of(
                new TranscriptLine(Instant.parse("2026-11-19T10:00:00Z"), true, "", "Не приходит код подтверждения"),
                new TranscriptLine(Instant.parse("2026-11-19T10:01:00Z"), false, "Лебедев", "Проверяю")));
    }

    private <T> Lookup<T> found(@Nullable T value) {
        if (cut) {
            return new Lookup.Unreachable<>();
        }
        return value == null ? new Lookup.NotFound<>() : new Lookup.Fresh<>(value);
    }
}
