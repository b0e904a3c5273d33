package ru.garnitura.sessions.ui;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import ru.garnitura.assets.Formats;
import ru.garnitura.sessions.chat.ChatConversation;
import ru.garnitura.sessions.chat.ChatMessage;

/// The rows of the conversation shown, one for each message, changed from the first that changed on. FX lane.
final class TranscriptRows {

    private final ObservableList<TranscriptRow> rows = FXCollections.observableArrayList();
    private final Formats formats;

    TranscriptRows(Formats formats) {
        this.formats = formats;
    }

    ObservableList<TranscriptRow> list() {
        return rows;
    }

    void clear() {
        rows.clear();
    }

    /// Shows another conversation.
    void load(ChatConversation conversation) {
        conversation.takeFirstChanged();
        rows.setAll(build(conversation.messages(), null));
    }

    /// Takes over what changed in the conversation shown.
    void update(ChatConversation conversation) {
        int from = Math.min(conversation.takeFirstChanged(), rows.size());
        TranscriptRow before = from == 0 ? null : rows.get(from - 1);
        List<TranscriptRow> changed = build(conversation.messagesFrom(from), before);
        int replaced = Math.min(rows.size() - from, changed.size());
        for (int i = 0; i < replaced; i++) {
            if (!rows.get(from + i).equals(changed.get(i))) {
                rows.set(from + i, changed.get(i));
            }
        }
        if (rows.size() > from + replaced) {
            rows.remove(from + replaced, rows.size());
        }
        rows.addAll(changed.subList(replaced, changed.size()));
    }

    private List<TranscriptRow> build(List<ChatMessage> messages, @Nullable TranscriptRow before) {
        List<TranscriptRow> built = new ArrayList<>(messages.size());
        LocalDate last = before == null ? LocalDate.MIN : before.day();
        for (ChatMessage message : messages) {
            LocalDate day = formats.dayOf(message.at());
            built.add(new TranscriptRow(message, day, !day.equals(last)));
            last = day;
        }
        return built;
    }
}
