package ru.garnitura.sessions.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import ru.garnitura.sessions.session.SessionId;

class DraftKeeperTest {

    private static final SessionId CHAT = new SessionId("s-1");

    private final MemoryDraftStore store = new MemoryDraftStore();
    private final DraftKeeper drafts = new DraftKeeper(store, Runnable::run, Runnable::run);

    @Test
    void aDraftIsSavedWithItsCaret() {
        drafts.change(CHAT, new Draft("Добрый день", 6));
        assertThat(drafts.isSaved(CHAT)).isFalse();
        drafts.save();
        assertThat(drafts.isSaved(CHAT)).isTrue();
        assertThat(store.all()).isEqualTo(Map.of(CHAT, new Draft("Добрый день", 6)));
    }

    @Test
    void aDraftTheDiskRefusedStaysAndIsSavedLater() {
        store.breakDisk(true);
        drafts.change(CHAT, new Draft("Добрый день", 6));
        drafts.save();
        assertThat(drafts.isSaved(CHAT)).isFalse();
        store.breakDisk(false);
        drafts.save();
        assertThat(store.all()).containsKey(CHAT);
    }

    @Test
    void aClearedDraftLeavesTheDisk() {
        drafts.change(CHAT, new Draft("Добрый день", 6));
        drafts.save();
        drafts.clear(CHAT);
        assertThat(store.all()).isEmpty();
    }

    @Test
    void theCaretNeverStandsOutsideTheText() {
        assertThat(new Draft("abc", 9).caret()).isEqualTo(3);
    }
}
