package ru.garnitura.desktop.app;

import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.garnitura.assets.Icon;
import ru.garnitura.desktop.desk.Contact;
import ru.garnitura.desktop.desk.Disposition;
import ru.garnitura.desktop.desk.Readiness;
import ru.garnitura.desktop.desk.ScreenPop;
import ru.garnitura.desktop.desk.ShiftFigures;
import ru.garnitura.desktop.desk.WrapUp;
import ru.garnitura.desktop.desk.WrapUpText;
import ru.garnitura.desktop.desk.WrapUps;
import ru.garnitura.desktop.link.chat.ChatDisposition;
import ru.garnitura.desktop.link.events.LineState;
import ru.garnitura.desktop.outbox.OutboxException;
import ru.garnitura.desktop.ui.notice.Notice;
import ru.garnitura.sessions.CallFacts;
import ru.garnitura.sessions.session.Session;
import ru.garnitura.sessions.session.SessionId;
import ru.garnitura.softphone.call.RemoteParty;

/// From the end of a contact to its place in the history: wrap-up, outbox, session closed. FX lane, except where said.
final class ContactEnds implements ScreenPop.Outcome {

    private static final Logger log = LoggerFactory.getLogger(ContactEnds.class);
    private static final String CALL_SESSION = "call-";

    private final Seat seat;
    private final DeskSessions sessions;
    private final Readiness readiness;
    private final Told told;
    private final WrapUps wrapUps;

    /// What else hears of it.
    ///
    /// @param count told when an action was queued; any lane
    record Told(ShiftFigures figures, DeskReports.Told reports, Runnable count) {
    }

    ContactEnds(Seat seat, DeskSessions sessions, Readiness readiness, Lanes lanes, Told told) {
        this.seat = seat;
        this.sessions = sessions;
        this.readiness = readiness;
        this.told = told;
        var ports = new WrapUps.Ports(new StoredWrapUps(seat.link().drafts()), lanes.disk(), lanes.fx(), this::deliver,
                this::left);
        wrapUps = new WrapUps(ports, seat.policy().conduct().wrapUp().time(), sessions.clock());
    }

    WrapUps wrapUps() {
        return wrapUps;
    }

    /// Takes up what an earlier run left unfinished.
    ///
    /// @param then afterwards the state is what it should be, and calls may come
    void restore(Runnable then) {
        wrapUps.restore(wrapUp -> {
            Contact contact = wrapUp.contact();
            if (contact.isCall()) {
                SessionId session = new SessionId(contact.session());
                sessions.open(new CallFacts(session, contact.party().name(), contact.party().phone(),
                        contact.party().queue(), contact.course().started()));
                sessions.answered(session);
                sessions.ended(session);
                readiness.beginWrapUp();
            }
        }, then);
    }

    @Override
    public void talked(Contact contact, String notes) {
        told.figures().contactServed();
        if (seat.policy().choices().topics().isEmpty()) {
            sessions.sessions().closeSession(new SessionId(contact.session()));
            return;
        }
        readiness.beginWrapUp();
        wrapUps.begin(contact, notes);
    }

    @Override
    public void missed(RemoteParty caller) {
        told.figures().contactMissed();
        String who = caller.displayName().isEmpty() ? caller.number() : caller.displayName();
        told.reports().passing().show(Icon.PHONE_MISSED, "notice.missed", who);
    }

    /// The operator wants to finish a session: a chat is wrapped up; a call has its own end.
    void finish(Session session) {
        if (!session.channel().isCall()) {
            wrapUps.begin(sessions.contact(session), sessions.notesOf(session.id()));
        }
    }

    /// I/O lane, in order; returns when the disposition is durable.
    private void deliver(WrapUp wrapUp) {
        Disposition said = wrapUp.disposition();
        String session = wrapUp.contact().session();
        try {
            if (wrapUp.contact().isCall()) {
                seat.link().outbox().enqueue("call.disposition", "i-" + session.substring(CALL_SESSION.length()),
                        WrapUpText.callPayload(wrapUp));
            } else {
                seat.link().closeChat(new SessionId(session), new ChatDisposition(said.topic(), said.result(), said.note()));
            }
        } catch (OutboxException e) {
            log.error("A wrap-up can't be queued", e);
            var reports = told.reports();
            reports.notices().show(Notice.trouble("outbox", reports.words().text("notice.outbox-broken")));
            throw e;
        }
        told.count().run();
    }

    private void left(WrapUp wrapUp) {
        if (!(seat.link().line() instanceof LineState.Connected)) {
            told.reports().passing().show(Icon.CLOCK, "wrapup.queued");
        }
        sessions.sessions().closeSession(new SessionId(wrapUp.contact().session()));
        if (wrapUp.contact().isCall()) {
            readiness.endWrapUp();
        } else {
            told.figures().contactServed();
        }
    }
}
