package ru.garnitura.desktop.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A contact whose disposition is being written, as it is kept until it is done.
///
/// @param deadline when the time for it is over; null where none is set
public record WrapUp(Contact contact, Disposition disposition, @Nullable Instant deadline) {

    public WrapUp with(Disposition next) {
        return new WrapUp(contact, next, deadline);
    }

    public WrapUp until(Instant next) {
        return new WrapUp(contact, disposition, next);
    }
}
