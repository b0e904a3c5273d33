package ru.garnitura.backoffice.sockets;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;
import ru.garnitura.backoffice.web.Json;

/// The sending half of one WebSocket: frames leave in the order they came, senders never wait. A reader too slow for
/// its frames is cut off and resumes later. Thread-safe.
public final class SocketLine {
    private static final int MOST_QUEUED = 20_000;
    private static final int CROWDED = 100;
    private final Session session;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<String> queue = new ArrayDeque<>();
    private boolean sending;
    private @Nullable CloseCode closing;
    private boolean closed;

    public SocketLine(Session session) {
        this.session = session;
    }

    public void send(Object frame) {
        enqueue(Json.text(frame), MOST_QUEUED);
    }

    /// For frames that nobody misses: dropped where others wait already.
    public void sendIfIdle(Object frame) {
        enqueue(Json.text(frame), CROWDED);
    }

    /// Closes after the frames that wait.
    public void close(CloseCode code) {
        lock.lock();
        try {
            closing = closing == null ? code : closing;
        } finally {
            lock.unlock();
        }
        pump();
    }

    public boolean isOpen() {
        return session.isOpen();
    }

    public void ping() {
        if (session.isOpen()) {
            session.sendPing(ByteBuffer.allocate(0), Callback.NOOP);
        }
    }

    private void enqueue(String text, int most) {
        lock.lock();
        try {
            if (closing != null) {
                return;
            }
            if (queue.size() < most) {
                queue.add(text);
            } else if (most == MOST_QUEUED) {
                queue.clear();
                closing = CloseCode.SLOW;
            }
        } finally {
            lock.unlock();
        }
        pump();
    }

    private void pump() {
        String next;
        CloseCode code;
        lock.lock();
        try {
            if (sending || closed) {
                return;
            }
            next = queue.poll();
            code = next == null ? closing : null;
            sending = next != null;
            closed = code != null;
        } finally {
            lock.unlock();
        }
        if (next != null) {
            session.sendText(next, Callback.from(this::sent, failure -> broken()));
        } else if (code != null) {
            session.close(code.number(), code.name(), Callback.NOOP);
        }
    }

    private void sent() {
        lock.lock();
        try {
            sending = false;
        } finally {
            lock.unlock();
        }
        pump();
    }

    private void broken() {
        lock.lock();
        try {
            queue.clear();
            closed = true;
        } finally {
            lock.unlock();
        }
        session.disconnect();
    }
}
