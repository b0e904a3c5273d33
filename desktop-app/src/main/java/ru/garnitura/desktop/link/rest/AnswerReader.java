package ru.garnitura.desktop.link.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads an answer no further than allowed, and says what it is.
final class AnswerReader {

    private static final int CHUNK = 16 << 10;
    private static final long LONGEST_PAUSE_SECONDS = 3_600;

    private final ServerClock clock;

    AnswerReader(ServerClock clock) {
        this.clock = clock;
    }

    <T> Answer<T> json(Response response, Function<JsonNode, T> read) throws IOException {
        noteTime(response);
        if (response.code() == 304) {
            return new Answer.NotModified<>();
        }
        if (!response.isSuccessful()) {
            return new Answer.Failed<>(failure(response));
        }
        BufferedSource source = response.body().source();
        if (source.request(Json.MAX_BYTES + 1L)) {
            return new Answer.Failed<>(new Failure.Malformed("an answer of more than " + Json.MAX_BYTES + " bytes"));
        }
        byte[] body = source.readByteArray();
        try {
            T value = read.apply(body.length == 0 ? Json.object() : Json.read(body));
            return new Answer.Received<>(value, header(response, "ETag"));
        } catch (JacksonException e) {
            return new Answer.Failed<>(new Failure.Malformed("unreadable JSON: " + e.getClass().getSimpleName()));
        } catch (DateTimeException | IllegalArgumentException e) {
            return new Answer.Failed<>(new Failure.Malformed("a value that does not fit: " + e.getClass().getSimpleName()));
        }
    }

    Answer<Long> bytes(Response response, OutputStream sink, long limit) throws IOException {
        noteTime(response);
        if (!response.isSuccessful()) {
            return new Answer.Failed<>(failure(response));
        }
        long written = 0;
        byte[] chunk = new byte[CHUNK];
        InputStream in = response.body().byteStream();
        for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
            if (written + n > limit) {
                return new Answer.Failed<>(new Failure.Malformed("an answer of more than " + limit + " bytes"));
            }
            sink.write(chunk, 0, n);
            written += n;
        }
        return new Answer.Received<>(written, header(response, "ETag"));
    }

    /// What a status other than 2xx means.
    Failure failure(Response response) throws IOException {
        JsonNode problem = problem(response);
        int status = response.code();
        String code = problem.path("code").stringValue("http_" + status);
        Duration pause = retryAfter(response, problem);
        if (status == 401) {
            return new Failure.NotSignedIn(code);
        }
        if (status == 426) {
            return new Failure.NewerContract(problem.path("need").asInt(0));
        }
        if (status == 429 || status == 503 || (status == 409 && pause != null)) {
            return new Failure.NoAnswer(LinkFault.BUSY, status, status + " " + code, pause);
        }
        return status >= 500
                ? new Failure.NoAnswer(LinkFault.SERVER_ERROR, status, status + " " + code, pause)
                : new Failure.Refused(status, code, problem);
    }

    private static JsonNode problem(Response response) throws IOException {
        BufferedSource source = response.body().source();
        if (source.request(CHUNK + 1L)) {
            return Json.object();
        }
        try {
            byte[] body = source.readByteArray();
            return body.length == 0 ? Json.object() : Json.read(body);
        } catch (JacksonException _) {
            return Json.object();
        }
    }

    private static @Nullable Duration retryAfter(Response response, JsonNode problem) {
        String text = header(response, "Retry-After");
        long seconds = text.matches("\\d{1,9}") ? Long.parseLong(text) : problem.path("retryAfter").asLong(-1);
        return seconds < 0 ? null : Duration.ofSeconds(Math.min(seconds, LONGEST_PAUSE_SECONDS));
    }

    private void noteTime(Response response) {
        String text = header(response, "Garnitura-Time");
        if (!text.isEmpty()) {
            try {
                clock.heard(Instant.parse(text));
            } catch (DateTimeException _) {
                return;
            }
        }
    }

    private static String header(Response response, String name) {
        String value = response.header(name);
        return value == null ? "" : value;
    }
}
