package ru.garnitura.desktop.link.chat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.garnitura.desktop.link.events.ChatSession;
import ru.garnitura.desktop.link.events.EventSocket;
import ru.garnitura.desktop.link.events.FrameReader;
import ru.garnitura.desktop.link.events.LineState;
import ru.garnitura.desktop.link.events.ServerFrame;
import ru.garnitura.desktop.link.events.ServerFrame.InboxNews;
import ru.garnitura.desktop.link.rest.Answer;
import ru.garnitura.desktop.link.rest.Ask;
import ru.garnitura.desktop.link.rest.Failure;
import ru.garnitura.desktop.link.rest.Json;
import ru.garnitura.desktop.link.rest.RestClient;
import ru.garnitura.desktop.outbox.ActionResult;
import ru.garnitura.desktop.outbox.ChatOwners;
import ru.garnitura.desktop.outbox.H2Outbox;
import ru.garnitura.desktop.outbox.Settled;
import ru.garnitura.sessions.chat.ChatEvent;
import ru.garnitura.sessions.chat.ChatTransport;
import ru.garnitura.sessions.session.SessionId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Chats over the event socket and, for everything durable, over the outbox.
public final class WebSocketChatTransport implements ChatTransport {

    private static final Logger log = LoggerFactory.getLogger(WebSocketChatTransport.class);
    private static final String SEND = "chat.send";
    private static final String ACCEPT = "chat.accept";
    private static final String CLOSE = "chat.close";
    private static final int TYPING_SECONDS = 5;
    private static final int LOG_PAGE = 500;

    private final EventSocket socket;
    private final RestClient client;
    private final Queue queue;
    private final ChatEventReader reader;
    private final Desk desk;
    private final EventOutlet outlet = new EventOutlet();
    private final Map<String, Long> read = new ConcurrentHashMap<>();
    private final Set<String> closing = ConcurrentHashMap.newKeySet();
    private volatile boolean up;

    /// What is durable.
    public record Queue(H2Outbox outbox, ChatOwners owners) {
    }

    /// The desk around it.
    ///
    /// @param facts policy and language as they are now
    /// @param io    for requests that nobody waits for
    /// @param start called when the feature listens, once
    public record Desk(DeskFacts facts, Executor io, Runnable start) {
    }

    public WebSocketChatTransport(EventSocket socket, RestClient client, Queue queue, Desk desk) {
        this.socket = socket;
        this.client = client;
        this.queue = queue;
        this.desk = desk;
        this.reader = new ChatEventReader(queue.outbox()::firstKey, desk.facts().policy(), desk.facts().language());
    }

    @Override
    public void listen(Consumer<ChatEvent> listener) {
        outlet.listen(listener);
        desk.start().run();
    }

    @Override
    public void accept(SessionId session) {
        queue.outbox().enqueue(ACCEPT, session.value(), owned(session).toString());
    }

    @Override
    public void refuse(SessionId session) {
        queue.outbox().enqueue("chat.refuse", session.value(), owned(session).put("reason", "busy").toString());
    }

    @Override
    public void send(SessionId session, String key, String text) {
        H2Outbox outbox = queue.outbox();
        String payload = owned(session).put("text", text).toString();
        String last = outbox.lastKey(key);
        switch (outbox.standing(last)) {
            case UNKNOWN -> outbox.enqueue(key, SEND, session.value(), payload);
            case QUEUED -> log.debug("A message is queued already");
            case APPLIED -> outlet.emit(new ChatEvent.SendConfirmed(session, key));
            case REFUSED -> outbox.enqueueAgain(last, SEND, session.value(), payload);
        }
    }

    @Override
    public void close(SessionId session) {
        if (!closing.contains(session.value())) {
            close(session, new ChatDisposition("", "", ""));
        }
    }

    /// Closes the chat with its wrap-up.
    public void close(SessionId session, ChatDisposition disposition) {
        ObjectNode payload = owned(session)
                .put("topic", disposition.topic())
                .put("result", disposition.result())
                .put("note", disposition.note());
        queue.outbox().enqueue(CLOSE, session.value(), payload.toString());
        closing.add(session.value());
    }

    private ObjectNode owned(SessionId session) {
        return Json.object().put("ownerEpoch", queue.owners().epoch(session.value()));
    }

    @Override
    public void typing(SessionId session) {
        socket.offer(Json.object().put("t", "typing").put("s", session.value()).put("ttl", TYPING_SECONDS).toString());
    }

    @Override
    public void readUpTo(SessionId session, long seq) {
        read.merge(session.value(), seq, Math::max);
        if (up) {
            sayRead(session.value(), seq);
        }
    }

    private void sayRead(String session, long seq) {
        if (socket.offer(Json.object().put("t", "read").put("s", session).put("upto", seq).toString())) {
            read.remove(session, seq);
        }
    }

    @Override
    public void acknowledge(SessionId session, long seq) {
        socket.acknowledge(session.value(), seq);
    }

    @Override
    public void acknowledgeInbox(long inbox) {
        socket.acknowledgeInbox(inbox);
    }

    @Override
    public void requestGap(SessionId session, long from, long to) {
        socket.offer(Json.object().put("t", "gap").put("s", session.value()).put("from", from).put("to", to).toString());
    }

    @Override
    public void requestAfter(SessionId session, long seq) {
        desk.io().execute(() -> readLog(session.value(), seq));
    }

