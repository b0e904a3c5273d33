package ru.garnitura.sessions.customer;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ru.garnitura.sessions.session.CustomerId;

/// A local copy in memory.
final class MemoryCustomerCopy implements CustomerCopy {

    private final Map<CustomerId, Kept<Customer>> customers = new HashMap<>();
    private final Map<CustomerId, Kept<InteractionPage>> histories = new HashMap<>();

    @Override
    public Optional<Kept<Customer>> byPhone(PhoneNumber number) {
        return customers.values().stream()
                .filter(kept -> kept.value().profile().phones().contains(number)).findFirst();
    }

    @Override
    public Optional<Kept<Customer>> byId(CustomerId id) {
        return Optional.ofNullable(customers.get(id));
    }

    @Override
    public void keep(Customer customer, Instant at) {
        customers.put(customer.id(), new Kept<>(customer, at));
    }

    @Override
    public Optional<Kept<InteractionPage>> history(CustomerId id) {
        return Optional.ofNullable(histories.get(id));
    }

    @Override
    public void keepHistory(CustomerId id, InteractionPage page, Instant at) {
        histories.put(id, new Kept<>(page, at));
    }

    @Override
    public void forget(CustomerId id) {
        customers.remove(id);
        histories.remove(id);
    }

    @Override
    public int forgetOlderThan(Duration age) {
        return 0;
    }

    @Override
    public List<Customer> search(String query) {
        return List.of();
    }
}
