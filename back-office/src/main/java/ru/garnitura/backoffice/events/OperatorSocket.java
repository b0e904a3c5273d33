package ru.garnitura.backoffice.events;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.garnitura.backoffice.chat.ChatModule;
import ru.garnitura.backoffice.chat.Conversations;
import ru.garnitura.backoffice.chat.SessionEvent;
import ru.garnitura.backoffice.chat.SessionLog;
import ru.garnitura.backoffice.chat.Sessions;
import ru.garnitura.backoffice.sockets.ErrorFrame;
import ru.garnitura.backoffice.sockets.FrameHandler;
import ru.garnitura.backoffice.sockets.SocketLine;
import ru.garnitura.backoffice.store.Store;
import ru.garnitura.backoffice.web.Json;
import ru.garnitura.backoffice.web.Problem;
import ru.garnitura.backoffice.web.ProblemCode;

/// The events socket of one operator.
final class OperatorSocket implements FrameHandler {
    private static final int LARGEST_GAP = 1000;
    private final String operator;
    private final Store store;
    private final ChatModule chat;
    private final OperatorHub hub;
    private final Welcomes welcomes;
    private boolean welcomed;

    OperatorSocket(String operator, Store store, ChatModule chat, OperatorHub hub, Welcomes welcomes) {
        this.operator = operator;
        this.store = store;
        this.chat = chat;
        this.hub = hub;
        this.welcomes = welcomes;
    }

    @Override
    public void onFrame(SocketLine line, String text) {
        DeskFrame frame = Json.read(text, DeskFrame.class);
        if (frame instanceof DeskFrame.Hello == welcomed) {
            throw new Problem(ProblemCode.BAD_REQUEST);
        }
        switch (frame) {
            case DeskFrame.Hello hello -> {
                welcomed = true;
                welcomes.welcome(operator, hello, line);
            }
            case DeskFrame.Ack ack -> acked(ack);
            case DeskFrame.Read read -> has(line, read.s(), Conversations.Receipt.READ, read.upto());
            case DeskFrame.Typing typing -> chat.conversations().types(typing.s(), operator);
            case DeskFrame.Gap gap -> fill(line, gap);
        }
    }

    @Override
    public void onEnd(SocketLine line) {
        hub.detach(operator, line);
    }

    private void acked(DeskFrame.Ack ack) {
        if (ack.seq() != null) {
            ack.seq().forEach((session, upto) -> chat.conversations()
                    .operatorHas(operator, session, Conversations.Receipt.DELIVERED, upto));
        }
    }

    private void has(SocketLine line, String session, Conversations.Receipt kind, long upto) {
        if (!chat.conversations().operatorHas(operator, session, kind, upto)) {
            line.send(unknown("read"));
        }
    }

    private void fill(SocketLine line, DeskFrame.Gap gap) {
        @Nullable List<SessionEvent> events = store.read(tx -> Sessions.byId(tx, gap.s())
                .filter(session -> operator.equals(session.place().owner()))
                .map(session -> SessionLog.after(tx, gap.s(), gap.from() - 1, LARGEST_GAP))
                .orElse(null));
        if (events == null) {
            line.send(unknown("gap"));
        } else {
            events.stream()
                    .filter(event -> event.seq() <= gap.to())
                    .forEach(event -> line.send(EventFrame.of(gap.s(), event)));
        }
    }

    private static ErrorFrame unknown(String of) {
        return new ErrorFrame("unknown_session", of, null, null);
    }
}
