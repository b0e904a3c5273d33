package ru.garnitura.sessions;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;
import ru.garnitura.sessions.chat.ChatDesk;
import ru.garnitura.sessions.chat.DraftKeeper;
import ru.garnitura.sessions.chat.MessageKeys;
import ru.garnitura.sessions.customer.Customer;
import ru.garnitura.sessions.customer.CustomerCards;
import ru.garnitura.sessions.customer.Lookup;
import ru.garnitura.sessions.session.Channel;
import ru.garnitura.sessions.session.SerialExecutor;
import ru.garnitura.sessions.session.Session;
import ru.garnitura.sessions.session.SessionId;
import ru.garnitura.sessions.session.SessionInput;
import ru.garnitura.sessions.session.SessionList;
import ru.garnitura.sessions.session.SessionOrigin;
import ru.garnitura.sessions.session.Ticker;
import ru.garnitura.sessions.store.H2CustomerCopy;
import ru.garnitura.sessions.store.H2TranscriptStore;
import ru.garnitura.sessions.store.PrivateDatabase;
import ru.garnitura.sessions.ui.ConversationView;
import ru.garnitura.sessions.ui.ConversationViewModel;
import ru.garnitura.sessions.ui.CustomerCardView;
import ru.garnitura.sessions.ui.CustomerCardViewModel;
import ru.garnitura.sessions.ui.ListeningViewModel;
import ru.garnitura.sessions.ui.Look;
import ru.garnitura.sessions.ui.SessionListView;
import ru.garnitura.sessions.ui.SessionListViewModel;

/// The feature's wiring class: three views, verbs and observable state. FX lane, but for [#committed] and
/// [#committedInbox].
public final class SessionsModule implements AutoCloseable {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final SessionsNeeds needs;
    private final SerialExecutor writing;
    private final PrivateDatabase database;
    private final SessionList sessions = new SessionList();
    private final DraftKeeper drafts;
    private final ChatDesk chats;
    private final CustomerCards cards;
    private final SessionListViewModel list;
    private final ConversationViewModel conversation;
    private final CustomerCardViewModel card;
    private final ListeningViewModel listening;
    private final SessionListView listView;
    private final ConversationView conversationView;
    private final CustomerCardView customerView;
    private final Ticker.Handle ticking;

    /// Builds the views and starts to read what was on the desk; `ChatTransport.listen` is called when that is done.
    public SessionsModule(SessionsNeeds needs) {
        this.needs = needs;
        var lanes = needs.lanes();
        var clock = lanes.clock();
        var look = Look.of(needs.desk().language(), clock);
        writing = new SerialExecutor(lanes.io());
        database = new PrivateDatabase(needs.store().folder(), needs.store().key(), clock, needs.store().damaged());
        drafts = new DraftKeeper(needs.ports().drafts(), writing, lanes.fx());
        chats = new ChatDesk(
                new ChatDesk.Parts(sessions, needs.ports().chats(), new H2TranscriptStore(database), drafts,
                        new MessageKeys(clock, new SecureRandom())),
                new ChatDesk.Lanes(lanes.fx(), lanes.pulse(), writing, clock));
        cards = new CustomerCards(needs.ports().customers(), new H2CustomerCopy(database, clock),
                new CustomerCards.Lanes(lanes.fx(), lanes.io(), clock));
        list = new SessionListViewModel(sessions, chats, needs.desk().limits()::getValue, look);
        conversation = new ConversationViewModel(chats, drafts, list, needs.desk().operatorName()::getValue, look);
        card = new CustomerCardViewModel(cards, sessions, list.current());
        listView = new SessionListView(list, look);
        conversationView = new ConversationView(conversation, look);
        listening = new ListeningViewModel(needs.ports().recordings(), lanes.ticker());
        card.customer().subscribe(shown -> listening.close());
        customerView = new CustomerCardView(card, listening, look);
        ticking = lanes.ticker().every(SECOND, this::tick);
        chats.start(needs.ports().drafts());
    }

    /// The column of sessions, 272 px wide by itself.
    public Parent listView() {
        return listView;
    }

    /// The conversation of the current session: transcript and composer of a chat, facts and notes of a call.
    public Parent conversationView() {
        return conversationView;
    }

    /// The card and the history of the current session's customer, 352 px wide by itself.
    public Parent customerView() {
        return customerView;
    }

    /// Style sheets of the three views, to be added after the theme.
    public static List<String> stylesheets() {
        return Stream.of("sessions.css", "conversation.css", "customer.css").map(SessionsModule::address).toList();
    }

