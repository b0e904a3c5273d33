package ru.garnitura.desktop.link;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.garnitura.desktop.endtoend.Await.until;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.garnitura.desktop.link.chat.ChatDisposition;
import ru.garnitura.desktop.link.events.DeskEvent;
import ru.garnitura.desktop.link.events.LineState;
import ru.garnitura.desktop.link.policy.Topic;
import ru.garnitura.desktop.link.rest.Json;
import ru.garnitura.desktop.link.rest.LinkFault;
import ru.garnitura.desktop.link.signin.SignInOutcome;
import ru.garnitura.desktop.outbox.ActionResult;
import ru.garnitura.desktop.outbox.Settled;
import ru.garnitura.kb.sync.KbApi;
import ru.garnitura.sessions.chat.Author;
import ru.garnitura.sessions.chat.ChatEvent;
import ru.garnitura.sessions.customer.Customer;
import ru.garnitura.sessions.customer.InteractionPage;
import ru.garnitura.sessions.customer.Lookup;
import ru.garnitura.sessions.session.SessionId;

/// The link against the real back office in a process of its own.
class BackOfficeIT {

    private static final String LOGIN = "orlova";
    private static final String PASSWORD = "garnitura";

    @TempDir
    static Path stand;

    private static BackOfficeProcess server;
    private static ExecutorService io;

    @TempDir
    Path data;

    private BackOfficeLink link;

    @BeforeAll
    static void startServer() throws IOException {
        io = Executors.newVirtualThreadPerTaskExecutor();
        server = new BackOfficeProcess(stand.resolve("data"));
    }

    @AfterAll
    static void stopServer() {
        server.close();
        io.close();
    }

    @BeforeEach
    void link() {
        link = newLink();
    }

    @AfterEach
    void close() {
        link.close();
    }

    private BackOfficeLink newLink() {
        return new BackOfficeLink(new LinkNeeds(server.address(), data, io, InstantSource.system()));
    }

    private SignInOutcome.SignedIn signedIn() {
        SignInOutcome outcome = link.signIn(LOGIN, PASSWORD.toCharArray());
        assertThat(outcome).isInstanceOf(SignInOutcome.SignedIn.class);
        return (SignInOutcome.SignedIn) outcome;
    }

    @Test
    void theOperatorSignsInAndGetsTheDesk() {
        SignInOutcome.SignedIn in = signedIn();

        assertThat(in.basis().onLine()).isTrue();
        assertThat(in.policy().operator().login()).isEqualTo(LOGIN);
        assertThat(in.policy().lines()).isNotEmpty();
        assertThat(in.policy().choices().topics()).isNotEmpty();
        assertThat(in.policy().choices().notReady()).isNotEmpty();
        assertThat(link.isTimeKnown()).isTrue();
        assertThat(link.signIn(LOGIN, "wrong".toCharArray())).isInstanceOf(SignInOutcome.WrongPassword.class);
    }

    @Test
    void theWholeBaseComesInPagesAndThenNothingNew() {
        KbApi kb = link.open(signedIn()).knowledgeBase();
        var ids = new ArrayList<String>();
        String cursor = null;
        KbApi.ChangePage page;
        do {
            page = (KbApi.ChangePage) kb.changes(new KbApi.ChangesRequest(cursor, 40, Duration.ZERO));
            page.changes().forEach(change -> ids.add(change.id().value()));
            cursor = page.next();
        } while (page.more());

        assertThat(ids).hasSize(page.total()).doesNotHaveDuplicates();
        KbApi.ChangesOutcome next = kb.changes(new KbApi.ChangesRequest(cursor, 40, Duration.ofSeconds(1)));
        assertThat(next).isInstanceOfAny(KbApi.NotModified.class, KbApi.ChangePage.class);
        assertThat(kb.manifest()).isInstanceOfSatisfying(KbApi.Manifest.class,
                manifest -> assertThat(manifest.count()).isEqualTo(ids.size()));
    }

    @Test
    void customersAreFoundWithTheirHistoryPageByPage() {
        var customers = link.open(signedIn()).customers();
        List<Customer> expected = fresh(customers.expected());
        assertThat(expected).isNotEmpty();
        Customer known = expected.stream()
                .filter(one -> fresh(customers.interactions(one.id(), null, 2)).more())
                .findFirst()
                .orElseThrow();

        assertThat(fresh(customers.byPhone(known.profile().phones().getFirst())).id()).isEqualTo(known.id());
        InteractionPage first = fresh(customers.interactions(known.id(), null, 2));
        InteractionPage second = fresh(customers.interactions(known.id(), first.records().getLast().at(), 2));
        assertThat(second.records()).isNotEmpty().doesNotContainAnyElementsOf(first.records());
    }

    private static <T> T fresh(Lookup<T> lookup) {
        assertThat(lookup).isInstanceOf(Lookup.Fresh.class);
        return ((Lookup.Fresh<T>) lookup).value();
    }

