package ru.garnitura.desktop.link.chat;

import java.util.Locale;
import java.util.function.Supplier;
import ru.garnitura.desktop.link.policy.DeskPolicy;

/// What holds for the desk now; either may change while it is open.
public record DeskFacts(Supplier<DeskPolicy> policy, Supplier<Locale> language) {
}
