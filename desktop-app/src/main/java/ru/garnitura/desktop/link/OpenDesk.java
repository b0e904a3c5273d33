package ru.garnitura.desktop.link;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import javax.crypto.spec.SecretKeySpec;
import ru.garnitura.desktop.link.actions.HttpActionsApi;
import ru.garnitura.desktop.link.chat.ChatDisposition;
import ru.garnitura.desktop.link.chat.DeskFacts;
import ru.garnitura.desktop.link.chat.OutboxDrafts;
import ru.garnitura.desktop.link.chat.WebSocketChatTransport;
import ru.garnitura.desktop.link.customers.HttpCustomerDirectory;
import ru.garnitura.desktop.link.events.DeskEvent;
import ru.garnitura.desktop.link.events.EventSocket;
import ru.garnitura.desktop.link.events.LineState;
import ru.garnitura.desktop.link.events.ServerFrame;
import ru.garnitura.desktop.link.kb.HttpKbApi;
import ru.garnitura.desktop.link.kb.OutboxKbFeedback;
import ru.garnitura.desktop.link.kb.StoredQuestions;
import ru.garnitura.desktop.link.policy.DeskPolicy;
import ru.garnitura.desktop.link.recordings.HttpRecordedCalls;
import ru.garnitura.desktop.link.recordings.RecordedCalls;
import ru.garnitura.desktop.link.recordings.RecordingSender;
import ru.garnitura.desktop.link.recordings.RecordingSpool;
import ru.garnitura.desktop.link.rest.RestClient;
import ru.garnitura.desktop.link.rest.ServerClock;
import ru.garnitura.desktop.link.signin.SignIn;
import ru.garnitura.desktop.link.signin.SignInOutcome;
import ru.garnitura.desktop.outbox.ChatOwners;
import ru.garnitura.desktop.outbox.H2Drafts;
import ru.garnitura.desktop.outbox.H2Outbox;
import ru.garnitura.desktop.outbox.OutboxDatabase;
import ru.garnitura.desktop.outbox.OutboxException;
import ru.garnitura.desktop.outbox.OutboxSender;
import ru.garnitura.desktop.outbox.Settled;
import ru.garnitura.kb.study.StudyQuestions;
import ru.garnitura.kb.sync.KbApi;
import ru.garnitura.kb.sync.KbFeedback;
import ru.garnitura.sessions.chat.ChatTransport;
import ru.garnitura.sessions.chat.DraftStore;
import ru.garnitura.sessions.customer.CustomerDirectory;
import ru.garnitura.sessions.session.SessionId;
import ru.garnitura.softphone.call.RecordingRules;

/// The desk of the operator who is signed in: one outbox with its sender, one event socket, and the adapters on them.
final class OpenDesk implements DeskLink {

    private static final long PATIENCE_SECONDS = 5;

    private final LinkNeeds needs;
    private final Line line;
    private final OutboxDatabase database;
    private final H2Outbox outbox;
    private final OutboxSender sender;
    private final RecordingSpool spool;
    private final RecordingSender recordings;
    private final RecordedCalls recordedCalls;
    private final EventSocket socket;
    private final WebSocketChatTransport chats;
    private final DraftStore drafts;
    private final CustomerDirectory customers;
    private final KbApi knowledgeBase;
    private final KbFeedback feedback;
    private final StudyQuestions questions;
    private final Listeners<LineState> lineListeners = new Listeners<>();
    private final Listeners<DeskEvent> deskListeners = new Listeners<>();
    private final Listeners<Settled> settledListeners = new Listeners<>();
    private final CountDownLatch running = new CountDownLatch(2);
    private final AtomicBoolean connecting = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile DeskPolicy policy;

    /// What leads to the back office.
    record Line(RestClient client, SignIn signIn, ServerClock clock) {
    }

    OpenDesk(Line line, LinkNeeds needs, Workplace workplace, SignInOutcome.SignedIn in) {
        this.line = line;
        this.needs = needs;
        this.policy = in.policy();
        RandomGenerator random = new SecureRandom();
        RestClient client = line.client();
        this.database = new OutboxDatabase(workplace.outbox());
        this.outbox = new H2Outbox(database, line.clock(), this::queued);
        this.sender = new OutboxSender(outbox, new HttpActionsApi(client, line.signIn()::device), this::settled, random);
        this.spool = spool(workplace, in);
        this.recordings = new RecordingSender(spool, client, outbox);
        this.recordedCalls = new HttpRecordedCalls(client);
        this.socket = new EventSocket(client, line.signIn().device(),
                new EventSocket.Time(line.clock(), needs.clock(), System::nanoTime),
                new EventSocket.Ears(this::heard, this::lineIs), random);
        this.chats = new WebSocketChatTransport(socket, client,
                new WebSocketChatTransport.Queue(outbox, new ChatOwners(database)),
                new WebSocketChatTransport.Desk(new DeskFacts(this::policy, needs.language()), needs.io(), this::connect));
        this.drafts = new OutboxDrafts(new H2Drafts(database));
        this.customers = new HttpCustomerDirectory(client, needs.language());
        this.knowledgeBase = new HttpKbApi(client);
        this.feedback = new OutboxKbFeedback(outbox);
        this.questions = new StoredQuestions(client, workplace.knowledgeBase().resolve("questions.json"));
    }

