package ru.garnitura.backoffice.events;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import ru.garnitura.backoffice.chat.ChatModule;
import ru.garnitura.backoffice.chat.ChatSession;
import ru.garnitura.backoffice.chat.Inbox;
import ru.garnitura.backoffice.chat.SessionLog;
import ru.garnitura.backoffice.chat.SessionState;
import ru.garnitura.backoffice.chat.Sessions;
import ru.garnitura.backoffice.desk.OperatorState;
import ru.garnitura.backoffice.signin.Secrets;
import ru.garnitura.backoffice.sockets.SocketLine;
import ru.garnitura.backoffice.store.Store;
import ru.garnitura.backoffice.store.Tx;

/// Answers `hello`: who the operator's sessions are, and everything the desktop has not seen.
///
/// The socket joins the hub in the order of commits, so that nothing falls between the past and the news.
final class Welcomes {
    private final Store store;
    private final InstantSource clock;
    private final ChatModule chat;
    private final OperatorHub hub;
    private final Duration patience;

    /// @param patience how long an owner may be without a socket
    Welcomes(Store store, InstantSource clock, ChatModule chat, OperatorHub hub, Duration patience) {
        this.store = store;
        this.clock = clock;
        this.chat = chat;
        this.hub = hub;
        this.patience = patience;
    }

    void welcome(String operator, DeskFrame.Hello hello, SocketLine line) {
        store.write(tx -> {
            List<EventFrame> frames = frames(tx, operator, hello);
            tx.afterCommit(() -> hub.attach(operator, line, frames));
            return operator;
        });
        store.write(tx -> {
            chat.dispatcher().dispatch(tx);
            return operator;
        });
    }

    private List<EventFrame> frames(Tx tx, String operator, DeskFrame.Hello hello) {
        Instant now = clock.instant();
        DeskFrame.Resume resume = hello.resume() == null ? new DeskFrame.Resume(null, null, 0) : hello.resume();
        boolean resumed = isKnown(tx, operator, hello.device(), resume)
                && Inbox.reaches(tx, operator, resume.inbox());
        List<ChatSession> sessions = Sessions.of(tx, operator);
        var frames = new ArrayList<EventFrame>();
        frames.add(new EventFrame.Welcome(
                newToken(tx, operator, hello.device()),
                patience.toSeconds(),
                resumed ? "resumed" : "reset",
                now,
                resumed ? resume.inbox() : Inbox.last(tx, operator),
                OperatorState.of(tx, operator).orElseThrow(),
                sessions.stream().map(chat::card).toList()));
        if (resumed) {
            Inbox.after(tx, operator, resume.inbox())
                    .forEach(news -> frames.add(new EventFrame.News(news.seq(), news.event())));
        }
        for (ChatSession session : sessions) {
            if (session.state() == SessionState.ASSIGNED) {
                SessionLog.after(tx, session.id(), resume.after(session.id()), Integer.MAX_VALUE)
                        .forEach(event -> frames.add(EventFrame.of(session.id(), event)));
            }
        }
        return frames;
    }

    private static boolean isKnown(Tx tx, String operator, String device, DeskFrame.Resume resume) {
        String token = resume.token();
        return token != null
                && tx.number(
                                "SELECT COUNT(*) AS n FROM resume WHERE operator = ? AND hash = ? AND device = ?",
                                operator,
                                Secrets.digest(token),
                                device)
                        > 0;
    }

    private static String newToken(Tx tx, String operator, String device) {
        String token = Secrets.token("rt_");
        tx.update("DELETE FROM resume WHERE operator = ?", operator);
        tx.update(
                "INSERT INTO resume(operator, hash, device) VALUES(?, ?, ?)",
                operator,
                Secrets.digest(token),
                device);
        return token;
    }
}
