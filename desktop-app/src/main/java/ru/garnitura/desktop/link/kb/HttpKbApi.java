package ru.garnitura.desktop.link.kb;

import java.io.OutputStream;
import java.time.Duration;
import ru.garnitura.desktop.link.rest.Answer;
import ru.garnitura.desktop.link.rest.Ask;
import ru.garnitura.desktop.link.rest.Failure;
import ru.garnitura.desktop.link.rest.Json;
import ru.garnitura.desktop.link.rest.RestClient;
import ru.garnitura.kb.sync.KbApi;
import tools.jackson.databind.JsonNode;

/// The knowledge base over HTTP.
public final class HttpKbApi implements KbApi {

    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final Duration BLOB = Duration.ofMinutes(2);
    private static final Duration LONGEST_HOLD = Duration.ofSeconds(55);
    private static final long LARGEST_BLOB = 50L << 20;

    private final RestClient client;
    private volatile Mark last = new Mark("", "");

    /// The tag under which the back office knows the base as of a cursor.
    private record Mark(String cursor, String tag) {
    }

    public HttpKbApi(RestClient client) {
        this.client = client;
    }

    @Override
    public ChangesOutcome changes(ChangesRequest request) {
        Duration hold = request.holdFor().compareTo(LONGEST_HOLD) > 0 ? LONGEST_HOLD : request.holdFor();
        Ask ask = Ask.get("/v1/kb/articles/delta")
                .query("limit", Integer.toString(request.limit()))
                .within(hold.plus(ANSWER));
        String cursor = request.cursor();
        if (cursor != null) {
            ask = ask.query("cursor", cursor).query("wait", Long.toString(hold.toSeconds()));
        }
        Mark known = last;
        if (cursor != null && cursor.equals(known.cursor()) && !known.tag().isEmpty()) {
            ask = ask.header("If-None-Match", known.tag());
        }
        return switch (client.send(ask, HttpKbApi::page)) {
            case Answer.Received<ChangePage>(ChangePage page, String tag) -> {
                last = new Mark(page.more() ? "" : page.next(), tag);
                yield page;
            }
            case Answer.NotModified<ChangePage> _ -> new NotModified();
            case Answer.Failed<ChangePage>(Failure.Refused(int status, _, JsonNode body)) when status == 410 ->
                new CursorReset(Json.text(body, "epoch"));
            case Answer.Failed<ChangePage>(Failure.NoAnswer none) -> unreachable(none);
            case Answer.Failed<ChangePage>(Failure failure) -> rejected(failure);
        };
    }

    private static ChangePage page(JsonNode body) {
        return new ChangePage(body.required("epoch").stringValue(),
                body.required("items").valueStream().map(ArticleReader::change).toList(),
                body.required("next").stringValue(), body.required("more").asBoolean(), body.path("total").asInt(-1));
    }

    @Override
    public BlobOutcome blob(String sha256, long offset, OutputStream sink) {
        Ask ask = Ask.get("/v1/blobs/sha256/" + sha256).within(BLOB);
        if (offset > 0) {
            ask = ask.header("Range", "bytes=" + offset + "-");
        }
        return switch (client.download(ask, sink, LARGEST_BLOB)) {
            case Answer.Received<Long>(Long written, _) -> new BlobReceived(written);
            case Answer.Failed<Long>(Failure.NoAnswer none) -> unreachable(none);
            case Answer.Failed<Long>(Failure failure) -> rejected(failure);
            case Answer.NotModified<Long> _ -> new Rejected(Rejection.MALFORMED, "304 without a condition");
        };
    }

    @Override
    public ManifestOutcome manifest() {
        return switch (client.send(Ask.get("/v1/kb/manifest"), HttpKbApi::manifest)) {
            case Answer.Received<Manifest>(Manifest manifest, _) -> manifest;
            case Answer.Failed<Manifest>(Failure.NoAnswer none) -> unreachable(none);
            case Answer.Failed<Manifest>(Failure failure) -> rejected(failure);
            case Answer.NotModified<Manifest> _ -> new Rejected(Rejection.MALFORMED, "304 without a condition");
        };
    }

    private static Manifest manifest(JsonNode body) {
        return new Manifest(body.required("epoch").stringValue(), body.required("cursor").stringValue(),
                body.required("count").asInt(), body.required("hash").stringValue());
    }

    private static Unreachable unreachable(Failure.NoAnswer none) {
        return new Unreachable(none.detail(), none.retryAfter());
    }

    private static Rejected rejected(Failure failure) {
        Rejection reason = switch (failure) {
            case Failure.NotSignedIn _ -> Rejection.NOT_SIGNED_IN;
            case Failure.NewerContract _ -> Rejection.CONTRACT;
            case Failure.Malformed _, Failure.NoAnswer _ -> Rejection.MALFORMED;
            case Failure.Refused(int status, _, _) -> switch (status) {
                case 403 -> Rejection.FORBIDDEN;
                case 404 -> Rejection.NOT_FOUND;
                default -> Rejection.MALFORMED;
            };
        };
        return new Rejected(reason, failure.detail());
    }
}
