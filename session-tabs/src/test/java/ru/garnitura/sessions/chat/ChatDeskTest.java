package ru.garnitura.sessions.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.garnitura.sessions.session.Session;
import ru.garnitura.sessions.session.SessionId;
import ru.garnitura.sessions.session.SessionList;
import ru.garnitura.sessions.session.SessionState;
import ru.garnitura.sessions.session.SettableClock;

class ChatDeskTest {

    private static final SessionId CHAT = new SessionId("s-1");

    private final SettableClock clock = new SettableClock(Said.START, ZoneOffset.UTC);
    private final FakeChatTransport transport = new FakeChatTransport();
    private final MemoryDraftStore draftStore = new MemoryDraftStore();
    private final MemoryTranscriptStore store = new MemoryTranscriptStore();
    private final Deque<Runnable> pulses = new ArrayDeque<>();
    private SessionList sessions = new SessionList();
    private DraftKeeper drafts = new DraftKeeper(draftStore, Runnable::run, Runnable::run);
    private ChatDesk desk = newDesk();

    @BeforeEach
    void start() {
        desk.start(draftStore);
    }

    private ChatDesk newDesk() {
        return new ChatDesk(
                new ChatDesk.Parts(sessions, transport, store, drafts, new MessageKeys(clock, new java.util.Random(1))),
                new ChatDesk.Lanes(Runnable::run, pulses::add, Runnable::run, clock));
    }

    @Test
    void aBurstOfEventsIsOneTaskOfThePulse() {
        transport.say(Said.assigned(CHAT, 1, "Гость"));
        for (int seq = 1; seq <= 500; seq++) {
            transport.say(Said.customer(CHAT, seq, "text " + seq));
        }
        assertThat(pulses).hasSize(1);
        pulse();
        assertThat(session().attention().unread()).isEqualTo(500);
        assertThat(transport.asked()).filteredOn(line -> line.startsWith("ack s-1")).containsExactly("ack s-1 500");
    }

    @Test
    void theListHearsOnceOfAPulseHoweverManyChatsItTouches() {
        List<SessionId> chats = IntStream.rangeClosed(1, 6).mapToObj(number -> new SessionId("s-" + number)).toList();
        chats.forEach(chat -> transport.say(Said.assigned(chat, 1, "Гость")));
        pulse();
        desk.listen(reads(CHAT));
        AtomicInteger refreshed = new AtomicInteger();
        sessions.onChange(refreshed::incrementAndGet);
        for (int event = 0; event < 600; event++) {
            transport.say(Said.customer(chats.get(event % 6), 1 + event / 6, "text " + event));
        }
        pulses.remove().run();

        assertThat(refreshed).hasValue(1);
        assertThat(chats).allSatisfy(chat -> assertThat(sessions.find(chat).orElseThrow().attention().unread())
                .isEqualTo(chat.equals(CHAT) ? 0 : 100));
        assertThat(desk.conversation(CHAT).orElseThrow().messages()).extracting(ChatMessage::text)
                .containsExactlyElementsOf(IntStream.range(0, 100).mapToObj(number -> "text " + number * 6).toList());
    }

    /// The operator has the chat before his eyes.
    private ChatDesk.Listener reads(SessionId chat) {
        return new ChatDesk.Listener() {
            @Override
            public void conversationChanged(SessionId session) {
                if (session.equals(chat) && desk.isOpen(chat)) {
                    desk.markSeen(chat);
                }
            }
        };
    }

    @Test
    void aChatThatEndsWithItsLastWordIsNoLongerOpenWhenTheWordIsTold() {
        open();
        List<Boolean> told = new ArrayList<>();
        desk.listen(new ChatDesk.Listener() {
            @Override
            public void conversationChanged(SessionId session) {
                told.add(desk.isOpen(session));
            }
        });
        transport.say(Said.customer(CHAT, 1, "bye"));
        transport.say(new ChatEvent.Closed(CHAT, 2));
        pulse();
        assertThat(told).containsExactly(false);
    }

    @Test
    void anOfferIsAcceptedThenAssigned() {
        transport.say(Said.offered(CHAT, 1, Said.START.plusSeconds(20)));
        pulse();
        assertThat(session().state()).isEqualTo(SessionState.OFFERED);
        desk.accept(CHAT);
        desk.accept(CHAT);
        assertThat(transport.asked()).containsOnlyOnce("accept s-1");
        transport.say(Said.assigned(CHAT, 2, "Гость"));
        pulse();
        assertThat(session().state()).isEqualTo(SessionState.OPEN);
        assertThat(transport.asked()).contains("after s-1 0", "ack-inbox 2");
    }

    @Test
    void anOfferExpiresByTheClock() {
        transport.say(Said.offered(CHAT, 1, Said.START.plusSeconds(20)));
        pulse();
        clock.advance(Duration.ofSeconds(20));
        desk.tick();
        assertThat(sessions.find(CHAT)).isEmpty();
        assertThat(store.chats()).isEmpty();
    }

