package ru.garnitura.desktop.link.events;

import java.time.Instant;
import ru.garnitura.desktop.link.rest.LinkFault;

/// How the event socket is, for the lamp. Times are the desk's.
public sealed interface LineState {

    /// Not asked to connect yet, or closed.
    record Idle() implements LineState {
    }

    record Connecting(Instant since) implements LineState {
    }

    record Connected(Instant since) implements LineState {
    }

    /// Down since then; tried again by itself.
    record Reconnecting(Instant since, LinkFault cause) implements LineState {
    }

    /// The operator has to sign in again.
    record SignedOut(Instant since) implements LineState {
    }

    /// The same operator is at another desk now. Goes on only when the operator says so.
    record TakenOver(Instant since) implements LineState {
    }

    /// The back office was changed to a contract this desktop does not know.
    record NewerContract(int needed) implements LineState {
    }
}
