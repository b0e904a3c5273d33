package ru.garnitura.backoffice.sockets;

import java.time.Duration;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.garnitura.backoffice.web.Problem;

/// The receiving half of one WebSocket: text frames, one after the other, on a virtual thread. A frame that can't be
/// understood closes the socket with 4400; silence before the first frame or for three pings closes it too.
public final class FrameListener implements Session.Listener.AutoDemanding {
    private static final Logger LOG = LoggerFactory.getLogger(FrameListener.class);
    private static final Duration HELLO_WITHIN = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofSeconds(45);
    private final FrameHandler handler;
    private @Nullable Session session;
    private @Nullable SocketLine line;

    public FrameListener(FrameHandler handler) {
        this.handler = handler;
    }

    @Override
    public void onWebSocketOpen(Session opened) {
        opened.setIdleTimeout(HELLO_WITHIN);
        session = opened;
        line = new SocketLine(opened);
    }

    @Override
    public void onWebSocketText(String text) {
        SocketLine out = line;
        Session open = session;
        if (out == null || open == null) {
            return;
        }
        open.setIdleTimeout(SILENCE);
        try {
            handler.onFrame(out, text);
        } catch (Problem e) {
            LOG.info("A frame was refused: {}", e.getMessage());
            out.send(new ErrorFrame("bad_frame", null, null, null));
            out.close(CloseCode.PROTOCOL);
        }
    }

    @Override
    public void onWebSocketError(Throwable cause) {
        LOG.debug("Socket failed", cause);
    }

    @Override
    public void onWebSocketClose(int status, String reason, Callback callback) {
        SocketLine out = line;
        line = null;
        if (out != null) {
            handler.onEnd(out);
        }
        callback.succeed();
    }
}
