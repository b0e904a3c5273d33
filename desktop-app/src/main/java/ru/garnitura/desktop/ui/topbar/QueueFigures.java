package ru.garnitura.desktop.ui.topbar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How many wait in this operator's queues. Shown only while there is data.
///
/// @param oldest since when the longest waits; null where nobody does
public record QueueFigures(int waiting, @Nullable Instant oldest) {
}
