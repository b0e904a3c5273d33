package ru.garnitura.backoffice.blobs;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Pattern;
import ru.garnitura.backoffice.signin.Guard;
import ru.garnitura.backoffice.signin.Operator;
import ru.garnitura.backoffice.web.Answer;
import ru.garnitura.backoffice.web.Exchange;
import ru.garnitura.backoffice.web.Problem;
import ru.garnitura.backoffice.web.ProblemCode;
import ru.garnitura.backoffice.web.Routes;

/// `/v1/blobs/sha256/{hash}`: stored once, read whole or by range.
public final class BlobRoutes {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern TYPE = Pattern.compile("[a-z]+/[a-z0-9.+-]{1,100}");
    private final Blobs blobs;

    public BlobRoutes(Blobs blobs) {
        this.blobs = blobs;
    }

    public void addTo(Routes routes, Guard guard) {
        routes.put("/v1/blobs/sha256/{hash}", guard.operators(this::put))
                .get("/v1/blobs/sha256/{hash}", guard.operators(this::get));
    }

    private Answer put(Exchange exchange, Operator operator) throws IOException {
        String hash = hash(exchange);
        Optional<Blobs.Blob> there = blobs.find(hash);
        if (there.isPresent()) {
            return Answer.json(there.get());
        }
        String type = exchange.header("Content-Type").orElse("application/octet-stream");
        if (!TYPE.matcher(type).matches()) {
            throw new Problem(ProblemCode.UNSUPPORTED_TYPE);
        }
        boolean isNew = blobs.put(hash, type, exchange.body());
        return Answer.json(isNew ? 201 : 200, blobs.find(hash).orElseThrow());
    }

    private Answer get(Exchange exchange, Operator operator) throws IOException {
        String hash = hash(exchange);
        Blobs.Blob blob = blobs.find(hash).orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND));
        return answer(exchange, blob, from -> blobs.open(hash, from));
    }

    /// Where the bytes come from.
    @FunctionalInterface
    public interface Source {

        /// @param from first byte
        InputStream open(long from) throws IOException;
    }

    /// The whole, or the range the request asks for.
    public static Answer answer(Exchange exchange, Blobs.Blob blob, Source source) throws IOException {
        Optional<ByteRange> range = exchange.header("Range").flatMap(header -> ByteRange.parse(header, blob.bytes()));
        Answer answer = range.isEmpty()
                ? Answer.stream(200, blob.type(), new Answer.Stream(source.open(0), blob.bytes()))
                : part(blob, range.get(), source);
        return answer.with("Accept-Ranges", "bytes")
                .with("ETag", "\"" + blob.sha256() + "\"")
                .with("Content-Disposition", "attachment");
    }

    private static Answer part(Blobs.Blob blob, ByteRange range, Source source) throws IOException {
        var stream = new Answer.Stream(source.open(range.first()), range.length());
        return Answer.stream(206, blob.type(), stream)
                .with("Content-Range", "bytes " + range.first() + "-" + range.last() + "/" + blob.bytes());
    }

    /// The `{hash}` of the path.
    ///
    /// @throws Problem `bad_request` where it is none
    public static String hash(Exchange exchange) {
        String hash = exchange.path("hash");
        if (!HASH.matcher(hash).matches()) {
            throw new Problem(ProblemCode.BAD_REQUEST);
        }
        return hash;
    }
}
