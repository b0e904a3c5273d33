package ru.garnitura.sessions.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import ru.garnitura.sessions.session.SessionId;

class ChatConversationTest {

    private static final SessionId CHAT = new SessionId("s-5");

    private final ChatConversation conversation = new ChatConversation(CHAT);

    @Test
    void whateverTheOrderAndHoweverOftenEachMessageStandsOnceInServerOrder() {
        List<ChatEvent.Sequenced> events = new ArrayList<>();
        LongStream.rangeClosed(1, 30).forEach(seq -> events.add(seq % 7 == 0
                ? new ChatEvent.Receipt(CHAT, seq, seq - 1, ChatEvent.Receipt.Kind.READ)
                : Said.customer(CHAT, seq, "text " + seq)));
        List<Long> expected = LongStream.rangeClosed(1, 30).filter(seq -> seq % 7 != 0).boxed().toList();
        for (int seed = 0; seed < 10_000; seed++) {
            Random random = new Random(seed);
            List<ChatEvent.Sequenced> shuffled = new ArrayList<>(events);
            IntStream.range(0, random.nextInt(20)).forEach(i -> shuffled.add(events.get(random.nextInt(events.size()))));
            Collections.shuffle(shuffled, random);
            ChatConversation chat = new ChatConversation(CHAT);
            shuffled.forEach(chat::receive);
            assertThat(chat.messages()).as("seed %d", seed).extracting(ChatMessage::seq).isEqualTo(expected);
            assertThat(chat.gap()).isEmpty();
        }
    }

    @Test
    void anEventThatComesEarlyIsHeldAndNamesTheGap() {
        conversation.receive(Said.customer(CHAT, 1, "a"));
        assertThat(conversation.receive(Said.customer(CHAT, 5, "e"))).isEqualTo(new Reception.Held(new Gap(2, 4)));
        assertThat(conversation.messages()).hasSize(1);
        conversation.receive(Said.customer(CHAT, 3, "c"));
        assertThat(conversation.gap()).contains(new Gap(2, 2));
        conversation.receive(Said.customer(CHAT, 2, "b"));
        conversation.receive(new ChatEvent.Skipped(CHAT, 4));
        assertThat(conversation.messages()).extracting(ChatMessage::text).containsExactly("a", "b", "c", "e");
    }

    @Test
    void anIdThatComesAgainUnderAnotherPlaceIsNotShownTwice() {
        ChatEvent.Arrived first = Said.customer(CHAT, 1, "a");
        ChatMessage again = new ChatMessage(new ChatMessage.Ref(first.message().ref().id(), null, 2),
                first.message().author(), "a", first.message().at(), DeliveryState.SENT);
        conversation.receive(first);
        conversation.receive(new ChatEvent.Arrived(CHAT, again));
        assertThat(conversation.messages()).hasSize(1);
        assertThat(conversation.applied()).isEqualTo(2);
    }

    @Test
    void theOwnMessageTakesItsPlaceWhenItComesBack() {
        conversation.receive(Said.customer(CHAT, 1, "question"));
        conversation.send(ChatMessage.outgoing("k1", "Карина", "answer", Said.START));
        conversation.receive(Said.customer(CHAT, 2, "and"));
        assertThat(conversation.messages()).extracting(ChatMessage::text).containsExactly("question", "and", "answer");
        conversation.receive(Said.own(CHAT, 3, "k1", "answer"));
        assertThat(conversation.messages()).extracting(ChatMessage::text).containsExactly("question", "and", "answer");
        assertThat(conversation.last()).get().extracting(ChatMessage::delivery).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void theWaitingBeginsWithTheFirstUnansweredMessageAndEndsWithAnAnswer() {
        conversation.receive(Said.customer(CHAT, 1, "one"));
        conversation.receive(Said.customer(CHAT, 2, "two"));
        assertThat(conversation.waitingSince()).isEqualTo(Said.START.plusSeconds(1));
        conversation.markSeen();
        assertThat(conversation.waitingSince()).as("opening is no answer").isEqualTo(Said.START.plusSeconds(1));
        conversation.send(ChatMessage.outgoing("k1", "Карина", "answer", Said.START.plusSeconds(9)));
        assertThat(conversation.waitingSince()).as("on its way is no answer").isNotNull();
        conversation.receive(Said.own(CHAT, 3, "k1", "answer"));
        assertThat(conversation.waitingSince()).isNull();
        conversation.receive(Said.system(CHAT, 4, "note"));
        assertThat(conversation.waitingSince()).isNull();
    }

    @Test
    void receiptsMoveTheOperatorsMessagesOnAndNeverBack() {
        conversation.receive(Said.own(CHAT, 1, "k1", "a"));
        conversation.receive(Said.customer(CHAT, 2, "b"));
        conversation.receive(new ChatEvent.Receipt(CHAT, 3, 2, ChatEvent.Receipt.Kind.READ));
        conversation.receive(new ChatEvent.Receipt(CHAT, 4, 2, ChatEvent.Receipt.Kind.DELIVERED));
        assertThat(conversation.messages()).extracting(ChatMessage::delivery)
                .containsExactly(DeliveryState.READ, DeliveryState.SENT);
    }

    @Test
    void aRefusedMessageCanBeSentAgain() {
        conversation.send(ChatMessage.outgoing("k1", "Карина", "answer", Said.START));
        assertThat(conversation.deliver("k1", DeliveryInput.REFUSE)).get().extracting(ChatMessage::delivery)
                .isEqualTo(DeliveryState.FAILED);
        assertThat(conversation.deliver("k1", DeliveryInput.RETRY)).get().extracting(ChatMessage::delivery)
                .isEqualTo(DeliveryState.PENDING);
        assertThat(conversation.deliver("unknown", DeliveryInput.CONFIRM)).isEmpty();
    }

    @Test
    void onlyRowsFromTheFirstChangedOnAreNews() {
        conversation.receive(Said.customer(CHAT, 1, "a"));
        conversation.receive(Said.customer(CHAT, 2, "b"));
        conversation.takeFirstChanged();
        assertThat(conversation.takeFirstChanged()).isEqualTo(conversation.rowCount());
        conversation.receive(Said.customer(CHAT, 3, "c"));
        assertThat(conversation.takeFirstChanged()).isEqualTo(2);
    }

    @Test
    void whatIsHeldBeyondAGapIsBounded() {
        LongStream.rangeClosed(2, ChatConversation.MOST_HELD + 500L)
                .forEach(seq -> conversation.receive(Said.customer(CHAT, seq, "x")));
        conversation.receive(Said.customer(CHAT, 1, "x"));
        assertThat(conversation.rowCount()).isEqualTo(ChatConversation.MOST_HELD + 1);
    }

    @Test
    void aStoredConversationGoesOnWhereItStood() {
        conversation.receive(Said.customer(CHAT, 1, "a"));
        conversation.markSeen();
        conversation.receive(Said.customer(CHAT, 2, "b"));
        conversation.send(ChatMessage.outgoing("k1", "Карина", "answer", Said.START));
        var session = ru.garnitura.sessions.session.Session.offered(
                CHAT, Said.origin(ru.garnitura.sessions.session.Channel.SITE, "Гость"), null);
        ChatConversation restored = ChatConversation.restored(
                new StoredChat(session, conversation.applied(), conversation.seen(), conversation.messages()));
        assertThat(restored.messages()).isEqualTo(conversation.messages());
        assertThat(restored.unread()).isEqualTo(1);
        assertThat(restored.receive(Said.customer(CHAT, 2, "b"))).isInstanceOf(Reception.Duplicate.class);
    }
}
