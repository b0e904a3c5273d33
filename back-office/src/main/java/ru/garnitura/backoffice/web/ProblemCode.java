package ru.garnitura.backoffice.web;

import java.util.Locale;

/// The stable codes of the contract, each with its HTTP status and its English title.
public enum ProblemCode {
    BAD_CREDENTIALS(401, "Login or password is wrong"),
    TOKEN_INVALID(401, "The access token is not known"),
    TOKEN_EXPIRED(401, "The access token has expired"),
    REFRESH_INVALID(401, "The refresh token is not known or has expired"),
    REFRESH_REUSED(401, "The refresh token was used before; this sign-in is revoked"),
    FORBIDDEN(403, "This role may not do that"),
    NOT_FOUND(404, "There is nothing here"),
    METHOD_NOT_ALLOWED(405, "This method is not served here"),
    BAD_REQUEST(400, "The request can't be understood"),
    MALFORMED_JSON(400, "The body is not the JSON that is expected here"),
    CURSOR_RESET(410, "The cursor belongs to another epoch or is too old"),
    REVISION_CONFLICT(412, "Somebody published another revision meanwhile"),
    TOO_LARGE(413, "The body is too large"),
    UNSUPPORTED_TYPE(415, "The content type is not served here"),
    RANGE_NOT_SATISFIABLE(416, "The range lies outside the blob"),
    HASH_MISMATCH(422, "The bytes do not hash to their address"),
    KEY_REUSED(422, "The key was used for another payload"),
    IN_PROGRESS(409, "The same key is being worked on"),
    CONTRACT_VERSION(426, "This server speaks contract 1"),
    RATE_LIMITED(429, "Too many requests"),
    INTERNAL(500, "The server failed"),
    UNAVAILABLE(503, "The server is stopping");

    private final int status;
    private final String title;

    ProblemCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /// As it stands in the `code` field.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
