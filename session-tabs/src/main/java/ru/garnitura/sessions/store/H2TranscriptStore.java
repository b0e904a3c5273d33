package ru.garnitura.sessions.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.garnitura.sessions.chat.Author;
import ru.garnitura.sessions.chat.ChatMessage;
import ru.garnitura.sessions.chat.ChatStoreException;
import ru.garnitura.sessions.chat.DeliveryState;
import ru.garnitura.sessions.chat.StoredChat;
import ru.garnitura.sessions.chat.TranscriptStore;
import ru.garnitura.sessions.session.Attention;
import ru.garnitura.sessions.session.Channel;
import ru.garnitura.sessions.session.CustomerId;
import ru.garnitura.sessions.session.Session;
import ru.garnitura.sessions.session.SessionId;
import ru.garnitura.sessions.session.SessionOrigin;
import ru.garnitura.sessions.session.SessionState;

/// Chats in the private database. What is saved at once is one transaction.
public final class H2TranscriptStore implements TranscriptStore {

    private final PrivateDatabase database;

    public H2TranscriptStore(PrivateDatabase database) {
        this.database = database;
    }

    @Override
    public List<StoredChat> chats() {
        try (Connection connection = database.connect()) {
            List<StoredChat> chats = new ArrayList<>();
            for (StoredChat chat : Rows.all(connection, "SELECT * FROM chat ORDER BY since, id", H2TranscriptStore::chat)) {
                List<ChatMessage> messages = messages(connection, chat.session().id());
                chats.add(new StoredChat(chat.session(), chat.applied(), chat.seen(), messages));
            }
            return chats;
        } catch (SQLException broken) {
            throw new ChatStoreException("Reading the chats on the desk", broken);
        }
    }

    @Override
    public long inbox() {
        try (Connection connection = database.connect()) {
            return Rows.first(connection, "SELECT at_seq FROM mark WHERE name = 'inbox'", row -> row.getLong(1))
                    .orElse(0L);
        } catch (SQLException broken) {
            throw new ChatStoreException("Reading the mark of the inbox", broken);
        }
    }

    @Override
    public void save(List<Change> changes) {
        try (Connection connection = database.connect()) {
            for (Change change : changes) {
                save(connection, change);
            }
            connection.commit();
            checkpoint(connection);
        } catch (SQLException broken) {
            throw new ChatStoreException("Writing " + changes.size() + " changes of chats", broken);
        }
    }

    private static void save(Connection connection, Change change) throws SQLException {
        for (StoredChat chat : change.chats()) {
            saveChat(connection, chat);
        }
        for (SessionId gone : change.gone()) {
            Rows.run(connection, "DELETE FROM chat_message WHERE chat = ?", gone.value());
            Rows.run(connection, "DELETE FROM chat WHERE id = ?", gone.value());
        }
        Rows.run(connection, "MERGE INTO mark KEY (name) VALUES ('inbox', ?)", change.inbox());
    }

    private static void saveChat(Connection connection, StoredChat chat) throws SQLException {
        Session session = chat.session();
        String id = session.id().value();
        SessionOrigin origin = session.origin();
        CustomerId customer = origin.party().customer();
        Rows.run(connection, "MERGE INTO chat KEY (id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id, origin.channel().name(), origin.party().name(), origin.party().address(),
                customer == null ? null : customer.value(), origin.queue(), origin.since(), session.state().name(),
                session.milestones().openedAt(), session.milestones().offerEndsAt(), chat.applied(), chat.seen());
        saveMessages(connection, id, chat.messages());
    }

    private static void saveMessages(Connection connection, String chat, List<ChatMessage> messages) throws SQLException {
        List<@Nullable Object[]> onTheirWay = new ArrayList<>();
        List<@Nullable Object[]> rows = new ArrayList<>(messages.size());
        for (ChatMessage message : messages) {
            String key = message.ref().key() == null ? "" : message.ref().key();
            if (message.seq() > 0 && !key.isEmpty()) {
                onTheirWay.add(new Object[] {chat, key});
            }
            rows.add(new @Nullable Object[] {chat, message.seq(), key, message.ref().id(), message.author().side().name(),
                message.author().name(), message.text(), message.at(), message.delivery().name()});
        }
        Rows.runAll(connection, "DELETE FROM chat_message WHERE chat = ? AND seq = 0 AND own_key = ?", onTheirWay);
        Rows.runAll(connection, "MERGE INTO chat_message KEY (chat, seq, own_key) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows);
    }

    /// Forces the log to the disk itself: an acknowledged message outlives a power cut.
    private static void checkpoint(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("CHECKPOINT SYNC");
        }
    }

    private static StoredChat chat(ResultSet row) throws SQLException {
        String customer = row.getString("customer");
        SessionOrigin.Party party = new SessionOrigin.Party(
                row.getString("party_name"), row.getString("party_address"),
                customer == null ? null : new CustomerId(customer));
        SessionOrigin origin = new SessionOrigin(
                Channel.parse(row.getString("channel")), party, row.getString("queue"), Rows.instant(row, "since"));
        Session.Milestones milestones = new Session.Milestones(
                SessionState.valueOf(row.getString("state")), Rows.optionalInstant(row, "opened_at"),
                Rows.optionalInstant(row, "offer_ends_at"));
        Session session = new Session(new SessionId(row.getString("id")), origin, milestones, Attention.NONE, "");
        return new StoredChat(session, row.getLong("applied"), row.getLong("seen"), List.of());
    }

    private static List<ChatMessage> messages(Connection connection, SessionId chat) throws SQLException {
        String sql = "SELECT * FROM chat_message WHERE chat = ?"
                + " ORDER BY CASE WHEN seq = 0 THEN 1 ELSE 0 END, seq, at, own_key";
        return Rows.all(connection, sql, H2TranscriptStore::message, chat.value());
    }

    private static ChatMessage message(ResultSet row) throws SQLException {
        Author author = new Author(Author.Side.valueOf(row.getString("side")), row.getString("author"));
        ChatMessage.Ref ref =
                new ChatMessage.Ref(row.getString("id"), nullIfEmpty(row.getString("own_key")), row.getLong("seq"));
        return new ChatMessage(ref, author, row.getString("body"), Rows.instant(row, "at"),
                DeliveryState.valueOf(row.getString("delivery")));
    }

    private static @Nullable String nullIfEmpty(String text) {
        return text.isEmpty() ? null : text;
    }
}
