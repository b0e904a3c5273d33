package ru.garnitura.desktop.outbox;

import java.time.Duration;
import java.util.List;

/// What became of one batch of actions on its way to the back office.
public sealed interface BatchOutcome {

    record Answered(List<ActionResult> results) implements BatchOutcome {
    }

    /// Ask again with the same keys after this time; zero = the sender's own backoff.
    record TryLater(Duration after, String cause) implements BatchOutcome {
    }

    /// The back office refuses the batch as a whole (malformed, too large, not permitted).
    record Refused(String code) implements BatchOutcome {
    }
}
