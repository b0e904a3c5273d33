package ru.garnitura.desktop.app;

import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import ru.garnitura.desktop.desk.Readiness;
import ru.garnitura.desktop.desk.ScreenPop;
import ru.garnitura.desktop.desk.ShiftFigures;
import ru.garnitura.desktop.link.events.DeskEvent;
import ru.garnitura.desktop.link.policy.DeskPolicy;
import ru.garnitura.desktop.localapi.LocalDesk;
import ru.garnitura.desktop.settings.SoundMemory;
import ru.garnitura.desktop.settings.WindowMemory;
import ru.garnitura.desktop.ui.Appearance;
import ru.garnitura.desktop.ui.notice.Notice;
import ru.garnitura.desktop.ui.notice.Notices;
import ru.garnitura.desktop.ui.notice.PassingNotices;
import ru.garnitura.desktop.ui.shell.ComingForward;
import ru.garnitura.desktop.ui.shell.WindowFrame;
import ru.garnitura.kb.KbModule;
import ru.garnitura.sessions.SessionsModule;
import ru.garnitura.softphone.call.SoftphoneEvent;

/// The wiring diagram of one operator's desk, from sign-in to sign-out: each room gets what it needs, in order; what one
/// room says another hears is joined here and nowhere else. FX lane.
final class OperatorDesk implements Desk {

    private final House house;
    private final Seat seat;
    private final Phone phone;
    private final SessionsModule sessions;
    private final BasePane base;
    private final DeskWindow window;
    private final Support support;
    private final ContactEnds ends;
    private final Notices notices;
    private final LocalControl control;
    private final DeskLine line;
    private final PhoneReports phoneReports;
    private final ReadinessPorts ports;
    private final Runnable unwatch;
    private boolean closed;

    /// What all desks of this process share.
    record House(Launch launch, Lanes lanes, Clock clock, WindowFrame frame, Notices notices) {
    }

    record Look(Appearance appearance, WindowMemory memory) {
    }

    OperatorDesk(House house, Look look, Seat seat, Runnable signOut) {
        this.house = house;
        this.seat = seat;
        this.notices = house.notices();
        Lanes lanes = house.lanes();
        var words = look.appearance().words();
        var told = new DeskReports.Told(notices, new PassingNotices(house.frame().stage(), words), words, signOut);
        var needs = new DeskNeeds(seat, lanes, house.clock(), look.appearance(), notices);

        var sound = new Phone.Sound(house.launch().audio(), new SoundMemory(look.memory()), seat.policy().conduct().hold());
        phone = new Phone(lanes, house.clock(), sound, look.appearance());
        sessions = new SessionsModule(needs.sessions(phone.listening(seat.link().recordedCalls())));
        base = seat.served() ? BasePane.of(new KbModule(needs.base(passage -> sessions.insert(passage.forReply()))))
                : BasePane.missing(words);

        DeskReports reports = new DeskReports(seat.link(), lanes, told);
        ShiftFigures figures = new ShiftFigures(look.memory(), house.clock());
        ports = new ReadinessPorts(seat, phone.softphone(), look.memory(), lanes);
        Readiness readiness = new Readiness(ReadinessPorts.lastTime(look.memory(), seat.policy().choices().notReady(), house.clock().instant()),
                ports, house.clock());
        control = new LocalControl(house, new LocalDesk(phone.softphone(), () -> readiness.standing().get(),
                listener -> readiness.standing().subscribe(listener)::unsubscribe));
        line = new DeskLine(house.launch(), seat, phone.softphone(), lanes.signaling(), lanes.fx());
        DeskSessions deskSessions = new DeskSessions(sessions, house.clock());
        ends = new ContactEnds(seat, deskSessions, readiness, lanes, new ContactEnds.Told(figures, told, reports::count));
        support = new Support(phone, seat.link().outbox(), lanes, house.launch().data(), new Support.Told(notices, words));
        CallGuard guard = new CallGuard(() -> !phone.softphone().snapshot().calls().isEmpty(), notices, words);
        window = new DeskWindow(
                new DeskWindow.Rooms(phone, sessions, base, new DeskWindow.Desk(seat, readiness, ends, figures, reports, support::save)),
                new DeskWindow.Frame(house.frame(), look.appearance(), look.memory(), notices, house.clock()), lanes,
                () -> guard.leave(() -> {
                    seat.link().signOut();
                    signOut.run();
                }));
        unwatch = guard.watch(house.frame().stage());

        ScreenPop pop = new ScreenPop(deskSessions, ends);
        phoneReports = new PhoneReports(notices, words);
        RingAlarm alarm = new RingAlarm(new WindowBell(new ComingForward(house.frame().stage()), phone, look.appearance()));
        base.base().ifPresent(module -> new Suggestions(module, sessions.suggestions(), window::openArticle, words)
                .follow(sessions.customerWords()));
        hear(pop::happened);
        hear(phoneReports::happened);
        // The window first: it ends a ring that was tried on the sound screen, which the alarm's would be taken for.
        hear(window.readyCheck()::happened);
        hear(alarm::happened);
        hear(window.referrals()::happened);
        hear(LineCare.of(seat.link(), base.base())::happened);
        seat.link().onDeskEvent(event -> lanes.fx().execute(() -> told(event, readiness)));
    }

