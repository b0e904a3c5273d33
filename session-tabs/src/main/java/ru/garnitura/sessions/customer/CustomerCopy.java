package ru.garnitura.sessions.customer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ru.garnitura.sessions.session.CustomerId;

/// Cards and histories kept on this machine, so that a card pops with no network. What was unlocked by a check is
/// never in it. Called on the I/O lane, blocking, any thread; a copy that fails answers as if it were empty.
public interface CustomerCopy {

    /// Something kept, and when the back office gave it.
    record Kept<T>(T value, Instant at) {}

    Optional<Kept<Customer>> byPhone(PhoneNumber number);

    Optional<Kept<Customer>> byId(CustomerId id);

    void keep(Customer customer, Instant at);

    /// The newest page of the history.
    Optional<Kept<InteractionPage>> history(CustomerId id);

    void keepHistory(CustomerId id, InteractionPage page, Instant at);

    /// Forgets a customer the back office no longer knows, or who may no longer be seen.
    void forget(CustomerId id);

    /// Forgets what is older than `age`; returns how many customers.
    int forgetOlderThan(Duration age);

    /// By name or number, a few.
    List<Customer> search(String query);
}
