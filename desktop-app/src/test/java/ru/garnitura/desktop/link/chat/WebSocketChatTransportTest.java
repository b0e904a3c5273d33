package ru.garnitura.desktop.link.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.garnitura.desktop.link.events.EventSocket;
import ru.garnitura.desktop.link.events.FrameReader;
import ru.garnitura.desktop.link.events.LineState;
import ru.garnitura.desktop.link.policy.DeskPolicy;
import ru.garnitura.desktop.link.policy.PolicyReader;
import ru.garnitura.desktop.link.rest.Answer;
import ru.garnitura.desktop.link.rest.Failure;
import ru.garnitura.desktop.link.rest.Json;
import ru.garnitura.desktop.link.rest.RestClient;
import ru.garnitura.desktop.link.rest.ServerClock;
import ru.garnitura.desktop.link.rest.Tokens;
import ru.garnitura.desktop.outbox.Action;
import ru.garnitura.desktop.outbox.ActionResult;
import ru.garnitura.desktop.outbox.ChatOwners;
import ru.garnitura.desktop.outbox.H2Outbox;
import ru.garnitura.desktop.outbox.OutboxDatabase;
import ru.garnitura.sessions.chat.Author;
import ru.garnitura.sessions.chat.ChatEvent;
import ru.garnitura.sessions.session.Channel;
import ru.garnitura.sessions.session.SessionId;
import tools.jackson.databind.JsonNode;

class WebSocketChatTransportTest {

    private static final Path SAMPLES = Path.of("../back-office/contract/samples");
    private static final SessionId CHAT = new SessionId("s-5");

    @TempDir
    Path folder;

    private final List<ChatEvent> events = new CopyOnWriteArrayList<>();
    private OutboxDatabase database;
    private H2Outbox outbox;
    private WebSocketChatTransport chats;