    private RecordingSpool spool(Workplace workplace, SignInOutcome.SignedIn in) {
        try {
            var key = new SecretKeySpec(HexFormat.of().parseHex(in.key().hexFor("recordings")), "AES");
            return new RecordingSpool(workplace.recordings(), key, line.clock(),
                    told -> outbox.standing(told) == H2Outbox.Standing.REFUSED);
        } catch (IOException e) {
            database.close();
            throw new OutboxException("open the folder of recordings", e);
        }
    }

    void start() {
        needs.io().execute(() -> runToTheEnd(sender));
        // It reads long files, which would hold one of the few threads that carry all virtual ones.
        Thread.ofPlatform().daemon().name("garnitura-recordings").start(() -> runToTheEnd(recordings));
    }

    private void runToTheEnd(Runnable loop) {
        try {
            loop.run();
        } finally {
            running.countDown();
        }
    }

    private void connect() {
        if (connecting.compareAndSet(false, true)) {
            needs.io().execute(socket);
        }
    }

    private void queued() {
        sender.wake();
    }

    private DeskPolicy policy() {
        return policy;
    }

    void policyCame(DeskPolicy fresh) {
        policy = fresh;
        deskListeners.accept(new DeskEvent.PolicyCame(fresh));
    }

    void signedOut() {
        socket.signedOut();
    }

    private void settled(Settled news) {
        chats.settled(news);
        recordings.settled(news);
        settledListeners.accept(news);
    }

    private void lineIs(LineState state) {
        chats.lineIs(state);
        if (state instanceof LineState.Connected) {
            sender.wake();
            recordings.wake();
        }
        lineListeners.accept(state);
    }

    private void heard(ServerFrame frame) {
        switch (frame) {
            case ServerFrame.Welcome welcome -> {
                chats.take(welcome);
                deskListeners.accept(welcome.state());
            }
            case ServerFrame.Queues(DeskEvent.Queues queues) -> deskListeners.accept(queues);
            case ServerFrame.Inbox(_, ServerFrame.InboxNews.StateHeld(var state)) -> deskListeners.accept(state);
            case ServerFrame.Inbox(_, ServerFrame.InboxNews.Broadcast(var broadcast)) -> deskListeners.accept(broadcast);
            case ServerFrame.Inbox _, ServerFrame.Message _, ServerFrame.Receipt _, ServerFrame.Unspoken _,
                    ServerFrame.Typing _, ServerFrame.Complaint _, ServerFrame.Unknown _ -> chats.take(frame);
        }
    }

    @Override
    public H2Outbox outbox() {
        return outbox;
    }

    @Override
    public ChatTransport chats() {
        return chats;
    }

    @Override
    public void closeChat(SessionId session, ChatDisposition disposition) {
        chats.close(session, disposition);
    }

    @Override
    public DraftStore drafts() {
        return drafts;
    }

    @Override
    public CustomerDirectory customers() {
        return customers;
    }

    @Override
    public KbApi knowledgeBase() {
        return knowledgeBase;
    }

    @Override
    public KbFeedback feedback() {
        return feedback;
    }

    @Override
    public StudyQuestions questions() {
        return questions;
    }

    @Override
    public RecordingRules.Place recordings() {
        return spool;
    }

    @Override
    public RecordedCalls recordedCalls() {
        return recordedCalls;
    }

    @Override
    public void limitTo(long bytesPerSecond) {
        recordings.limitTo(bytesPerSecond);
    }

    @Override
    public LineState line() {
        return socket.state();
    }

    @Override
    public void onLine(Consumer<LineState> listener) {
        lineListeners.add(listener);
    }

    @Override
    public void onDeskEvent(Consumer<DeskEvent> listener) {
        deskListeners.add(listener);
    }

    @Override
    public void onSettled(Consumer<Settled> listener) {
        settledListeners.add(listener);
    }

    @Override
    public void retryNow() {
        socket.retryNow();
        sender.wake();
        recordings.wake();
    }

    @Override
    public void signOut() {
        line.signIn().signOut();
        close();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            socket.close();
            sender.close();
            recordings.close();
            awaitSender();
            database.close();
        }
    }

    /// The database closes when nobody writes to it any more; a request on its way may take its time.
    private void awaitSender() {
        try {
            if (!running.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                line.client().cancelAll();
                running.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
