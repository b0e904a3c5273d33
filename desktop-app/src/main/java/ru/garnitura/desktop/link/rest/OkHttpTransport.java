package ru.garnitura.desktop.link.rest;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import okhttp3.Call;
import okhttp3.ConnectionSpec;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/// The one OkHttp client. No redirects: a token goes to the back office and nowhere else.
final class OkHttpTransport implements AutoCloseable {

    static final String CONTRACT = "1";
    /// A pong missing for that long ends the connection, so a dead one is noticed within twice this time.
    static final Duration PING = Duration.ofSeconds(11);

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration HANDSHAKE = Duration.ofSeconds(15);
    private static final MediaType JSON = MediaType.get("application/json");

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpUrl base;
    private final OkHttpClient client;
    private final OkHttpClient sockets;

    OkHttpTransport(URI server, Duration ping) {
        this.base = HttpUrl.get(server.toString());
        Dispatcher dispatcher = new Dispatcher(threads);
        dispatcher.setMaxRequests(256);
        dispatcher.setMaxRequestsPerHost(256);
        this.client = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(CONNECT)
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ofSeconds(15))
                // Where nothing is encrypted the root certificates are not read, which takes a while.
                .connectionSpecs(base.isHttps() ? List.of(ConnectionSpec.MODERN_TLS) : List.of(ConnectionSpec.CLEARTEXT))
                .build();
        this.sockets = client.newBuilder().callTimeout(HANDSHAKE).pingInterval(ping).build();
    }

    Request request(Ask ask, @Nullable String access) {
        String body = ask.body();
        return request(ask, access, body == null ? null : RequestBody.create(body, JSON));
    }

    Request request(Ask ask, @Nullable String access, Upload upload) {
        return request(ask, access, new UploadBody(upload));
    }

    private Request request(Ask ask, @Nullable String access, @Nullable RequestBody body) {
        HttpUrl.Builder url = at(ask.target().path());
        ask.target().query().forEach(url::addQueryParameter);
        Request.Builder request = headers(new Request.Builder().url(url.build()), access);
        ask.headers().forEach(request::header);
        return request.method(ask.target().method(), body).tag(Ask.class, ask).build();
    }

    Call call(Request request) {
        return client.newCall(request);
    }

    TextSocket open(String path, String access, RenewingListener listener) {
        Request request = headers(new Request.Builder().url(at(path).build()), access).build();
        return new OkHttpSocket(sockets.newWebSocket(request, listener));
    }

    private HttpUrl.Builder at(String path) {
        HttpUrl.Builder url = base.newBuilder();
        for (String segment : path.substring(1).split("/", -1)) {
            url.addPathSegment(segment);
        }
        return url;
    }

    private static Request.Builder headers(Request.Builder request, @Nullable String access) {
        request.header("Garnitura-Contract", CONTRACT)
                .header("User-Agent", "Garnitura")
                .header("Accept-Language", Locale.getDefault().getLanguage());
        if (access != null) {
            request.header("Authorization", "Bearer " + access);
        }
        return request;
    }

    void cancel(Ask ask) {
        client.dispatcher().runningCalls().stream().filter(call -> ask.equals(call.request().tag(Ask.class)))
                .forEach(Call::cancel);
    }

    void cancelAll() {
        client.dispatcher().cancelAll();
    }

    @Override
    public void close() {
        cancelAll();
        client.connectionPool().evictAll();
        threads.shutdown();
    }

    private static final class UploadBody extends RequestBody {

        private final Upload upload;

        UploadBody(Upload upload) {
            this.upload = upload;
        }

        @Override
        public MediaType contentType() {
            return MediaType.get(upload.type());
        }

        @Override
        public long contentLength() {
            return upload.bytes();
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            OutputStream out = sink.outputStream();
            upload.writer().writeTo(out);
            out.flush();
        }
    }
}
