package ru.garnitura.backoffice.web;

import java.util.LinkedHashMap;
import java.util.Map;

/// A refusal the caller gets as problem+json (RFC 9457).
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final ProblemCode code;
    private final transient Map<String, Object> details = new LinkedHashMap<>();

    public Problem(ProblemCode code) {
        super(code.code());
        this.code = code;
    }

    public Problem(ProblemCode code, Throwable cause) {
        super(code.code(), cause);
        this.code = code;
    }

    /// Adds a member such as `epoch`, `key` or `retryAfter` (seconds, also sent as the Retry-After header).
    public Problem with(String member, Object value) {
        details.put(member, value);
        return this;
    }

    public ProblemCode code() {
        return code;
    }

    /// The body of the answer.
    public byte[] json() {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "about:blank");
        body.put("title", code.title());
        body.put("status", code.status());
        body.put("code", code.code());
        body.putAll(details);
        return Json.bytes(body);
    }

    Answer answer() {
        Answer answer = Answer.of(code.status(), "application/problem+json", json());
        Object retryAfter = details.get("retryAfter");
        return retryAfter == null ? answer : answer.with("Retry-After", retryAfter.toString());
    }
}
