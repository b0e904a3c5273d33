package ru.garnitura.desktop.link.rest;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import okhttp3.Call;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Requests to the back office, answered as values. An expired token is renewed once and the request sent once more.
/// Blocking; virtual threads.
public final class RestClient implements AutoCloseable {

    private final OkHttpTransport transport;
    private final AnswerReader reader;
    private final Tokens tokens;

    /// @param server base address, without `/v1`
    /// @param clock  told the time of each answer
    /// @param tokens renewed through this client's own unsigned requests
    public RestClient(URI server, ServerClock clock, Tokens tokens) {
        this(server, clock, tokens, OkHttpTransport.PING);
    }

    /// @param ping how often a socket is asked for a sign of life
    public RestClient(URI server, ServerClock clock, Tokens tokens, Duration ping) {
        this.transport = new OkHttpTransport(server, ping);
        this.reader = new AnswerReader(clock);
        this.tokens = tokens;
    }

    /// Asks for JSON.
    ///
    /// @param read reads the body; may throw Jackson's, date's and illegal-argument exceptions for what does not fit
    public <T> Answer<T> send(Ask ask, Function<JsonNode, T> read) {
        return signed(ask, response -> reader.json(response, read));
    }

    /// Sends bytes, and asks for JSON.
    public <T> Answer<T> upload(Ask ask, Upload upload, Function<JsonNode, T> read) {
        return signed(ask, access -> transport.request(ask, access, upload), response -> reader.json(response, read));
    }

    /// Asks for bytes, and writes them to `sink` as they come: a failure may leave some there.
    ///
    /// @param limit most bytes accepted
    /// @return how many were written
    public Answer<Long> download(Ask ask, OutputStream sink, long limit) {
        return signed(ask, response -> reader.bytes(response, sink, limit));
    }

    /// Opens a socket with the operator's token; how it went comes to the listener.
    public TextSocket open(String path, TextSocket.Listener listener) {
        return switch (tokens.current()) {
            case Answer.Received<TokenPair>(TokenPair pair, _) ->
                transport.open(path, pair.access(), new RenewingListener(listener, tokens, pair, reader));
            case Answer.Failed<TokenPair>(Failure failure) -> refused(listener, failure);
            case Answer.NotModified<TokenPair> _ -> refused(listener, new Failure.NotSignedIn("no_token"));
        };
    }

    private static TextSocket refused(TextSocket.Listener listener, Failure failure) {
        listener.ended(new TextSocket.End.Failed(failure));
        return OkHttpSocket.NONE;
    }

    private <T> Answer<T> signed(Ask ask, Exchange<T> exchange) {
        return signed(ask, access -> transport.request(ask, access), exchange);
    }

    private <T> Answer<T> signed(Ask ask, Signer signer, Exchange<T> exchange) {
        var signed = new Signed(ask, signer);
        if (!ask.signed()) {
            return once(signed, null, exchange);
        }
        return switch (tokens.current()) {
            case Answer.Failed<TokenPair>(Failure failure) -> new Answer.Failed<>(failure);
            case Answer.NotModified<TokenPair> _ -> new Answer.Failed<>(new Failure.NotSignedIn("no_token"));
            case Answer.Received<TokenPair>(TokenPair first, _) -> {
                Answer<T> answer = once(signed, first, exchange);
                yield isUnauthorized(answer) ? again(signed, first, exchange) : answer;
            }
        };
    }

    private <T> Answer<T> again(Signed ask, TokenPair stale, Exchange<T> exchange) {
        return switch (tokens.renewed(stale)) {
            case Answer.Failed<TokenPair>(Failure failure) -> new Answer.Failed<>(failure);
            case Answer.NotModified<TokenPair> _ -> new Answer.Failed<>(new Failure.NotSignedIn("no_token"));
            case Answer.Received<TokenPair>(TokenPair fresh, _) -> once(ask, fresh, exchange);
        };
    }

    private static boolean isUnauthorized(Answer<?> answer) {
        return answer instanceof Answer.Failed<?>(Failure.NotSignedIn _);
    }

    private <T> Answer<T> once(Signed ask, @Nullable TokenPair pair, Exchange<T> exchange) {
        Request request = ask.signer().sign(pair == null ? null : pair.access());
        Call call = transport.call(request);
        call.timeout().timeout(ask.ask().deadline().toMillis(), TimeUnit.MILLISECONDS);
        try (Response response = call.execute()) {
            return exchange.read(response);
        } catch (IOException e) {
            return new Answer.Failed<>(OkHttpFaults.of(e));
        }
    }

    /// Ends the request on its way that asks for this; it answers as broken.
    public void cancel(Ask ask) {
        transport.cancel(ask);
    }

    /// Ends every request on its way; each answers as broken.
    public void cancelAll() {
        transport.cancelAll();
    }

    @Override
    public void close() {
        transport.close();
    }

    /// A request and how it is made with a token.
    private record Signed(Ask ask, Signer signer) {
    }

    @FunctionalInterface
    private interface Signer {

        Request sign(@Nullable String access);
    }

    @FunctionalInterface
    private interface Exchange<T> {
        Answer<T> read(Response response) throws IOException;
    }
}