    @Test
    void nothingIsAcknowledgedThatIsNotOnDisk() {
        store.breakDisk(true);
        transport.say(Said.assigned(CHAT, 1, "Гость"));
        transport.say(Said.customer(CHAT, 1, "hello"));
        pulse();
        assertThat(session().attention().unread()).as("the chat goes on").isEqualTo(1);
        assertThat(transport.asked()).noneMatch(line -> line.startsWith("ack"));
        assertThat(desk.committed()).isEmpty();
        store.breakDisk(false);
        desk.tick();
        assertThat(transport.asked()).contains("ack s-1 1", "ack-inbox 1");
        assertThat(desk.committed()).containsEntry(CHAT, 1L);
    }

    @Test
    void aGapIsAskedForOnceAndAgainWhenItStays() {
        open();
        transport.say(Said.customer(CHAT, 3, "c"));
        transport.say(Said.customer(CHAT, 4, "d"));
        pulse();
        assertThat(transport.asked()).containsOnlyOnce("gap s-1 1-2");
        clock.advance(Duration.ofSeconds(3));
        desk.tick();
        assertThat(transport.asked().stream().filter("gap s-1 1-2"::equals)).hasSize(2);
    }

    @Test
    void aMessageIsOnDiskBeforeItIsHandedOver() {
        open();
        drafts.change(CHAT, new Draft("Сейчас проверю", 5));
        desk.send(CHAT, "Карина", "Сейчас проверю ");
        assertThat(store.chats().getFirst().messages()).extracting(ChatMessage::text).containsExactly("Сейчас проверю");
        assertThat(transport.asked()).contains("send s-1 Сейчас проверю");
        assertThat(drafts.of(CHAT)).isEqualTo(Draft.EMPTY);
    }

    @Test
    void blankIsNotSent() {
        open();
        desk.send(CHAT, "Карина", " \n ");
        assertThat(transport.keys()).isEmpty();
    }

    @Test
    void afterACrashChatsDraftsAndMessagesOnTheirWayAreBack() {
        open();
        transport.say(Said.customer(CHAT, 1, "hello"));
        pulse();
        desk.send(CHAT, "Карина", "Здравствуйте");
        drafts.change(CHAT, new Draft("Ещё", 2));
        drafts.save();
        String key = transport.keys().getFirst();
        sessions = new SessionList();
        drafts = new DraftKeeper(draftStore, Runnable::run, Runnable::run);
        desk = newDesk();
        desk.start(draftStore);
        assertThat(session().state()).isEqualTo(SessionState.OPEN);
        assertThat(drafts.of(CHAT)).isEqualTo(new Draft("Ещё", 2));
        assertThat(transport.keys()).as("the same key has one effect").containsExactly(key, key);
        assertThat(desk.committed()).containsEntry(CHAT, 1L);
        assertThat(desk.committedInbox()).isEqualTo(1);
    }

    @Test
    void aRefusedMessageFailsAndIsSentAgainWithItsKey() {
        open();
        desk.send(CHAT, "Карина", "Здравствуйте");
        String key = transport.keys().getFirst();
        transport.say(new ChatEvent.SendRefused(CHAT, key));
        pulse();
        assertThat(messageState()).isEqualTo(DeliveryState.FAILED);
        desk.retry(CHAT, key);
        assertThat(messageState()).isEqualTo(DeliveryState.PENDING);
        assertThat(transport.keys()).containsExactly(key, key);
    }

    @Test
    void typingEndsByItselfOrWithTheMessage() {
        open();
        transport.say(new ChatEvent.Typing(CHAT, Duration.ofSeconds(5)));
        pulse();
        assertThat(session().attention().typing()).isTrue();
        clock.advance(Duration.ofSeconds(5));
        desk.tick();
        assertThat(session().attention().typing()).isFalse();
    }

    @Test
    void seeingTellsTheCustomerOnce() {
        open();
        transport.say(Said.customer(CHAT, 1, "hello"));
        pulse();
        desk.markSeen(CHAT);
        desk.markSeen(CHAT);
        assertThat(transport.asked()).containsOnlyOnce("read s-1 1");
        assertThat(session().attention().unread()).isZero();
    }

    @Test
    void afterAResetForeignChatsLeaveAndOwnOnesStay() {
        SessionId other = new SessionId("s-2");
        open();
        transport.say(Said.assigned(other, 2, "Тимур"));
        transport.say(new ChatEvent.Link.Reset(Set.of(other)));
        pulse();
        assertThat(sessions.ordered()).extracting(Session::id).containsExactly(other);
    }

    @Test
    void aChatTheCustomerLeftWaitsForItsWrapUp() {
        open();
        transport.say(new ChatEvent.Closed(CHAT, 2));
        pulse();
        assertThat(session().state()).isEqualTo(SessionState.ENDED);
        desk.close(CHAT);
        assertThat(sessions.find(CHAT)).isEmpty();
        assertThat(transport.asked()).contains("close s-1");
        assertThat(store.chats()).isEmpty();
    }

    private void open() {
        transport.say(Said.assigned(CHAT, 1, "Гость"));
        pulse();
    }

    private void pulse() {
        while (!pulses.isEmpty()) {
            pulses.poll().run();
        }
    }

    private Session session() {
        return sessions.find(CHAT).orElseThrow();
    }

    private DeliveryState messageState() {
        return desk.conversation(CHAT).orElseThrow().last().orElseThrow().delivery();
    }
}