    /// Sessions on the desk, in the list's order.
    public ObservableList<Session> sessions() {
        return list.sessions();
    }

    /// The session shown, null while there is none.
    public ReadOnlyObjectProperty<@Nullable Session> current() {
        return list.current();
    }

    /// The customer shown, null while unknown.
    public ReadOnlyObjectProperty<@Nullable Customer> currentCustomer() {
        return card.customer();
    }

    /// The customer of any session on the desk, as far as known.
    public Optional<Customer> customerOf(SessionId session) {
        return card.customerOf(session);
    }

    /// What the operator noted during a call; the start of the wrap-up's note. Notes outlive a crash under the id the
    /// desktop gave the call.
    public String notesOf(SessionId session) {
        return drafts.of(session).text();
    }

    /// Customers of the local copy by part of a name or of a number; completes on the I/O lane.
    public CompletionStage<List<Customer>> keptCustomers(String query) {
        return cards.kept(query);
    }

    /// The customer's last messages in the chat shown, for suggestions.
    public ReadOnlyStringProperty customerWords() {
        return conversation.customerWords();
    }

    /// Opens a session for a call at its first ring; looks up the card, local copy first. Shows it at once unless the
    /// operator is writing in another.
    public void openCall(CallFacts facts) {
        var party = new SessionOrigin.Party(facts.name(), facts.number(), null);
        var origin = new SessionOrigin(Channel.CALL, party, facts.queue(), facts.ringingSince());
        sessions.put(Session.offered(facts.session(), origin, null));
        if (!conversationView.isWriting()) {
            list.select(facts.session());
        }
    }

    /// The call is answered: the conversation has begun, and is shown.
    public void callAnswered(SessionId session) {
        sessions.apply(session, SessionInput.ASSIGN, needs.lanes().clock().instant());
        list.select(session);
    }

    /// The call is over. Answered: the wrap-up is due. Not answered: the session leaves the desk.
    public void callEnded(SessionId session) {
        sessions.apply(session, SessionInput.END, needs.lanes().clock().instant());
    }

    /// The wrap-up is done: the session leaves the desk; a chat is closed at the back office.
    public void closeSession(SessionId session) {
        if (isCall(session)) {
            sessions.apply(session, SessionInput.CLOSE, needs.lanes().clock().instant());
            drafts.clear(session);
        } else {
            chats.close(session);
        }
    }

    /// What the "finish" button of a conversation calls, with the session to wrap up.
    public void onFinish(Consumer<Session> wrapUp) {
        conversationView.onFinish(wrapUp);
    }

    public void select(SessionId session) {
        list.select(session);
    }

    public void selectNext() {
        list.selectNext();
    }

    public void selectPrevious() {
        list.selectPrevious();
    }

    /// Accepts the chat offered first; nothing when there is none.
    public void acceptOldest() {
        list.acceptOldest();
    }

    /// Inserts a passage at the caret of the current draft and leaves the focus where it is.
    public void insert(String passage) {
        conversation.insert(passage);
    }

    /// Moves the focus into the composer or the note pad.
    public void focusComposer() {
        conversationView.focusComposer();
    }

    /// Nodes shown in the row above the composer, filled by the desktop.
    public ObservableList<Node> suggestions() {
        return conversationView.suggestions();
    }

    /// Opens a customer's card without a session, as the command palette does.
    public void showCustomer(Customer customer) {
        card.showCustomer(customer);
    }

    /// Customers by name or number: from the back office, or from the copy where it can't be reached.
    public void searchCustomers(String query, Consumer<Lookup<List<Customer>>> answer) {
        cards.search(query, answer);
    }

    /// Fills the local copy with the customers this operator is likely to meet; after sign-in and now and then.
    public void prepareCards() {
        cards.prepare();
    }

    /// The last sequence of each chat that is safe on disk, where a new event socket resumes. Any thread.
    public Map<SessionId, Long> committed() {
        return chats.committed();
    }

    /// The last inbox sequence that is safe on disk. Any thread.
    public long committedInbox() {
        return chats.committedInbox();
    }

    /// Stops timers; saves drafts and closes the private database on the I/O lane, behind what is being written.
    @Override
    public void close() {
        ticking.close();
        listening.close();
        drafts.save();
        writing.execute(database::close);
    }

    private boolean isCall(SessionId session) {
        return sessions.find(session).map(Session::channel).filter(Channel::isCall).isPresent();
    }

    private void tick() {
        chats.tick();
        drafts.save();
        list.tick();
    }

    private static String address(String sheet) {
        return Objects.requireNonNull(Look.class.getResource(sheet), sheet).toExternalForm();
    }
}
