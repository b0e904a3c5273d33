package ru.garnitura.desktop.app;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import ru.garnitura.assets.Formats;
import ru.garnitura.assets.Icon;
import ru.garnitura.desktop.ui.palette.PaletteItem;
import ru.garnitura.desktop.ui.palette.PaletteSource;
import ru.garnitura.kb.KbModule;
import ru.garnitura.sessions.customer.Customer;
import ru.garnitura.sessions.customer.CustomerDirectory;
import ru.garnitura.sessions.customer.Lookup;

/// What the palette finds beside commands: customers and articles.
final class PaletteSources {

    private static final int LEAST_LETTERS = 2;
    private static final int MOST = 6;

    private PaletteSources() {
    }

    static PaletteSource customers(CustomerDirectory directory, Executor io, Formats formats, Consumer<Customer> open) {
        return words -> words.length() < LEAST_LETTERS ? nothing()
                : CompletableFuture.supplyAsync(() -> found(directory.search(words)), io)
                        .thenApply(customers -> customers.stream().map(customer -> item(customer, formats, open)).toList());
    }

    static PaletteSource articles(KbModule base, Consumer<KbModule.Hit> open) {
        return words -> words.length() < LEAST_LETTERS ? nothing()
                : base.search(words, MOST).thenApply(hits -> hits.stream().map(hit -> new PaletteItem(Icon.BOOK_OPEN,
                        hit.title(), hit.section(), "", () -> open.accept(hit))).toList());
    }

    private static CompletionStage<List<PaletteItem>> nothing() {
        return CompletableFuture.completedFuture(List.of());
    }

    private static List<Customer> found(Lookup<List<Customer>> lookup) {
        return switch (lookup) {
            case Lookup.Fresh<List<Customer>> fresh -> fresh.value();
            case Lookup.LocalCopy<List<Customer>> copy -> copy.value();
            case Lookup.NotFound<List<Customer>> _, Lookup.Unreachable<List<Customer>> _ -> List.of();
        };
    }

    private static PaletteItem item(Customer customer, Formats formats, Consumer<Customer> open) {
        String phone = customer.profile().phones().isEmpty() ? ""
                : formats.phone(customer.profile().phones().getFirst().e164());
        return new PaletteItem(Icon.USER, customer.name(), phone, "", () -> open.accept(customer));
    }
}
