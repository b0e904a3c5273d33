package ru.garnitura.desktop.localapi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// `GET /v1/state` and the verbs under `/v1/calls`.
final class CallHandler extends Handler.Abstract {

    private static final int LARGEST_BODY = 4_096;
    private static final String STATE = "/v1/state";
    private static final String CALLS = "/v1/calls";

    private final LocalDesk desk;
    private final CallVerbs verbs;

    CallHandler(LocalDesk desk) {
        this.desk = desk;
        this.verbs = new CallVerbs(desk.softphone());
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        send(reply(request), response, callback);
        return true;
    }

    private Reply reply(Request request) throws IOException {
        String path = Request.getPathInContext(request);
        String method = request.getMethod();
        if (path.equals(STATE)) {
            return method.equals("GET") ? Reply.ok(StateText.of(desk)) : Refusal.WRONG_METHOD.reply();
        }
        if (!path.equals(CALLS) && !path.startsWith(CALLS + "/")) {
            return Refusal.NOT_FOUND.reply();
        }
        if (!method.equals("POST")) {
            return Refusal.WRONG_METHOD.reply();
        }
        byte[] body = body(request);
        if (body.length > LARGEST_BODY) {
            return Refusal.BAD_REQUEST.reply();
        }
        String[] steps = path.substring(CALLS.length()).split("/", -1);
        return switch (steps.length) {
            case 1 -> verbs.dial(body);
            case 3 -> verbs.verb(steps[1], steps[2], body);
            default -> Refusal.NOT_FOUND.reply();
        };
    }

    private static byte[] body(Request request) throws IOException {
        try (InputStream in = Content.Source.asInputStream(request)) {
            return in.readNBytes(LARGEST_BODY + 1);
        }
    }

    static void send(Reply reply, Response response, Callback callback) {
        response.setStatus(reply.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        if (reply.status() == HttpStatus.UNAUTHORIZED_401) {
            response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Bearer");
        }
        response.write(true, ByteBuffer.wrap(reply.json().getBytes(StandardCharsets.UTF_8)), callback);
    }
}
