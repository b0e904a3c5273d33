package ru.garnitura.backoffice.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Joins Jetty and the routes: contract version, problems, common headers, gzip.
public final class HttpHandler extends Handler.Abstract {
    /// The contract this server speaks.
    public static final int CONTRACT = 1;

    private static final Logger LOG = LoggerFactory.getLogger(HttpHandler.class);
    private static final int WORTH_GZIP = 1024;
    private final Routes routes;
    private final InstantSource clock;

    public HttpHandler(Routes routes, InstantSource clock) {
        this.routes = routes;
        this.clock = clock;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        Answer answer = answer(request);
        try {
            send(answer, request, response);
            callback.succeeded();
        } catch (EofException e) {
            LOG.debug("The caller left before the answer to {}", request.getHttpURI().getPath());
            callback.failed(e);
        }
        return true;
    }

    private Answer answer(Request request) throws IOException {
        try {
            checkContract(request);
            Routes.Match match = routes.match(request.getMethod(), Request.getPathInContext(request));
            return match.endpoint().serve(new Exchange(request, match.names()));
        } catch (Problem e) {
            return e.answer();
        } catch (EofException e) {
            throw e;
        } catch (RuntimeException | IOException e) {
            LOG.error("{} {} failed", request.getMethod(), request.getHttpURI().getPath(), e);
            return new Problem(ProblemCode.INTERNAL).answer();
        }
    }

    private static void checkContract(Request request) {
        String asked = request.getHeaders().get("Garnitura-Contract");
        if (asked != null && !asked.trim().equals(Integer.toString(CONTRACT))) {
            throw new Problem(ProblemCode.CONTRACT_VERSION).with("need", CONTRACT);
        }
    }

    private void send(Answer answer, Request request, Response response) throws IOException {
        response.setStatus(answer.status());
        var headers = response.getHeaders();
        headers.put("Garnitura-Contract", Integer.toString(CONTRACT));
        headers.put("Garnitura-Time", clock.instant().toString());
        headers.put("Cache-Control", "no-store");
        headers.put("X-Content-Type-Options", "nosniff");
        answer.headers().forEach(headers::put);
        boolean withBody = !"HEAD".equals(request.getMethod()) && answer.status() != 304 && answer.status() != 204;
        switch (answer.body()) {
            case Answer.Bytes bytes -> sendBytes(bytes.bytes(), withBody, request, response);
            case Answer.Stream stream -> sendStream(stream, withBody, response);
        }
    }

    private static void sendBytes(byte[] bytes, boolean withBody, Request request, Response response)
            throws IOException {
        byte[] sent = bytes;
        String accepted = request.getHeaders().get("Accept-Encoding");
        if (bytes.length >= WORTH_GZIP && accepted != null && accepted.contains("gzip")) {
            sent = gzip(bytes);
            response.getHeaders().put("Content-Encoding", "gzip");
            response.getHeaders().put("Vary", "Accept-Encoding");
        }
        if (response.getStatus() != 304 && response.getStatus() != 204) {
            response.getHeaders().put("Content-Length", sent.length);
        }
        if (withBody) {
            try (OutputStream out = Content.Sink.asOutputStream(response)) {
                out.write(sent);
            }
        }
    }

    private static void sendStream(Answer.Stream stream, boolean withBody, Response response) throws IOException {
        response.getHeaders().put("Content-Length", stream.length());
        try (InputStream in = stream.source()) {
            if (withBody) {
                try (OutputStream out = Content.Sink.asOutputStream(response)) {
                    copy(in, out, stream.length());
                }
            }
        }
    }

    private static void copy(InputStream in, OutputStream out, long length) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long left = length;
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new IOException("The blob ended " + left + " bytes early");
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream(bytes.length / 3);
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }
}
