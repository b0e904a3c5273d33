package ru.garnitura.backoffice.events;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;
import org.jspecify.annotations.Nullable;
import ru.garnitura.backoffice.chat.ChatModule;
import ru.garnitura.backoffice.chat.ChatSession;
import ru.garnitura.backoffice.chat.InboxEvent;
import ru.garnitura.backoffice.chat.SessionCard;
import ru.garnitura.backoffice.chat.SessionLog;
import ru.garnitura.backoffice.chat.Sessions;
import ru.garnitura.backoffice.signin.Guard;
import ru.garnitura.backoffice.signin.Operator;
import ru.garnitura.backoffice.signin.Operators;
import ru.garnitura.backoffice.signin.Role;
import ru.garnitura.backoffice.sockets.FrameListener;
import ru.garnitura.backoffice.store.Store;
import ru.garnitura.backoffice.web.Answer;
import ru.garnitura.backoffice.web.Exchange;
import ru.garnitura.backoffice.web.Json;
import ru.garnitura.backoffice.web.Problem;
import ru.garnitura.backoffice.web.ProblemCode;
import ru.garnitura.backoffice.web.Routes;

/// Wires the events socket and what belongs to it over HTTP: the operator's sessions, their logs, broadcasts.
public final class EventsModule {
    private static final int PAGE = 500;
    private static final int LARGEST_PAGE = 1000;
    private static final int MAX_BROADCAST = 1000;
    private final Store store;
    private final InstantSource clock;
    private final ChatModule chat;
    private final OperatorHub hub;
    private final Welcomes welcomes;

    /// @param patience how long an owner may be without a socket
    public EventsModule(Store store, InstantSource clock, ChatModule chat, OperatorHub hub, Duration patience) {
        this.store = store;
        this.clock = clock;
        this.chat = chat;
        this.hub = hub;
        this.welcomes = new Welcomes(store, clock, chat, hub, patience);
    }

    public void addTo(Routes routes, Guard guard) {
        routes.get("/v1/sessions", guard.operators(this::sessions))
                .get("/v1/sessions/{id}/events", guard.operators(this::events))
                .post("/v1/broadcasts", guard.only(this::broadcast, Role.LEAD));
    }

    public void addTo(ServerWebSocketContainer container, Guard guard) {
        container.addMapping("/v1/events", (request, response, callback) -> open(guard, request, response, callback));
    }

    private @Nullable Object open(
            Guard guard, ServerUpgradeRequest request, ServerUpgradeResponse response, Callback callback) {
        String header = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        try {
            if (header == null || !header.startsWith("Bearer ")) {
                throw new Problem(ProblemCode.TOKEN_INVALID);
            }
            Operator operator = guard.operator(header.substring("Bearer ".length()));
            return new FrameListener(new OperatorSocket(operator.id(), store, chat, hub, welcomes));
        } catch (Problem e) {
            response.setStatus(e.code().status());
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
            response.write(true, ByteBuffer.wrap(e.json()), callback);
            return null;
        }
    }

    /// Tells the figures of the queues where they have changed.
    public void tellQueues() {
        Instant now = clock.instant();
        List<EventFrame.Queue> queues = store.read(tx -> tx.list(
                row -> new EventFrame.Queue(row.text("queue"), row.number("n"), row.timeOrNull("oldest")),
                """
                SELECT queue, COUNT(*) AS n, MIN(waiting_since) AS oldest FROM session
                WHERE state IN ('waiting', 'offered') GROUP BY queue ORDER BY queue"""));
        hub.tell(new EventFrame.Queues(queues, now));
    }

    record MySessions(List<SessionCard> items, Instant now) {}

    record Log(List<EventFrame> items, long lastSeq, boolean more) {}

    record Broadcast(String text) {
        Broadcast {
            if (text.isBlank() || text.length() > MAX_BROADCAST) {
                throw new IllegalArgumentException("text");
            }
        }
    }

    private Answer sessions(Exchange exchange, Operator operator) {
        List<ChatSession> mine = store.read(tx -> Sessions.of(tx, operator.id()));
        return Answer.json(new MySessions(mine.stream().map(chat::card).toList(), clock.instant()));
    }

    private Answer events(Exchange exchange, Operator operator) {
        String id = exchange.path("id");
        int after = exchange.query("after", 0, 0, Integer.MAX_VALUE);
        int limit = exchange.query("limit", PAGE, 1, LARGEST_PAGE);
        return Answer.json(store.read(tx -> {
            ChatSession session = Sessions.byId(tx, id).orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND));
            if (!operator.id().equals(session.place().owner()) && !operator.is(Role.LEAD)) {
                throw new Problem(ProblemCode.FORBIDDEN);
            }
            List<EventFrame> items = SessionLog.after(tx, id, after, limit).stream()
                    .map(event -> EventFrame.of(id, event))
                    .toList();
            long last = session.marks().lastSeq();
            return new Log(items, last, after + items.size() < last);
        }));
    }

    private Answer broadcast(Exchange exchange, Operator operator) throws IOException {
        Broadcast broadcast = exchange.json(Broadcast.class);
        Instant now = clock.instant();
        store.write(tx -> {
            var event = InboxEvent.broadcast(broadcast.text(), operator.name(), now);
            Operators.all(tx).forEach(one -> chat.inbox().add(tx, one.id(), event, now));
            return event;
        });
        return Answer.json(202, Json.tree(broadcast));
    }
}
