package ru.garnitura.sessions.ui;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import ru.garnitura.sessions.customer.Customer;
import ru.garnitura.sessions.customer.CustomerCards;
import ru.garnitura.sessions.customer.InteractionPage;
import ru.garnitura.sessions.customer.InteractionRecord;
import ru.garnitura.sessions.customer.Lookup;
import ru.garnitura.sessions.customer.PhoneNumber;
import ru.garnitura.sessions.session.CustomerId;
import ru.garnitura.sessions.session.Session;
import ru.garnitura.sessions.session.SessionId;
import ru.garnitura.sessions.session.SessionList;
import ru.garnitura.sessions.session.SessionOrigin;

/// The cards of all sessions on the desk, and the one shown. A card is looked up once, when its session comes. FX lane.
public final class CustomerCardViewModel {

    private static final int PAGE = 20;

    private final CustomerCards cards;
    private final SessionList sessions;
    private final Map<SessionId, CardContent> contents = new HashMap<>();
    private final ReadOnlyObjectWrapper<CardContent> shown = new ReadOnlyObjectWrapper<>(CardContent.NOBODY);
    private final ReadOnlyObjectWrapper<@Nullable Customer> customer = new ReadOnlyObjectWrapper<>();
    private @Nullable SessionId current;

    public CustomerCardViewModel(
            CustomerCards cards, SessionList sessions, ReadOnlyObjectProperty<@Nullable Session> current) {
        this.cards = cards;
        this.sessions = sessions;
        sessions.onChange(this::lookUpNew);
        shown.subscribe(content -> customer.set(content.customer()));
        current.subscribe(this::show);
        lookUpNew();
    }

    ReadOnlyObjectProperty<CardContent> shown() {
        return shown.getReadOnlyProperty();
    }

    /// The customer shown, null while unknown.
    public ReadOnlyObjectProperty<@Nullable Customer> customer() {
        return customer.getReadOnlyProperty();
    }

    public Optional<Customer> customerOf(SessionId session) {
        return Optional.ofNullable(contents.get(session)).map(CardContent::customer);
    }

    /// Shows a customer without a session, until another session is shown.
    public void showCustomer(Customer found) {
        current = null;
        CardContent content = CardContent.empty(CardContent.State.LOOKING).after(new Lookup.Fresh<>(found));
        shown.set(content);
        cards.history(found.id(), PAGE, page -> changeShown(found.id(), now -> now.withHistory(page)));
    }

    /// Asks for the card again, where it could not be had.
    void lookUpAgain() {
        if (current != null) {
            SessionId id = current;
            sessions.find(id).ifPresent(session -> lookUp(id, session.origin().party()));
        }
    }

    /// Opens the transcript of an interaction in the history, or closes it.
    void toggleTranscript(InteractionRecord record) {
        Customer open = shown.get().customer();
        if (open == null) {
            return;
        }
        if (shown.get().opened().containsKey(record.id())) {
            changeShown(open.id(), now -> now.withoutTranscript(record.id()));
        } else {
            cards.transcript(record.id(),
                    lines -> changeShown(open.id(), now -> now.withTranscript(record.id(), lines)));
        }
    }

    void showEarlier() {
        CardContent now = shown.get();
        if (now.customer() == null || now.history() == null || now.history().records().isEmpty()) {
            return;
        }
        CustomerId id = now.customer().id();
        cards.earlier(id, now.history().records().getLast().at(), PAGE, answer -> {
            if (answer instanceof Lookup.Fresh<InteractionPage>(var page)) {
                changeShown(id, content -> content.withEarlier(page));
            }
        });
    }

    private void show(@Nullable Session session) {
        SessionId id = session == null ? null : session.id();
        if (id == null || !id.equals(current)) {
            current = id;
            shown.set(id == null ? CardContent.NOBODY : content(id));
        }
    }

    private CardContent content(SessionId id) {
        return contents.getOrDefault(id, CardContent.empty(CardContent.State.LOOKING));
    }

    private void lookUpNew() {
        contents.keySet().removeIf(id -> sessions.find(id).isEmpty());
        for (Session session : sessions.ordered()) {
            if (!contents.containsKey(session.id())) {
                contents.put(session.id(), CardContent.empty(CardContent.State.LOOKING));
                lookUp(session.id(), session.origin().party());
            }
        }
    }

    private void lookUp(SessionId session, SessionOrigin.Party party) {
        Optional<PhoneNumber> number = PhoneNumber.parse(party.address());
        if (party.customer() != null) {
            cards.find(party.customer(), answer -> answered(session, answer));
        } else if (number.isPresent()) {
            cards.find(number.get(), answer -> answered(session, answer));
        } else {
            put(session, CardContent.empty(CardContent.State.UNKNOWN));
        }
    }

    private void answered(SessionId session, Lookup<Customer> answer) {
        if (!contents.containsKey(session)) {
            return;
        }
        CardContent before = content(session);
        CardContent after = before.after(answer);
        put(session, after);
        Customer found = after.customer();
        if (found != null && before.customer() == null) {
            name(session, found);
            cards.history(found.id(), PAGE, page -> {
                if (contents.containsKey(session)) {
                    put(session, content(session).withHistory(page));
                }
            });
        }
    }

    /// The list shows the customer by the name on the card.
    private void name(SessionId session, Customer found) {
        sessions.change(session, known -> {
            SessionOrigin origin = known.origin();
            String address = origin.party().address();
            return known.with(origin.withParty(new SessionOrigin.Party(found.name(), address, found.id())));
        });
    }

    private void put(SessionId session, CardContent content) {
        contents.put(session, content);
        if (session.equals(current)) {
            shown.set(content);
        }
    }

    private void changeShown(CustomerId id, UnaryOperator<CardContent> change) {
        Customer open = shown.get().customer();
        if (open == null || !open.id().equals(id)) {
            return;
        }
        CardContent changed = change.apply(shown.get());
        if (current == null) {
            shown.set(changed);
        } else {
            put(current, changed);
        }
    }
}