    @Test
    void aChatIsOfferedAnsweredAndClosedThroughAKillOfTheServer() throws Exception {
        SignInOutcome.SignedIn in = signedIn();
        DeskLink desk = link.open(in);
        var events = new CopyOnWriteArrayList<ChatEvent>();
        desk.chats().listen(events::add);
        until("the line is up", () -> desk.line() instanceof LineState.Connected);
        setReady(desk, in.policy().operator().id());

        try (var visitor = new PageVisitor(server.address(), "Павел")) {
            visitor.say("Когда починят?");
            until("the chat is offered", () -> !ofKind(events, ChatEvent.Offered.class).isEmpty());
            SessionId session = ofKind(events, ChatEvent.Offered.class).getLast().session();
            desk.chats().accept(session);
            until("the chat is ours", () -> ofKind(events, ChatEvent.Assigned.class).stream()
                    .anyMatch(assigned -> assigned.session().equals(session)));
            desk.chats().requestAfter(session, 0);
            until("the question is here", () -> ofKind(events, ChatEvent.Arrived.class).stream()
                    .anyMatch(arrived -> arrived.message().text().equals("Когда починят?")));

            server.kill();
            until("the loss is noticed", () -> desk.line() instanceof LineState.Reconnecting);
            String key = "0193a5d3-0078-7b02-8c1d-5f20de0a4711";
            desk.chats().send(session, key, "Бригада уже на месте.");
            desk.chats().send(session, key, "Бригада уже на месте.");
            server.start();
            desk.retryNow();
            visitor.reconnect();

            until("the answer is confirmed", () -> events.contains(new ChatEvent.SendConfirmed(session, key)));
            until("the customer has it", () -> !visitor.heard().isEmpty());
            assertThat(visitor.heard()).containsExactly("Бригада уже на месте.");
            until("it came back under its key", () -> ofKind(events, ChatEvent.Arrived.class).stream()
                    .anyMatch(arrived -> key.equals(arrived.message().ref().key())
                            && arrived.message().isFrom(Author.Side.OPERATOR)));

            desk.closeChat(session, new ChatDisposition(leaf(in.policy().choices().topics()), "resolved", "Готово"));
            desk.chats().close(session);
            until("the chat is closed", () -> ofKind(events, ChatEvent.Closed.class).stream()
                    .anyMatch(closed -> closed.session().equals(session)));
            until("nothing waits", () -> desk.outbox().waiting() == 0);
            assertThat(desk.outbox().parked()).isEmpty();
        }
    }

    @Test
    void aWrapUpQueuedWithoutAServerStandsInTheHistoryOnce() throws Exception {
        SignInOutcome.SignedIn in = signedIn();
        DeskLink desk = link.open(in);
        Customer customer = fresh(desk.customers().expected()).getFirst();
        var settled = new CopyOnWriteArrayList<Settled>();
        desk.onSettled(settled::add);

        server.kill();
        desk.outbox().enqueue("call.disposition", "i-link-1", disposition(customer, leaf(in.policy().choices().topics())));
        assertThat(desk.outbox().waiting()).isOne();
        link.close();
        link = newLink();
        assertThat(link.signIn(LOGIN, PASSWORD.toCharArray())).isInstanceOfSatisfying(SignInOutcome.SignedIn.class,
                again -> assertThat(again.basis().onLine()).isFalse());
        server.start();
        DeskLink later = link.open(in);
        later.onSettled(settled::add);

        until("the wrap-up is applied", () -> settled.stream().anyMatch(one -> one.result() instanceof ActionResult.Applied));
        InteractionPage page = fresh(later.customers().interactions(customer.id(), null, 50));
        assertThat(page.records()).filteredOn(record -> record.note().equals("Проверка связи")).hasSize(1);
        assertThat(later.outbox().waiting()).isZero();
    }

    @Test
    void theDeskOpensWithoutAServerAndSignsInWhenItIsBack() throws Exception {
        signedIn();
        link.close();
        server.kill();
        link = newLink();

        assertThat(link.signIn("nobody", PASSWORD.toCharArray()))
                .isEqualTo(new SignInOutcome.Unreachable(LinkFault.REFUSED));
        assertThat(link.signIn(LOGIN, "wrong".toCharArray())).isInstanceOf(SignInOutcome.WrongPassword.class);
        SignInOutcome outcome = link.signIn(LOGIN, PASSWORD.toCharArray());
        assertThat(outcome).isInstanceOf(SignInOutcome.SignedIn.class);
        DeskLink desk = link.open((SignInOutcome.SignedIn) outcome);
        var news = new CopyOnWriteArrayList<DeskEvent>();
        desk.onDeskEvent(news::add);
        assertThat(desk.customers().search("Орл")).isInstanceOf(Lookup.Unreachable.class);

        server.start();
        desk.chats().listen(event -> { });
        until("the line is up", () -> desk.line() instanceof LineState.Connected);
        until("the policy is fetched anew", () -> news.stream().anyMatch(DeskEvent.PolicyCame.class::isInstance));
    }

    private void setReady(DeskLink desk, String operator) {
        desk.outbox().enqueue("state.set", operator, Json.object().put("state", "ready").putNull("reason")
                .put("voice", true).put("chat", true).put("since", link.clock().instant().toString()).toString());
    }

    private String disposition(Customer customer, String topic) {
        String now = link.clock().instant().toString();
        return Json.object().put("customer", customer.id().value())
                .put("phone", customer.profile().phones().getFirst().e164())
                .put("direction", "in").put("queue", "q-support")
                .put("startedAt", now).put("answeredAt", now).put("endedAt", now)
                .put("waitSeconds", 4).put("holdSeconds", 0).put("transfers", 0).put("endedBy", "customer")
                .put("topic", topic).put("result", "resolved").put("note", "Проверка связи").toString();
    }

    private static String leaf(List<Topic> topics) {
        Topic first = topics.getFirst();
        return first.isLeaf() ? first.id() : leaf(first.children());
    }

    private static <E extends ChatEvent> List<E> ofKind(List<ChatEvent> events, Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
