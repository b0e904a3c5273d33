package ru.garnitura.desktop.link.rest;

/// Why the back office could not be reached. The window has the words.
public enum LinkFault {
    /// The host's name is not known, or there is no route.
    NO_NETWORK,
    /// Nothing listens at the address.
    REFUSED,
    /// No whole answer before the deadline.
    TIMED_OUT,
    /// The certificate or the handshake does not fit.
    TLS,
    /// The connection broke in the middle.
    BROKEN,
    /// The back office answered 5xx.
    SERVER_ERROR,
    /// The back office asks for a pause (429, 503).
    BUSY,
    /// The answer can't be read.
    MALFORMED,
    /// The socket was open, and nobody answered any more.
    SILENT,
    /// This machine slept.
    SLEPT
}
