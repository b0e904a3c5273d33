package ru.garnitura.desktop.desk;

import java.time.Instant;

/// The operator's state as it stands.
///
/// @param reason code of the NotReady reason, empty while none was given
/// @param since  by the desk's clock
public record Standing(OperatorState state, String reason, Instant since) {
}
