package ru.garnitura.softphone.call;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// The truth about registration.
///
/// @param state       where it stands
/// @param cause       why, when it failed
/// @param since       the state was entered
/// @param lastSuccess the registrar last confirmed us, or null
public record RegistrationSnapshot(RegistrationState state, RegistrationCause cause, Instant since,
        @Nullable Instant lastSuccess) {

    public static RegistrationSnapshot off(Instant now) {
        return new RegistrationSnapshot(RegistrationState.OFF, new RegistrationCause.None(), now, null);
    }
}
