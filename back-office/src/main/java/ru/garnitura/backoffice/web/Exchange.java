package ru.garnitura.backoffice.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;

/// One request as an endpoint sees it.
public final class Exchange {
    /// Largest JSON body, bytes.
    public static final int MAX_BODY = 1 << 20;

    private final Request request;
    private final Map<String, String> path;
    private final Fields query;

    Exchange(Request request, Map<String, String> path) {
        this.request = request;
        this.path = path;
        try {
            this.query = Request.extractQueryParameters(request, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Problem(ProblemCode.BAD_REQUEST, e);
        }
    }

    public String method() {
        return request.getMethod();
    }

    /// A named part of the path.
    public String path(String name) {
        String value = path.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no path part " + name);
        }
        return value;
    }

    public Optional<String> query(String name) {
        return Optional.ofNullable(query.getValue(name)).filter(value -> !value.isEmpty());
    }

    /// A number from the query, brought into the bounds.
    public int query(String name, int absent, int least, int most) {
        try {
            return query(name).map(text -> Math.clamp(Long.parseLong(text), least, most)).orElse(absent);
        } catch (NumberFormatException e) {
            throw new Problem(ProblemCode.BAD_REQUEST, e);
        }
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeaders().get(name));
    }

    /// The token of the Authorization header.
    public Optional<String> bearer() {
        return header("Authorization").filter(value -> value.startsWith("Bearer ")).map(value -> value.substring(7));
    }

    public String remoteAddress() {
        return Request.getRemoteAddr(request);
    }

    /// The body as it comes; its length is not limited here.
    public InputStream body() {
        return Request.asInputStream(request);
    }

    /// The JSON body.
    ///
    /// @throws Problem `too_large`, `unsupported_type` or `malformed_json`
    public <T> T json(Class<T> type) throws IOException {
        if (header("Content-Encoding").isPresent()
                || header("Content-Type").filter(value -> !value.startsWith("application/json")).isPresent()) {
            throw new Problem(ProblemCode.UNSUPPORTED_TYPE);
        }
        if (request.getLength() > MAX_BODY) {
            throw new Problem(ProblemCode.TOO_LARGE);
        }
        byte[] bytes = body().readNBytes(MAX_BODY + 1);
        if (bytes.length > MAX_BODY) {
            throw new Problem(ProblemCode.TOO_LARGE);
        }
        return Json.read(bytes, type);
    }
}
