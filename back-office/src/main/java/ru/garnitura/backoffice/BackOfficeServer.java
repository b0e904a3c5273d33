package ru.garnitura.backoffice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.garnitura.backoffice.actions.ActionRoutes;
import ru.garnitura.backoffice.actions.Effect;
import ru.garnitura.backoffice.blobs.BlobRoutes;
import ru.garnitura.backoffice.blobs.Blobs;
import ru.garnitura.backoffice.chat.ChatModule;
import ru.garnitura.backoffice.chat.Feeds;
import ru.garnitura.backoffice.chat.Presence;
import ru.garnitura.backoffice.customers.CustomerRoutes;
import ru.garnitura.backoffice.customers.Customers;
import ru.garnitura.backoffice.customers.DispositionEffect;
import ru.garnitura.backoffice.customers.Interactions;
import ru.garnitura.backoffice.customers.NoteEffect;
import ru.garnitura.backoffice.desk.DeskRoutes;
import ru.garnitura.backoffice.desk.DeskSetup;
import ru.garnitura.backoffice.desk.StateEffect;
import ru.garnitura.backoffice.editing.EditorRoutes;
import ru.garnitura.backoffice.events.EventsModule;
import ru.garnitura.backoffice.events.OperatorHub;
import ru.garnitura.backoffice.exchange.ExchangeRoutes;
import ru.garnitura.backoffice.exchange.Exports;
import ru.garnitura.backoffice.exchange.Imports;
import ru.garnitura.backoffice.feedback.FeedbackRoutes;
import ru.garnitura.backoffice.kb.ArticleSignal;
import ru.garnitura.backoffice.kb.Articles;
import ru.garnitura.backoffice.kb.FeedbackEffect;
import ru.garnitura.backoffice.kb.KbRoutes;
import ru.garnitura.backoffice.recordings.OldRecordings;
import ru.garnitura.backoffice.recordings.RecordingEffect;
import ru.garnitura.backoffice.recordings.RecordingRoutes;
import ru.garnitura.backoffice.seed.Seed;
import ru.garnitura.backoffice.signin.Guard;
import ru.garnitura.backoffice.signin.SignInRoutes;
import ru.garnitura.backoffice.store.Store;
import ru.garnitura.backoffice.visitor.VisitorHub;
import ru.garnitura.backoffice.visitor.VisitorModule;
import ru.garnitura.backoffice.web.Answer;
import ru.garnitura.backoffice.web.HttpHandler;
import ru.garnitura.backoffice.web.Routes;

