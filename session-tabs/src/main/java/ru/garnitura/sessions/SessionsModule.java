package ru.garnitura.sessions;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Parent;
import ru.garnitura.sessions.customer.Customer;
import ru.garnitura.sessions.session.Session;
import ru.garnitura.sessions.session.SessionId;

/// The feature's wiring class: three views, verbs and observable state. FX lane, but for [#committed].
@SuppressWarnings("DoNotCallSuggester")
public final class SessionsModule implements AutoCloseable {

    public SessionsModule(SessionsNeeds needs) {
        throw new UnsupportedOperationException("shape only: " + needs);
    }

    /// The column of sessions, 272 px wide by itself.
    public Parent listView() {
        throw new UnsupportedOperationException();
    }

    /// The conversation of the current session: transcript and composer of a chat, facts and notes of a call.
    public Parent conversationView() {
        throw new UnsupportedOperationException();
    }

    /// The card and the history of the current session's customer, 352 px wide by itself.
    public Parent customerView() {
        throw new UnsupportedOperationException();
    }

    /// Style sheets of the three views, to be added after the theme.
    public static List<String> stylesheets() {
        throw new UnsupportedOperationException();
    }

    /// Sessions on the desk, as the list shows them.
    public ObservableList<Session> sessions() {
        throw new UnsupportedOperationException();
    }

    /// The session shown, null while there is none.
    public ReadOnlyObjectProperty<Session> current() {
        throw new UnsupportedOperationException();
    }

    /// The customer of the current session, null while unknown.
    public ReadOnlyObjectProperty<Customer> currentCustomer() {
        throw new UnsupportedOperationException();
    }

    /// The customer of any session on the desk, as far as known.
    public Optional<Customer> customerOf(SessionId session) {
        throw new UnsupportedOperationException(session.value());
    }

    /// What the operator noted during a call; the start of the wrap-up's note.
    public String notesOf(SessionId session) {
        throw new UnsupportedOperationException(session.value());
    }

    /// The words of the customer's last messages in the current chat, for suggestions.
    public ReadOnlyObjectProperty<String> customerWords() {
        throw new UnsupportedOperationException();
    }

    /// Opens a session for a call at its first ring; looks up the card, local copy first. Shows it at once unless the
    /// operator is writing in another.
    public void openCall(CallFacts facts) {
        throw new UnsupportedOperationException(facts.toString());
    }

    /// The call is answered: the conversation has begun.
    public void callAnswered(SessionId session) {
        throw new UnsupportedOperationException(session.value());
    }

    /// The call is over. Answered: the wrap-up is due. Not answered: the session leaves the desk.
    public void callEnded(SessionId session) {
        throw new UnsupportedOperationException(session.value());
    }

    /// The wrap-up is done: the session leaves the desk; a chat is closed at the back office.
    public void closeSession(SessionId session) {
        throw new UnsupportedOperationException(session.value());
    }

    /// What the "finish" button of a conversation calls, with the session to wrap up.
    public void onFinish(java.util.function.Consumer<Session> wrapUp) {
        throw new UnsupportedOperationException(wrapUp.toString());
    }

    public void select(SessionId session) {
        throw new UnsupportedOperationException(session.value());
    }

    public void selectNext() {
        throw new UnsupportedOperationException();
    }

    public void selectPrevious() {
        throw new UnsupportedOperationException();
    }

    /// Accepts the chat offered first; nothing when there is none.
    public void acceptOldest() {
        throw new UnsupportedOperationException();
    }

    /// Inserts a passage at the caret of the current draft and leaves the focus where it is.
    public void insert(String passage) {
        throw new UnsupportedOperationException(passage);
    }

    /// Moves the focus into the composer or the note pad.
    public void focusComposer() {
        throw new UnsupportedOperationException();
    }

    /// Nodes shown in the row above the composer, filled by the desktop.
    public ObservableList<Node> suggestions() {
        throw new UnsupportedOperationException();
    }

    /// Opens a customer's card without a session, as the command palette does.
    public void showCustomer(Customer customer) {
        throw new UnsupportedOperationException(customer.id().value());
    }

    /// The last sequence of each chat that is safe on disk, where a new event socket resumes. Any thread.
    public Map<SessionId, Long> committed() {
        throw new UnsupportedOperationException();
    }

    /// The last inbox sequence that is safe on disk. Any thread.
    public long committedInbox() {
        throw new UnsupportedOperationException();
    }

    /// Saves drafts, stops timers, closes the private database.
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
