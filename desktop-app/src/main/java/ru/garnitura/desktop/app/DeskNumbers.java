package ru.garnitura.desktop.app;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;
import ru.garnitura.desktop.link.policy.Choices.Colleague;
import ru.garnitura.sessions.customer.Customer;
import ru.garnitura.softphone.ui.NumberDirectory;

/// Whom the operator may call by name: colleagues of the desk's settings first, then customers of the local copy, so that
/// it answers without a network.
record DeskNumbers(List<Colleague> colleagues, Function<String, CompletionStage<List<Customer>>> customers)
        implements NumberDirectory {

    DeskNumbers {
        colleagues = List.copyOf(colleagues);
    }

    @Override
    public CompletionStage<List<Listed>> find(String typed) {
        List<Listed> own = colleagues.stream().filter(colleague -> fits(colleague, folded(typed)))
                .map(colleague -> new Listed(colleague.name(), colleague.number(), Listed.Kind.COLLEAGUE)).toList();
        return customers.apply(typed).handle((found, failure) -> failure == null
                ? Stream.concat(own.stream(), found.stream().flatMap(DeskNumbers::listed)).toList() : own);
    }

    /// Any word of the name begins so, or the number does.
    private static boolean fits(Colleague colleague, String typed) {
        String name = folded(colleague.name());
        return colleague.number().startsWith(typed) || name.startsWith(typed)
                || Arrays.stream(name.split("\\s+", -1)).anyMatch(word -> word.startsWith(typed));
    }

    private static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replace('\u0451', '\u0435');
    }

    private static Stream<Listed> listed(Customer customer) {
        return customer.profile().phones().stream()
                .map(phone -> new Listed(customer.name(), phone.e164(), Listed.Kind.CUSTOMER));
    }
}
