package ru.garnitura.desktop.link;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/// What the link needs of the desktop.
///
/// @param server base address of the back office, without `/v1`
/// @param data   the desktop's data folder, absolute
/// @param io     runs each task on a virtual thread that nobody interrupts
/// @param clock  the machine's clock; the desk's own time comes from [BackOfficeLink#clock]
public record LinkNeeds(URI server, Path data, Executor io, InstantSource clock) {
}
