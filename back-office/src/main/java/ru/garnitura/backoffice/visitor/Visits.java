package ru.garnitura.backoffice.visitor;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.garnitura.backoffice.chat.ChatSession;
import ru.garnitura.backoffice.chat.Conversations;
import ru.garnitura.backoffice.chat.SessionLog;
import ru.garnitura.backoffice.chat.SessionState;
import ru.garnitura.backoffice.chat.Sessions;
import ru.garnitura.backoffice.customers.Customers;
import ru.garnitura.backoffice.customers.PhoneNumber;
import ru.garnitura.backoffice.desk.DeskSetup;
import ru.garnitura.backoffice.signin.Operator;
import ru.garnitura.backoffice.signin.Operators;
import ru.garnitura.backoffice.signin.Secrets;
import ru.garnitura.backoffice.sockets.SocketLine;
import ru.garnitura.backoffice.store.Store;
import ru.garnitura.backoffice.store.Tx;
import ru.garnitura.backoffice.web.Problem;
import ru.garnitura.backoffice.web.ProblemCode;

/// Opens visits, and welcomes their pages back with everything they have not seen.
final class Visits {
    private static final Duration TOKEN = Duration.ofDays(1);
    private final Store store;
    private final InstantSource clock;
    private final DeskSetup setup;
    private final VisitorHub hub;
    private final VisitFrame.Limits limits;

    Visits(Store store, InstantSource clock, DeskSetup setup, VisitorHub hub, int messagesPerMinute) {
        this.store = store;
        this.clock = clock;
        this.setup = setup;
        this.hub = hub;
        this.limits = new VisitFrame.Limits(Conversations.MAX_TEXT, messagesPerMinute);
    }

    /// What the page asks for.
    record VisitRequest(String name, @Nullable String phone, String language, @Nullable String channel) {
        private static final int MAX_NAME = 80;
        private static final int MAX_PHONE = 30;

        VisitRequest {
            if (Objects.requireNonNull(name, "name").isBlank() || name.length() > MAX_NAME) {
                throw new IllegalArgumentException("name");
            }
            if (!"ru".equals(language) && !"en".equals(language)) {
                throw new IllegalArgumentException("language");
            }
            if (phone != null && phone.length() > MAX_PHONE) {
                throw new IllegalArgumentException("phone");
            }
        }
    }

    record Visit(String visit, String token, long ttl, Instant now, VisitFrame.Limits limits) {

        @Override
        public String toString() {
            return "Visit[" + visit + "]";
        }
    }

    record Log(List<VisitFrame> items, long lastSeq, boolean more) {}

    /// @throws Problem `bad_request` where no queue serves the channel
    Visit open(VisitRequest request) {
        String channel = request.channel() == null ? "site" : request.channel();
        String queue = setup.queueFor(channel).orElseThrow(() -> new Problem(ProblemCode.BAD_REQUEST));
        String token = Secrets.token("gv_");
        Instant now = clock.instant();
        String phone = Optional.ofNullable(request.phone())
                .flatMap(PhoneNumber::normalise)
                .orElse(null);
        String id = store.write(tx -> {
            String customer = phone == null ? null : Customers.onlyOwner(tx, phone).orElse(null);
            var guest = new ChatSession.Guest(customer, request.name().strip(), phone, request.language());
            return Sessions.open(tx, channel, queue, guest, token, new Sessions.Validity(now, now.plus(TOKEN)));
        });
        return new Visit(id, token, TOKEN.toSeconds(), now, limits);
    }

    /// @throws Problem `token_invalid`
    String visit(String token) {
        return session(token).id();
    }

    Log log(String token, long after, int limit) {
        ChatSession session = session(token);
        List<VisitFrame> items = store.read(tx -> SessionLog.after(tx, session.id(), after, limit)).stream()
                .map(VisitFrame::of)
                .toList();
        return new Log(items, session.marks().lastSeq(), after + items.size() < session.marks().lastSeq());
    }

    /// The page joins the hub in the order of commits, so that nothing falls between the past and the news.
    void welcome(String visit, long after, SocketLine line) {
        store.write(tx -> {
            ChatSession session = Sessions.byId(tx, visit).orElseThrow();
            var frames = new ArrayList<VisitFrame>();
            frames.add(new VisitFrame.Welcome(
                    visit,
                    session.state(),
                    session.marks().lastSeq(),
                    operator(tx, session),
                    Sessions.ahead(tx, session),
                    session.marks().operatorRead(),
                    clock.instant(),
                    limits));
            SessionLog.after(tx, visit, after, Integer.MAX_VALUE).forEach(event -> frames.add(VisitFrame.of(event)));
            tx.afterCommit(() -> hub.attach(visit, line, frames));
            return session;
        });
    }

    private static VisitFrame.@Nullable Person operator(Tx tx, ChatSession session) {
        String owner = session.place().owner();
        return owner == null || session.state() != SessionState.ASSIGNED
                ? null
                : Operators.byId(tx, owner)
                        .map(Operator::firstName)
                        .map(VisitFrame.Person::new)
                        .orElse(null);
    }

    private ChatSession session(String token) {
        return store.read(tx -> Sessions.byToken(tx, token, clock.instant()))
                .orElseThrow(() -> new Problem(ProblemCode.TOKEN_INVALID));
    }
}