/// One running server: the wiring diagram of the back office.
public final class BackOfficeServer implements AutoCloseable {
    private static final String BLOBS = "blobs";
    private static final String RECORDINGS = "recordings";
    private static final Logger LOG = LoggerFactory.getLogger(BackOfficeServer.class);
    private static final long MAX_FRAME = 1 << 16;
    private static final long TICK_MILLIS = 250;
    private static final Duration PING_EVERY = Duration.ofSeconds(15);
    private final Store store;
    private final Server server;
    private final ServerConnector connector;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("timer").factory());
    private final OperatorHub operatorHub;
    private final VisitorHub visitorHub = new VisitorHub();
    private final ArticleSignal articleSignal = new ArticleSignal();
    private final Routes routes = new Routes();
    private final Guard guard;
    private final ChatModule chat;
    private final EventsModule events;
    private final VisitorModule visitor;
    private final RecordingRoutes recordings;

    private BackOfficeServer(Setup setup, Store store, DeskSetup desk) throws IOException {
        InstantSource clock = setup.clock();
        this.store = store;
        operatorHub = new OperatorHub(clock);
        guard = new Guard(store, clock);
        var interactions = new Interactions(desk);
        chat = new ChatModule(new ChatModule.Needs(
                store,
                clock,
                desk,
                interactions,
                new Feeds(List.of(operatorHub, visitorHub)),
                new Presence(operatorHub::seen, operatorHub::isOnline, visitorHub::isOnline)));
        events = new EventsModule(store, clock, chat, operatorHub, setup.requeueAfter());
        visitor = new VisitorModule(
                new VisitorModule.Needs(store, clock, desk, chat.conversations(), visitorHub), setup.allowance());

        routes.get("/v1/health", exchange -> Answer.json(new Health("ok", HttpHandler.CONTRACT, clock.instant())));
        new SignInRoutes(store, clock, operatorHub::signedOut).addTo(routes);
        new DeskRoutes(store, clock, desk, setup.sipDomain()).addTo(routes, guard);
        new KbRoutes(store, articleSignal).addTo(routes, guard);
        new EditorRoutes(store, clock, articleSignal).addTo(routes, guard);
        new FeedbackRoutes(store, clock).addTo(routes, guard);
        var blobs = new Blobs(store, setup.folder().resolve(BLOBS));
        new BlobRoutes(blobs).addTo(routes, guard);
        new ExchangeRoutes(new Imports(store, blobs, clock, articleSignal), new Exports(store, blobs)).addTo(routes, guard);
        recordings = new RecordingRoutes(store, clock, setup.folder().resolve(RECORDINGS));
        recordings.addTo(routes, guard);
        new CustomerRoutes(store, clock, new Customers(interactions), interactions).addTo(routes, guard);
        new ActionRoutes(store, clock, effects(clock, desk, interactions)).addTo(routes, guard);
        events.addTo(routes, guard);
        visitor.addTo(routes);

        server = new Server(threads());
        connector = connector(setup);
        server.setHandler(WebSocketUpgradeHandler.from(server, this::addSockets));
        ((WebSocketUpgradeHandler) server.getHandler()).setHandler(new HttpHandler(routes, clock));
    }

    record Health(String status, int contract, Instant now) {}

    /// Opens the store, seeds it where asked, and serves.
    ///
    /// @throws IOException where the folder or the port can't be used
    public static BackOfficeServer start(Setup setup) throws IOException {
        Files.createDirectories(setup.folder());
        DeskSetup desk = DeskSetup.load();
        Store store = Store.open(setup.folder());
        boolean started = false;
        try {
            new Seed(store, desk, setup.clock()).plant(setup.demo());
            store.write(tx -> {
                Articles.completeListing(tx);
                return tx;
            });
            Path folder = setup.folder();
            new OldRecordings(store, setup.clock(), folder.resolve(BLOBS), folder.resolve(RECORDINGS)).move();
            var server = new BackOfficeServer(setup, store, desk);
            server.serve(setup);
            started = true;
            return server;
        } finally {
            if (!started) {
                store.close();
            }
        }
    }

    private Map<String, Effect> effects(InstantSource clock, DeskSetup desk, Interactions interactions) {
        var effects = new HashMap<>(chat.effects());
        effects.put("call.disposition", new DispositionEffect(desk, interactions));
        effects.put("call.recording", new RecordingEffect(clock, desk.longestRecording()));
        effects.put("customer.note", new NoteEffect(clock));
        effects.put("state.set", new StateEffect(clock, chat.dispatcher()::dispatch));
        for (String kind : List.of("flag", "read", "ack", "zero-result")) {
            effects.put("kb." + kind, new FeedbackEffect(kind, clock));
        }
        return effects;
    }

    private static QueuedThreadPool threads() {
        var pool = new QueuedThreadPool(16, 2);
        pool.setName("http");
        pool.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
        return pool;
    }

    private ServerConnector connector(Setup setup) {
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setIdleTimeout(Duration.ofSeconds(70).toMillis());
        var made = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        made.setHost(setup.host());
        made.setPort(setup.port());
        made.setIdleTimeout(Duration.ofSeconds(70).toMillis());
        server.addConnector(made);
        return made;
    }

    private void addSockets(ServerWebSocketContainer container) {
        container.setMaxTextMessageSize(MAX_FRAME);
        container.setMaxBinaryMessageSize(1);
        events.addTo(container, guard);
        visitor.addTo(container);
    }

    private void serve(Setup setup) throws IOException {
        try {
            server.start();
        } catch (Exception e) {
            throw new IOException("can't serve at " + setup.host() + ":" + setup.port() + ": " + e.getMessage(), e);
        }
        repeat(() -> chat.tick(setup.requeueAfter()), Duration.ofMillis(TICK_MILLIS));
        repeat(events::tellQueues, Duration.ofSeconds(1));
        repeat(this::ping, PING_EVERY);
        clean(setup.clock());
        repeat(() -> clean(setup.clock()), Duration.ofHours(1));
    }

    private void repeat(Runnable task, Duration delay) {
        var _ = timer.scheduleWithFixedDelay(
                () -> run(task), delay.toMillis(), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("A timed task failed", e);
        }
    }

    private void ping() {
        operatorHub.ping();
        visitorHub.ping();
    }

    private void clean(InstantSource clock) {
        chat.clean();
        store.write(tx -> {
            Articles.forgetTombstones(tx, clock.instant());
            return tx;
        });
        recordings.clean();
    }

    /// The port it serves at.
    public int port() {
        return connector.getLocalPort();
    }

    Store store() {
        return store;
    }

    @Override
    public void close() {
        timer.shutdown();
        operatorHub.closeAll();
        visitorHub.closeAll();
        try {
            server.stop();
        } catch (Exception e) {
            LOG.warn("The HTTP server did not stop cleanly", e);
        }
        store.close();
    }
}
