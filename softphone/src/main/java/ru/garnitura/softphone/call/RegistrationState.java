package ru.garnitura.softphone.call;

/// Whether the registrar knows where we are.
public enum RegistrationState {
    /// Not wanted: no account, no registrar, or signed out.
    OFF,
    /// The first answer is awaited.
    TRYING,
    /// The registrar confirmed us within its own term.
    REGISTERED,
    /// Not reachable for calls; the cause says why, and tries go on without limit.
    FAILED
}
