package ru.garnitura.desktop.localapi;

import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Asks the gate before anything else, WebSocket handshakes included.
final class GateHandler extends Handler.Wrapper {

    private final Gate gate;

    GateHandler(Gate gate, Handler behind) {
        super(behind);
        this.gate = gate;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Optional<Refusal> refusal = gate.check(request.getHeaders().get(HttpHeader.AUTHORIZATION),
                request.getHeaders().get(HttpHeader.ORIGIN), Request.getServerName(request));
        if (refusal.isEmpty()) {
            return super.handle(request, response, callback);
        }
        CallHandler.send(refusal.get().reply(), response, callback);
        return true;
    }
}