    /// Page by page until the end, or until the line breaks: then the socket resumes.
    private void readLog(String session, long after) {
        long from = after;
        boolean more = true;
        while (more) {
            Ask ask = Ask.get("/v1/sessions/" + session + "/events")
                    .query("after", Long.toString(from))
                    .query("limit", Integer.toString(LOG_PAGE));
            switch (client.send(ask, WebSocketChatTransport::page)) {
                case Answer.Received<LogPage>(LogPage page, _) -> {
                    page.frames().forEach(this::take);
                    more = page.more() && page.last() > from;
                    from = Math.max(from, page.last());
                }
                case Answer.Failed<LogPage>(Failure failure) -> {
                    log.info("The log of a chat did not come: {}", failure.detail());
                    more = false;
                }
                case Answer.NotModified<LogPage> _ -> more = false;
            }
        }
    }

    private record LogPage(List<ServerFrame> frames, long last, boolean more) {
    }

    private static LogPage page(JsonNode body) {
        List<JsonNode> items = body.required("items").valueStream().toList();
        long last = items.isEmpty() ? 0 : items.getLast().required("seq").asLong();
        return new LogPage(items.stream().map(FrameReader::frame).toList(), last, body.path("more").asBoolean(false));
    }

    /// What the back office says. On the socket's thread or, for a log, an I/O thread.
    public void take(ServerFrame frame) {
        switch (frame) {
            case ServerFrame.Welcome welcome -> welcome(welcome);
            case ServerFrame.Inbox(long seq, InboxNews news) -> take(seq, news);
            case ServerFrame.Message message -> outlet.emit(reader.message(message));
            case ServerFrame.Receipt receipt -> outlet.emit(reader.receipt(receipt));
            case ServerFrame.Unspoken(String session, long seq) ->
                outlet.emit(new ChatEvent.Skipped(new SessionId(session), seq));
            case ServerFrame.Typing typing ->
                outlet.emit(new ChatEvent.Typing(new SessionId(typing.session()), typing.lasts()));
            case ServerFrame.Queues _, ServerFrame.Complaint _, ServerFrame.Unknown _ -> log.trace("Not about chats");
        }
    }

    private void welcome(ServerFrame.Welcome welcome) {
        up = true;
        welcome.sessions().forEach(session -> queue.owners().keep(session.id(), session.standing().ownerEpoch()));
        if (welcome.greeting().resumed()) {
            outlet.emit(new ChatEvent.Link.Resumed());
        } else {
            reset(welcome);
        }
        for (ChatSession session : welcome.sessions()) {
            Long seq = read.get(session.id());
            if (seq != null && seq > session.standing().operatorReadUpTo()) {
                sayRead(session.id(), seq);
            }
        }
    }

    private void reset(ServerFrame.Welcome welcome) {
        ServerFrame.Greeting greeting = welcome.greeting();
        outlet.emit(new ChatEvent.Link.Reset(welcome.sessions().stream()
                .map(session -> new SessionId(session.id()))
                .collect(Collectors.toSet())));
        Instant until = greeting.now().plus(desk.facts().policy().get().limits().offer());
        for (ChatSession session : welcome.sessions()) {
            outlet.emit(session.standing().offered() ? reader.offered(session, greeting.inbox(), until)
                    : reader.assigned(session, greeting.inbox()));
        }
    }

    private void take(long seq, InboxNews news) {
        switch (news) {
            case InboxNews.Offered(ChatSession session, Instant until) -> {
                queue.owners().keep(session.id(), session.standing().ownerEpoch());
                outlet.emit(reader.offered(session, seq, until));
            }
            case InboxNews.Assigned(ChatSession session) -> {
                queue.owners().keep(session.id(), session.standing().ownerEpoch());
                outlet.emit(reader.assigned(session, seq));
            }
            case InboxNews.Revoked(String session, _) -> {
                forget(session);
                outlet.emit(new ChatEvent.Revoked(new SessionId(session), seq));
            }
            case InboxNews.Closed(String session) -> {
                forget(session);
                outlet.emit(new ChatEvent.Closed(new SessionId(session), seq));
            }
            case InboxNews.StateHeld _, InboxNews.Broadcast _, InboxNews.Other _ -> log.trace("Not about chats");
        }
    }

    /// The owner epoch stays: a wrap-up may still be queued under it.
    private void forget(String session) {
        socket.forget(session);
        read.remove(session);
    }

    /// The socket's state changed. On the socket's thread.
    public void lineIs(LineState state) {
        boolean wasUp = up;
        up = state instanceof LineState.Connected;
        if (wasUp && !up) {
            outlet.emit(new ChatEvent.Link.Down());
        }
    }

    /// What became of an action. On the sender's thread.
    public void settled(Settled settled) {
        var session = new SessionId(settled.action().entity());
        boolean applied = settled.result() instanceof ActionResult.Applied;
        switch (settled.action().type()) {
            case SEND -> {
                String key = queue.outbox().firstKey(settled.action().key());
                outlet.emit(applied ? new ChatEvent.SendConfirmed(session, key) : new ChatEvent.SendRefused(session, key));
            }
            case ACCEPT -> {
                if (!applied) {
                    outlet.emit(new ChatEvent.Revoked(session, 0));
                }
            }
            case CLOSE -> {
                if (applied) {
                    queue.owners().forget(session.value());
                }
            }
            default -> log.trace("Not about chats");
        }
    }
}
