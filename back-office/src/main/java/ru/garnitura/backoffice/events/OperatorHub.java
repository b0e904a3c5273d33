package ru.garnitura.backoffice.events;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import ru.garnitura.backoffice.chat.ChatFeed;
import ru.garnitura.backoffice.chat.InboxEvent;
import ru.garnitura.backoffice.chat.SessionEvent;
import ru.garnitura.backoffice.sockets.CloseCode;
import ru.garnitura.backoffice.sockets.SocketLine;

/// The sockets of operators, one each. Thread-safe; never blocks.
public final class OperatorHub implements ChatFeed {
    private static final int TYPING_SECONDS = 5;
    private final InstantSource clock;
    private final Instant started;
    private final Map<String, SocketLine> lines = new ConcurrentHashMap<>();
    private final Map<String, Instant> left = new ConcurrentHashMap<>();
    private volatile EventFrame.@Nullable Queues figures;

    public OperatorHub(InstantSource clock) {
        this.clock = clock;
        this.started = clock.instant();
    }

    /// From now on the operator's news goes to this line; an older one is closed.
    void attach(String operator, SocketLine line, List<EventFrame> past) {
        SocketLine old = lines.put(operator, line);
        if (old != null && old != line) {
            old.close(CloseCode.REPLACED);
        }
        past.forEach(line::send);
        EventFrame.Queues now = figures;
        if (now != null) {
            line.send(now);
        }
        if (!line.isOpen()) {
            detach(operator, line);
        }
    }

    void detach(String operator, SocketLine line) {
        if (lines.remove(operator, line)) {
            left.put(operator, clock.instant());
        }
    }

    /// The operator has signed out.
    public void signedOut(String operator) {
        SocketLine line = lines.get(operator);
        if (line != null) {
            line.close(CloseCode.SIGNED_OUT);
        }
    }

    public boolean isOnline(String operator) {
        return lines.containsKey(operator);
    }

    /// When the operator was last here; operators not seen since the start count from the start.
    public Instant seen(String operator) {
        return isOnline(operator) ? clock.instant() : left.getOrDefault(operator, started);
    }

    public void ping() {
        lines.values().forEach(SocketLine::ping);
    }

    public void closeAll() {
        lines.values().forEach(line -> line.close(CloseCode.RESTART));
    }

    /// Tells everybody where the figures have changed.
    void tell(EventFrame.Queues queues) {
        EventFrame.Queues before = figures;
        if (before == null || !before.queues().equals(queues.queues())) {
            figures = queues;
            lines.values().forEach(line -> line.sendIfIdle(queues));
        }
    }

    @Override
    public void appended(String session, @Nullable String owner, SessionEvent event) {
        SocketLine line = line(owner);
        if (line != null) {
            line.send(EventFrame.of(session, event));
        }
    }

    @Override
    public void inbox(String operator, long seq, InboxEvent event) {
        SocketLine line = lines.get(operator);
        if (line != null) {
            line.send(new EventFrame.News(seq, event));
        }
    }

    @Override
    public void replay(String operator, String session, List<SessionEvent> past) {
        SocketLine line = lines.get(operator);
        if (line != null) {
            past.forEach(event -> line.send(EventFrame.of(session, event)));
        }
    }

    @Override
    public void typing(String session, @Nullable String owner, String author) {
        SocketLine line = line(owner);
        if (line != null && author.equals(SessionEvent.CUSTOMER)) {
            line.sendIfIdle(new EventFrame.Typing(session, author, TYPING_SECONDS));
        }
    }

    @Override
    public void presence(String session, @Nullable String owner, boolean online) {
        SocketLine line = line(owner);
        if (line != null) {
            line.sendIfIdle(new EventFrame.Present(session, online));
        }
    }

    private @Nullable SocketLine line(@Nullable String operator) {
        return operator == null ? null : lines.get(operator);
    }
}
