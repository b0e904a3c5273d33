package ru.garnitura.sessions.customer;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import ru.garnitura.sessions.customer.CustomerCopy.Kept;
import ru.garnitura.sessions.session.CustomerId;

/// Looks customers up: the local copy at once, then the back office, whose answer is kept. Answers arrive on the FX
/// lane, the copy's before the back office's; verbs are called there too.
public final class CustomerCards {

    /// How long the copy keeps a customer whom nobody asks for.
    static final Duration TIME_TO_LIVE = Duration.ofDays(30);

    private final CustomerDirectory directory;
    private final CustomerCopy copy;
    private final Lanes lanes;

    /// Where lookups run and answers arrive; `io` may run several at once.
    public record Lanes(Executor fx, Executor io, InstantSource clock) {}

    public CustomerCards(CustomerDirectory directory, CustomerCopy copy, Lanes lanes) {
        this.directory = directory;
        this.copy = copy;
        this.lanes = lanes;
    }

    public void find(PhoneNumber number, Consumer<Lookup<Customer>> answer) {
        find(() -> copy.byPhone(number), () -> directory.byPhone(number), answer);
    }

    public void find(CustomerId id, Consumer<Lookup<Customer>> answer) {
        find(() -> copy.byId(id), () -> directory.byId(id), answer);
    }

    /// The newest page of the history.
    public void history(CustomerId id, int limit, Consumer<Lookup<InteractionPage>> answer) {
        lanes.io().execute(() -> {
            Optional<Lookup.LocalCopy<InteractionPage>> local = copy.history(id).map(this::aged);
            local.ifPresent(page -> give(page, answer));
            Lookup<InteractionPage> asked = directory.interactions(id, null, limit);
            if (asked instanceof Lookup.Fresh<InteractionPage>(InteractionPage page)) {
                copy.keepHistory(id, page, lanes.clock().instant());
            }
            if (local.isEmpty() || !(asked instanceof Lookup.Unreachable)) {
                give(asked, answer);
            }
        });
    }

    /// The page of the history before `before`.
    public void earlier(CustomerId id, Instant before, int limit, Consumer<Lookup<InteractionPage>> answer) {
        lanes.io().execute(() -> give(directory.interactions(id, before, limit), answer));
    }

    public void transcript(String interactionId, Consumer<Lookup<List<TranscriptLine>>> answer) {
        lanes.io().execute(() -> give(directory.transcript(interactionId), answer));
    }

    /// The back office's answer, or the copy's where it can't be reached.
    public void search(String query, Consumer<Lookup<List<Customer>>> answer) {
        lanes.io().execute(() -> {
            Lookup<List<Customer>> asked = directory.search(query);
            boolean offline = asked instanceof Lookup.Unreachable;
            give(offline ? new Lookup.LocalCopy<>(copy.search(query), Duration.ZERO) : asked, answer);
        });
    }

    /// Who of the copy fits, without asking the back office. Completes on the I/O lane.
    public CompletionStage<List<Customer>> kept(String query) {
        return CompletableFuture.supplyAsync(() -> copy.search(query), lanes.io());
    }

    /// Fills the copy with the customers this operator is likely to meet, and forgets the old.
    public void prepare() {
        lanes.io().execute(() -> {
            copy.forgetOlderThan(TIME_TO_LIVE);
            if (directory.expected() instanceof Lookup.Fresh<List<Customer>>(List<Customer> customers)) {
                customers.forEach(customer -> copy.keep(customer, lanes.clock().instant()));
            }
        });
    }

    private void find(
            Supplier<Optional<Kept<Customer>>> kept,
            Supplier<Lookup<Customer>> ask,
            Consumer<Lookup<Customer>> answer) {
        lanes.io().execute(() -> {
            Optional<Kept<Customer>> local = kept.get();
            local.map(this::aged).ifPresent(found -> give(found, answer));
            Lookup<Customer> asked = ask.get();
            switch (asked) {
                case Lookup.Fresh<Customer>(Customer customer) -> copy.keep(customer, lanes.clock().instant());
                case Lookup.NotFound<Customer>() -> local.ifPresent(old -> copy.forget(old.value().id()));
                case Lookup.LocalCopy<Customer> ignored -> { }
                case Lookup.Unreachable<Customer>() -> { }
            }
            if (local.isEmpty() || !(asked instanceof Lookup.Unreachable)) {
                give(asked, answer);
            }
        });
    }

    private <T> Lookup.LocalCopy<T> aged(Kept<T> kept) {
        Duration age = Duration.between(kept.at(), lanes.clock().instant());
        return new Lookup.LocalCopy<>(kept.value(), age.isNegative() ? Duration.ZERO : age);
    }

    private <T> void give(Lookup<T> found, Consumer<Lookup<T>> answer) {
        lanes.fx().execute(() -> answer.accept(found));
    }
}
