package ru.garnitura.desktop.link.rest;

import java.io.IOException;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/// A connection's receiving side. A token refused at the handshake is renewed here, so that the next attempt has a good
/// one; the attempt itself ends.
final class RenewingListener extends WebSocketListener {

    /// Tells that the token was renewed and the next attempt may follow at once.
    static final String RENEWED = "token renewed";

    private static final int SIGNED_OUT = 4401;

    private final TextSocket.Listener listener;
    private final Tokens tokens;
    private final TokenPair used;
    private final AnswerReader reader;

    RenewingListener(TextSocket.Listener listener, Tokens tokens, TokenPair used, AnswerReader reader) {
        this.listener = listener;
        this.tokens = tokens;
        this.used = used;
        this.reader = reader;
    }

    @Override
    public void onOpen(WebSocket socket, Response response) {
        listener.opened();
    }

    @Override
    public void onMessage(WebSocket socket, String text) {
        listener.frame(text);
    }

    @Override
    public void onMessage(WebSocket socket, ByteString bytes) {
        socket.close(1003, null);
    }

    @Override
    public void onClosing(WebSocket socket, int code, String reason) {
        socket.close(code == SIGNED_OUT ? 1000 : code, null);
    }

    @Override
    public void onClosed(WebSocket socket, int code, String reason) {
        listener.ended(code == SIGNED_OUT ? afterRenewal() : new TextSocket.End.Closed(code));
    }

    @Override
    public void onFailure(WebSocket socket, Throwable cause, @Nullable Response response) {
        listener.ended(response == null ? broken(cause) : refused(response));
    }

    private static TextSocket.End broken(Throwable cause) {
        return new TextSocket.End.Failed(cause instanceof IOException e ? OkHttpFaults.of(e)
                : Failure.broken(LinkFault.BROKEN, cause.toString()));
    }

    private TextSocket.End refused(Response response) {
        Failure failure;
        try {
            failure = reader.failure(response);
        } catch (IOException e) {
            failure = OkHttpFaults.of(e);
        }
        return failure instanceof Failure.NotSignedIn ? afterRenewal() : new TextSocket.End.Failed(failure);
    }

    private TextSocket.End afterRenewal() {
        return new TextSocket.End.Failed(switch (tokens.renewed(used)) {
            case Answer.Failed<TokenPair>(Failure failure) -> failure;
            case Answer.Received<TokenPair> _, Answer.NotModified<TokenPair> _ ->
                Failure.broken(LinkFault.BROKEN, RENEWED);
        });
    }
}
