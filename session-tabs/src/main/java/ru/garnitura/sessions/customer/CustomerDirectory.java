package ru.garnitura.sessions.customer;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.garnitura.sessions.session.CustomerId;

/// The back office's customers, fulfilled by the desktop. Blocking, called on the I/O lane; answers `Fresh`,
/// `NotFound` or `Unreachable` within the desktop's own deadline and throws for bugs only.
public interface CustomerDirectory {

    Lookup<Customer> byPhone(PhoneNumber number);

    Lookup<Customer> byId(CustomerId id);

    /// By name, number or contract, best first.
    Lookup<List<Customer>> search(String query);

    /// Customers this operator is likely to meet soon, for the local copy.
    Lookup<List<Customer>> expected();

    /// The history before `before` (null: from the newest), newest first.
    Lookup<InteractionPage> interactions(CustomerId id, @Nullable Instant before, int limit);

    Lookup<List<TranscriptLine>> transcript(String interactionId);
}
