package ru.garnitura.backoffice.visitor;

import org.jspecify.annotations.Nullable;
import ru.garnitura.backoffice.chat.Conversations;
import ru.garnitura.backoffice.chat.Conversations.Written;
import ru.garnitura.backoffice.chat.SessionEvent;
import ru.garnitura.backoffice.sockets.CloseCode;
import ru.garnitura.backoffice.sockets.ErrorFrame;
import ru.garnitura.backoffice.sockets.FrameHandler;
import ru.garnitura.backoffice.sockets.SocketLine;
import ru.garnitura.backoffice.web.Json;
import ru.garnitura.backoffice.web.Problem;
import ru.garnitura.backoffice.web.ProblemCode;
import ru.garnitura.backoffice.web.RateLimit;

/// The socket of one page of one visit.
final class VisitorSocket implements FrameHandler {
    private static final int LARGEST_GAP = 1000;
    private final Visits visits;
    private final Conversations conversations;
    private final VisitorHub hub;
    private final RateLimit messages;
    private @Nullable String visit;
    private String token = "";

    VisitorSocket(Visits visits, Conversations conversations, VisitorHub hub, RateLimit messages) {
        this.visits = visits;
        this.conversations = conversations;
        this.hub = hub;
        this.messages = messages;
    }

    @Override
    public void onFrame(SocketLine line, String text) {
        PageFrame frame = Json.read(text, PageFrame.class);
        String id = visit;
        if (id == null) {
            begin(line, frame);
        } else {
            go(line, id, frame);
        }
    }

    private void begin(SocketLine line, PageFrame frame) {
        if (!(frame instanceof PageFrame.Hello hello)) {
            throw new Problem(ProblemCode.BAD_REQUEST);
        }
        try {
            String id = visits.visit(hello.token());
            token = hello.token();
            visit = id;
            visits.welcome(id, hello.seq(), line);
            conversations.customerOnline(id, true);
        } catch (Problem e) {
            line.send(new ErrorFrame(e.code().code(), "hello", null, null));
            line.close(CloseCode.SIGNED_OUT);
        }
    }

    private void go(SocketLine line, String id, PageFrame frame) {
        switch (frame) {
            case PageFrame.Hello hello -> throw new Problem(ProblemCode.BAD_REQUEST);
            case PageFrame.Msg msg -> write(line, id, msg);
            case PageFrame.Ack ack -> conversations.customerHas(id, Conversations.Receipt.DELIVERED, ack.seq());
            case PageFrame.Read read -> conversations.customerHas(id, Conversations.Receipt.READ, read.upto());
            case PageFrame.Typing typing -> conversations.types(id, SessionEvent.CUSTOMER);
            case PageFrame.Gap gap -> fill(line, gap);
            case PageFrame.Close close -> conversations.customerLeaves(id);
        }
    }

    private void write(SocketLine line, String id, PageFrame.Msg msg) {
        if (msg.text().isBlank() || msg.text().length() > Conversations.MAX_TEXT) {
            line.send(new ErrorFrame(msg.text().isBlank() ? "empty" : "too_long", "msg", null, msg.key()));
            return;
        }
        int wait = messages.take(id);
        if (wait > 0) {
            line.send(new ErrorFrame("rate_limited", "msg", wait, msg.key()));
            return;
        }
        switch (conversations.customerWrites(id, msg.key(), msg.text())) {
            case Written.Now now -> {
                return;
            }
            case Written.Before before -> line.send(VisitFrame.of(before.message()));
            case Written.Refused refused -> line.send(new ErrorFrame("session_closed", "msg", null, msg.key()));
        }
    }

    private void fill(SocketLine line, PageFrame.Gap gap) {
        int wanted = Math.clamp(gap.to() - gap.from() + 1, 0, LARGEST_GAP);
        visits.log(token, gap.from() - 1, wanted).items().forEach(line::send);
    }

    @Override
    public void onEnd(SocketLine line) {
        String id = visit;
        if (id != null) {
            hub.detach(id, line);
            conversations.customerOnline(id, hub.isOnline(id));
        }
    }
}
