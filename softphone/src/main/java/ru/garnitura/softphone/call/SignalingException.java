package ru.garnitura.softphone.call;

/// Signaling could not do what was asked; the message names what was tried and with what.
public final class SignalingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient RegistrationCause reason;

    public SignalingException(String message, RegistrationCause reason, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /// The same, in the terms the operator is told.
    public RegistrationCause reason() {
        return reason;
    }
}