    /// Registers, shows the desk, lets the base and the chats begin. The signaling lane gets its work before the FX lane
    /// is busy with the first layout.
    @Override
    public void start(Consumer<ReadyLine.Places> usable) {
        ends.restore(() -> {
            register(places -> {
                usable.accept(places);
                house.frame().oncePainted(this::lookAround);
            });
            window.show();
            say();
        });
    }

    /// What need not be there with the window, and would make it wait.
    private void lookAround() {
        if (closed) {
            return;
        }
        base.base().ifPresent(KbModule::start);
        house.frame().furnish();
        phone.lookForDevices(phoneReports::devicesMissing);
        phone.sound().offerCheck(window.readyCheck()::offer);
    }

    private void register(Consumer<ReadyLine.Places> usable) {
        if (!line.register(listening -> control.open(listening, usable))) {
            notices.show(Notice.warning("sip", house.frame().words().text("notice.sip.no-account")));
            control.open("", usable);
        }
    }

    /// The back office's word on this operator's state counts where it set the state itself, such as after missed offers.
    private void told(DeskEvent event, Readiness readiness) {
        if (event instanceof DeskEvent.PolicyCame(DeskPolicy now)) {
            line.follow(now);
        } else if (event instanceof DeskEvent.OperatorStateHeld held && !held.ready()
                && held.since().isAfter(readiness.standing().get().since())
                && seat.policy().choices().notReady().stream().anyMatch(reason -> reason.byServer() && reason.code().equals(held.reason()))) {
            readiness.goNotReady(held.reason());
        }
    }

    @Override
    public void follow(String link) {
        window.links().follow(link);
    }

    private void hear(Consumer<SoftphoneEvent> listener) {
        phone.softphone().subscribe(event -> house.lanes().fx().execute(() -> listener.accept(event)));
    }

    private void say() {
        var words = house.frame().words();
        if (!seat.served()) {
            notices.show(Notice.news("no-server", words.text("notice.no-server")));
        }
        if (!seat.basis().onLine()) {
            notices.show(Notice.warning("offline-start", words.text("notice.offline-start")));
        }
        if (seat.basis().cacheLost()) {
            notices.show(Notice.news("cache-lost", words.text("notice.cache-lost")));
        }
    }

    @Override
    public void close() {
        closed = true;
        line.close();
        CompletableFuture<Void> loggedOut = ports.leave();
        control.close();
        unwatch.run();
        support.close();
        window.close();
        phone.closeAfter(loggedOut);
        sessions.close();
        base.base().ifPresent(KbModule::close);
        seat.link().close();
    }
}
