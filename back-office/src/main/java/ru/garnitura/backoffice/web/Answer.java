package ru.garnitura.backoffice.web;

import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/// What an endpoint answers: status, headers, and bytes or a stream.
public record Answer(int status, Map<String, String> headers, Body body) {

    /// The body of an answer.
    public sealed interface Body {}

    /// Bytes in memory, gzipped on the way out where the caller takes it.
    @SuppressWarnings("ArrayRecordComponent")
    public record Bytes(byte[] bytes) implements Body {}

    /// A stream of known length, closed by the server after sending.
    public record Stream(InputStream source, long length) implements Body {}

    private static final Bytes NOTHING = new Bytes(new byte[0]);

    public static Answer json(Object value) {
        return json(200, value);
    }

    public static Answer json(int status, Object value) {
        return of(status, "application/json", Json.bytes(value));
    }

    public static Answer of(int status, String type, byte[] bytes) {
        return new Answer(status, Map.of("Content-Type", type), new Bytes(bytes));
    }

    public static Answer empty(int status) {
        return new Answer(status, Map.of(), NOTHING);
    }

    public static Answer stream(int status, String type, Stream stream) {
        return new Answer(status, Map.of("Content-Type", type), stream);
    }

    public Answer with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body);
    }
}
