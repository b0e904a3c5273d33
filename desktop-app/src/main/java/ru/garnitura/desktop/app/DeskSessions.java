package ru.garnitura.desktop.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import ru.garnitura.desktop.desk.Contact;
import ru.garnitura.desktop.desk.ScreenPop;
import ru.garnitura.sessions.CallFacts;
import ru.garnitura.sessions.SessionsModule;
import ru.garnitura.sessions.session.Session;
import ru.garnitura.sessions.session.SessionId;

/// The sessions as the screen pop and the wrap-up drive them. FX lane.
record DeskSessions(SessionsModule sessions, InstantSource clock) implements ScreenPop.Sessions {

    @Override
    public void open(CallFacts facts) {
        sessions.openCall(facts);
    }

    @Override
    public void answered(SessionId session) {
        sessions.callAnswered(session);
    }

    @Override
    public void ended(SessionId session) {
        sessions.callEnded(session);
    }

    @Override
    public String customerOf(SessionId session) {
        return sessions.customerOf(session).map(customer -> customer.id().value()).orElse("");
    }

    @Override
    public String notesOf(SessionId session) {
        return sessions.notesOf(session);
    }

    /// A chat that the operator wants to finish.
    Contact contact(Session chat) {
        Instant since = chat.origin().since();
        Instant opened = chat.milestones().openedAt();
        var party = new Contact.Party(chat.origin().party().name(), "", chat.origin().queue(), true);
        var course = new Contact.Course(since, opened, clock.instant(),
                opened == null ? Duration.ZERO : Duration.between(since, opened), Duration.ZERO);
        return new Contact(chat.id().value(), Contact.Kind.CHAT, customerOf(chat.id()), party, course, "operator");
    }
}
