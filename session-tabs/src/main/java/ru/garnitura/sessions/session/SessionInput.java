package ru.garnitura.sessions.session;

/// What can happen to a session.
public enum SessionInput {
    /// The operator takes the offer.
    ACCEPT,
    /// The operator declines the offer.
    REFUSE,
    /// Nobody took the offer in time.
    EXPIRE,
    /// It is this operator's now; a session given back after its end opens again.
    ASSIGN,
    /// It was given to somebody else.
    REVOKE,
    /// The customer left, or the call was hung up.
    END,
    /// The wrap-up is done.
    CLOSE
}
