package ru.garnitura.sessions.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import ru.garnitura.sessions.session.Channel;
import ru.garnitura.sessions.session.Session;
import ru.garnitura.sessions.session.SessionId;

class TranscriptJournalTest {

    private static final SessionId CHAT = new SessionId("s-1");

    private final MemoryTranscriptStore store = new MemoryTranscriptStore();
    private final FakeChatTransport transport = new FakeChatTransport();
    private final Deque<Runnable> io = new ArrayDeque<>();
    private final List<Boolean> healthy = new ArrayList<>();
    private final TranscriptJournal journal = new TranscriptJournal(store, transport, io::add, healthy::add);

    @Test
    void whatGathersWhileTheDiskIsBusyIsWrittenAtOnce() {
        for (int seq = 1; seq <= 5; seq++) {
            journal.write(change(seq));
        }
        runAll();
        assertThat(store.saves()).isEqualTo(1);
        assertThat(store.chats().getFirst().messages()).extracting(ChatMessage::seq).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(journal.committed()).containsEntry(CHAT, 5L);
        assertThat(transport.asked()).contains("ack s-1 5", "ack-inbox 5");
    }

    @Test
    void whatADiskRefusedIsWrittenInItsOrderWithWhatCameMeanwhile() {
        store.breakDisk(true);
        journal.write(change(1));
        runAll();
        journal.write(change(2));
        runAll();
        assertThat(journal.committed()).isEmpty();
        store.breakDisk(false);
        journal.retry();
        runAll();
        assertThat(store.chats().getFirst().messages()).extracting(ChatMessage::seq).containsExactly(1L, 2L);
        assertThat(healthy).containsExactly(false, false, true);
        journal.retry();
        runAll();
        assertThat(store.saves()).as("nothing is left to write").isEqualTo(1);
    }

    private static TranscriptStore.Change change(long seq) {
        Session session = Session.offered(CHAT, Said.origin(Channel.SITE, "Гость"), null);
        ChatMessage message = Said.customer(CHAT, seq, "text " + seq).message();
        return new TranscriptStore.Change(List.of(new StoredChat(session, seq, 0, List.of(message))), List.of(), seq);
    }

    private void runAll() {
        while (!io.isEmpty()) {
            io.remove().run();
        }
    }
}