    @BeforeEach
    void open() throws IOException {
        database = new OutboxDatabase(folder);
        outbox = new H2Outbox(database, InstantSource.system(), () -> { });
        var tokens = new Tokens(stale -> new Answer.Failed<>(new Failure.NotSignedIn("")), code -> { });
        var clock = new ServerClock(InstantSource.system(), System::nanoTime);
        var client = new RestClient(URI.create("http://127.0.0.1:1"), clock, tokens);
        var socket = new EventSocket(client, "d-81",
                new EventSocket.Time(clock, InstantSource.system(), System::nanoTime),
                new EventSocket.Ears(frame -> { }, state -> { }), new Random(1));
        DeskPolicy policy = PolicyReader.policy(sample("desk.response.json"));
        chats = new WebSocketChatTransport(socket, client,
                new WebSocketChatTransport.Queue(outbox, new ChatOwners(database)),
                new WebSocketChatTransport.Desk(new DeskFacts(() -> policy, () -> Locale.ENGLISH), Runnable::run, () -> { }));
        chats.listen(events::add);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static JsonNode sample(String name) throws IOException {
        return Json.read(Files.readAllBytes(SAMPLES.resolve(name)));
    }

    private void hear(String name) throws IOException {
        chats.take(FrameReader.frame(sample(name)));
    }

    private List<Action> queue() {
        return outbox.head(50, 1_000_000);
    }

    private void settle(ActionResult result) {
        outbox.settle(queue(), List.of(result)).forEach(chats::settled);
    }

    @Test
    void anOfferIsAcceptedAndAnsweredUnderItsOwnerEpoch() throws IOException {
        hear("events.s.inbox.offered.json");
        var offered = (ChatEvent.Offered) events.getFirst();
        assertThat(offered.origin().channel()).isEqualTo(Channel.SITE);
        assertThat(offered.origin().queue()).isEqualTo("Website chat");
        assertThat(offered.origin().party().name()).isEqualTo("Павел");
        assertThat(offered.inbox()).isEqualTo(903);

        chats.accept(offered.session());
        chats.send(offered.session(), "k-1", "Здравствуйте");
        chats.close(offered.session(), new ChatDisposition("t-1", "resolved", ""));
        chats.close(offered.session());

        assertThat(queue()).extracting(Action::type).containsExactly("chat.accept", "chat.send", "chat.close");
        assertThat(queue()).extracting(action -> Json.read(action.payload()).path("ownerEpoch").asInt()).containsOnly(1);
    }

    @Test
    void theOwnerEpochOutlivesTheProcess() throws IOException {
        hear("events.s.welcome.json");
        close();
        open();

        chats.send(CHAT, "k-1", "Без сети");

        assertThat(Json.read(queue().getFirst().payload()).path("ownerEpoch").asInt()).isEqualTo(4);
    }

    @Test
    void messagesReceiptsAndNotesKeepTheirPlaceInTheOrder() throws IOException {
        hear("events.s.note.json");
        hear("events.s.msg.customer.json");
        hear("events.s.msg.operator.json");
        hear("events.s.receipt.json");

        assertThat(events).extracting(event -> ((ChatEvent.Sequenced) event).seq()).containsExactly(41L, 42L, 43L, 44L);
        assertThat(((ChatEvent.Arrived) events.get(1)).message().isFrom(Author.Side.CUSTOMER)).isTrue();
        assertThat(events.get(3)).isEqualTo(new ChatEvent.Receipt(CHAT, 44, 43, ChatEvent.Receipt.Kind.READ));
    }

    @Test
    void aResetSaysWhatIsStillOursAndAResumeDoesNot() throws IOException {
        hear("events.s.welcome.json");
        assertThat(events).containsExactly(new ChatEvent.Link.Resumed());
        events.clear();

        chats.take(FrameReader.frame(Files.readString(SAMPLES.resolve("events.s.welcome.json"))
                .replace("\"resumed\"", "\"reset\"")));

        assertThat(events.getFirst()).isEqualTo(new ChatEvent.Link.Reset(java.util.Set.of(CHAT)));
        assertThat(events.get(1)).isInstanceOfSatisfying(ChatEvent.Assigned.class,
                assigned -> assertThat(assigned.session()).isEqualTo(CHAT));
    }

    @Test
    void aRefusedMessageSentAgainTravelsUnderANewKeyAndComesBackUnderItsOwn() throws IOException {
        hear("events.s.welcome.json");
        events.clear();
        chats.send(CHAT, "k-1", "Да");
        settle(new ActionResult.Conflict("k-1", "owner_epoch_old", ""));
        assertThat(events).containsExactly(new ChatEvent.SendRefused(CHAT, "k-1"));

        chats.send(CHAT, "k-1", "Да");
        String wire = queue().getFirst().key();
        assertThat(wire).isNotEqualTo("k-1");
        settle(new ActionResult.Applied(wire, "", false));
        chats.take(FrameReader.frame("""
                {"t":"msg","s":"s-5","seq":46,"id":"m-9","from":"op-1","text":"Да","at":"2026-11-22T11:02:01Z","key":"%s"}"""
                .formatted(wire)));

        assertThat(events).contains(new ChatEvent.SendConfirmed(CHAT, "k-1"));
        assertThat(((ChatEvent.Arrived) events.getLast()).message().ref().key()).isEqualTo("k-1");
        chats.send(CHAT, "k-1", "Да");
        assertThat(queue()).isEmpty();
        assertThat(events.getLast()).isEqualTo(new ChatEvent.SendConfirmed(CHAT, "k-1"));
    }

    @Test
    void anAcceptThatCameTooLateTakesTheChatAway() throws IOException {
        hear("events.s.inbox.offered.json");
        chats.accept(new SessionId("s-12"));

        settle(new ActionResult.Conflict(queue().getFirst().key(), "not_offered", ""));

        assertThat(events.getLast()).isEqualTo(new ChatEvent.Revoked(new SessionId("s-12"), 0));
    }

    @Test
    void theLineIsSaidToBeDownOnce() throws IOException {
        hear("events.s.welcome.json");
        events.clear();
        chats.lineIs(new LineState.Idle());
        chats.lineIs(new LineState.Idle());

        assertThat(events).containsExactly(new ChatEvent.Link.Down());
    }
}
