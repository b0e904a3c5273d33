package ru.garnitura.softphone.sip;

import java.util.List;
import java.util.Optional;

/// Which of an account's first hops serves it now: its registrars, or else its outbound proxy alone. Signaling lane.
final class Registrars {

    private final List<String> uris;
    private int place;

    Registrars(List<String> uris) {
        this.uris = List.copyOf(uris);
    }

    /// URI of the one in use; empty where there is none.
    Optional<String> current() {
        return uris.isEmpty() ? Optional.empty() : Optional.of(uris.get(place));
    }

    /// Turns to the next one; false where all have been tried since the first.
    boolean failOver() {
        place = uris.isEmpty() ? 0 : (place + 1) % uris.size();
        return place != 0;
    }
}
