package ru.garnitura.desktop.localapi;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import ru.garnitura.softphone.call.Softphone;

/// Everyone who listens at `/v1/events`: the whole state first, then each change as it happens. Thread-safe; a change is
/// only handed to Jetty, which sends in order.
public final class EventSockets implements AutoCloseable {

    private static final int MOST = 16;
    private static final int TRY_AGAIN_LATER = 1013;

    private final LocalDesk desk;
    private final Set<Session> open = ConcurrentHashMap.newKeySet();
    private final Softphone.Subscription calls;
    private final Runnable standings;

    EventSockets(LocalDesk desk) {
        this.desk = desk;
        calls = desk.softphone().subscribe(event -> tell(StateText.of(event, desk.softphone())));
        standings = desk.standings().follow(standing -> tell(StateText.of(standing)));
    }

    Session.Listener listener() {
        return new Listener();
    }

    private void tell(String text) {
        synchronized (open) {
            open.forEach(session -> tell(session, text));
        }
    }

    /// A listener who missed a change would be wrong from then on: he is let go, and gets the whole state when he comes back.
    private static void tell(Session listener, String text) {
        listener.sendText(text, Callback.from(() -> { }, failure -> listener.disconnect()));
    }

    @Override
    public void close() {
        calls.close();
        standings.run();
        open.forEach(Session::disconnect);
    }

    /// One socket. Public, since Jetty looks its methods up.
    public final class Listener implements Session.Listener.AutoDemanding {

        private volatile @org.jspecify.annotations.Nullable Session own;

        @Override
        public void onWebSocketOpen(Session session) {
            if (open.size() >= MOST) {
                session.close(TRY_AGAIN_LATER, "too many listeners", Callback.NOOP);
                return;
            }
            own = session;
            // No change may fall between the whole state and the first one told.
            synchronized (open) {
                tell(session, StateText.whole(desk));
                open.add(session);
            }
        }

        @Override
        public void onWebSocketClose(int status, String reason, Callback callback) {
            Session ended = own;
            if (ended != null) {
                open.remove(ended);
            }
            callback.succeed();
        }
    }
}
