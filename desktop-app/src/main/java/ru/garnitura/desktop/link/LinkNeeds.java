package ru.garnitura.desktop.link;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// What the link needs of the desktop.
///
/// @param server   base address of the back office, without `/v1`
/// @param data     the desktop's data folder, absolute
/// @param io       runs each task on a virtual thread that nobody interrupts
/// @param clock    the machine's clock; the desk's own time comes from [BackOfficeLink#clock]
/// @param language of the window now, for labels the back office gives in both
public record LinkNeeds(URI server, Path data, Executor io, InstantSource clock, Supplier<Locale> language) {

    public LinkNeeds(URI server, Path data, Executor io, InstantSource clock) {
        this(server, data, io, clock, Locale::getDefault);
    }
}
