package ru.garnitura.backoffice.visitor;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ru.garnitura.backoffice.chat.ChatFeed;
import ru.garnitura.backoffice.chat.InboxEvent;
import ru.garnitura.backoffice.chat.SessionEvent;
import ru.garnitura.backoffice.sockets.CloseCode;
import ru.garnitura.backoffice.sockets.SocketLine;

/// The sockets of visits; the same visit may be open in several tabs. Thread-safe; never blocks.
public final class VisitorHub implements ChatFeed {
    private static final int TYPING_SECONDS = 5;
    private final Map<String, Set<SocketLine>> lines = new ConcurrentHashMap<>();

    void attach(String visit, SocketLine line, List<VisitFrame> past) {
        lines.compute(visit, (id, old) -> {
            Set<SocketLine> all = old == null ? ConcurrentHashMap.newKeySet() : old;
            all.add(line);
            return all;
        });
        past.forEach(line::send);
        if (!line.isOpen()) {
            detach(visit, line);
        }
    }

    void detach(String visit, SocketLine line) {
        lines.computeIfPresent(visit, (id, all) -> {
            all.remove(line);
            return all.isEmpty() ? null : all;
        });
    }

    public boolean isOnline(String visit) {
        return lines.containsKey(visit);
    }

    public void ping() {
        lines.values().forEach(all -> all.forEach(SocketLine::ping));
    }

    public void closeAll() {
        lines.values().forEach(all -> all.forEach(line -> line.close(CloseCode.RESTART)));
    }

    @Override
    public void appended(String session, @Nullable String owner, SessionEvent event) {
        VisitFrame frame = VisitFrame.of(event);
        each(session, line -> line.send(frame));
    }

    @Override
    public void inbox(String operator, long seq, InboxEvent event) {}

    @Override
    public void replay(String operator, String session, List<SessionEvent> past) {}

    @Override
    public void typing(String session, @Nullable String owner, String author) {
        if (!author.equals(SessionEvent.CUSTOMER)) {
            each(session, line -> line.sendIfIdle(new VisitFrame.Typing(VisitFrame.OPERATOR, TYPING_SECONDS)));
        }
    }

    @Override
    public void presence(String session, @Nullable String owner, boolean online) {}

    private void each(String session, Consumer<SocketLine> action) {
        Set<SocketLine> all = lines.get(session);
        if (all != null) {
            all.forEach(action);
        }
    }
}
