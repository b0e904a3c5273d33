package ru.garnitura.desktop.app;

import java.net.URI;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.garnitura.desktop.link.BackOfficeLink;
import ru.garnitura.desktop.link.signin.SignInOutcome;
import ru.garnitura.desktop.outbox.OutboxException;
import ru.garnitura.desktop.ui.Appearance;
import ru.garnitura.desktop.ui.notice.Notice;
import ru.garnitura.desktop.ui.notice.Notices;
import ru.garnitura.desktop.ui.shell.WindowFrame;

/// The wiring diagram of the process: lanes, look, window, sign-in; the rooms of a signed-in desk are joined in
/// [OperatorDesk] or, for who comes to learn, in [StudyDesk]. The one place with `Platform.runLater`. FX lane.
final class Composition implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Composition.class);

    private final Groundwork groundwork;
    private final Launch launch;
    private final ReadyLine ready;
    private final Lanes lanes;
    private final Notices notices = new Notices();
    private final Appearance appearance;
    private final WindowFrame frame;
    private final PendingLink link;
    private @Nullable Entrance entrance;
    private @Nullable Desk desk;

    Composition(Groundwork groundwork, Stage stage, ReadyLine ready) {
        this.groundwork = groundwork;
        this.launch = groundwork.launch();
        this.ready = ready;
        link = new PendingLink(launch.link());
        lanes = groundwork.lanes();
        appearance = groundwork.appearance();
        frame = new WindowFrame(stage, appearance, groundwork.memory());
        Thread.setDefaultUncaughtExceptionHandler(new BugReports(code -> lanes.fx().execute(
                () -> notices.show(Notice.trouble("bug", appearance.words().text("notice.bug", code))))));
    }

    /// Runs tasks on the FX lane once the toolkit runs.
    static Executor fxLane() {
        return new FxLane(Platform::runLater, System::nanoTime);
    }

    /// Shows the window.
    void start() {
        frame.dress(DeskWindow.stylesheets());
        Entrance way = groundwork.entrance();
        if (way == null) {
            openAlone();
        } else {
            signIn(way);
        }
    }

    /// A second start of the program wants to see this one.
    ///
    /// @param handed a link it was given to follow; may be empty
    void woken(String handed) {
        frame.takeFocus();
        link.hand(handed, desk);
    }

    /// Runs a task on the FX lane, from any thread.
    void onFx(Runnable task) {
        lanes.fx().execute(task);
    }

    private void signIn(Entrance way) {
        entrance = way;
        Foyer foyer = new Foyer(groundwork, way, frame, (from, in) -> enter(from, way, in));
        foyer.open();
        foyer.onPersonNeeded(() -> ready.say(frame,
                new ReadyLine.Places(null, null, null, way.server().toString(), null)));
    }

    private void enter(Foyer foyer, Entrance way, SignInOutcome.SignedIn in) {
        lanes.io().execute(() -> {
            BackOfficeLink through = way.link();
            try {
                Seat seat = Seat.of(through, in);
                lanes.fx().execute(() -> open(seat, through.clock().withZone(ZoneId.systemDefault())));
            } catch (OutboxException e) {
                log.error("The desk can't be opened", e);
                lanes.fx().execute(() -> foyer.turnAway(new SignInOutcome.NoLocalStore(String.valueOf(e.getMessage()))));
            }
        });
    }

    private void openAlone() {
        lanes.io().execute(() -> {
            Seat seat = Seat.alone(launch);
            lanes.fx().execute(() -> open(seat, Clock.system(ZoneId.systemDefault())));
        });
    }

    private void open(Seat seat, Clock clock) {
        var house = new OperatorDesk.House(launch, lanes, clock, frame, notices);
        var look = new OperatorDesk.Look(appearance, groundwork.memory());
        Desk opened = StudyDesk.isFor(seat.policy().operator(), launch.options().role())
                ? new StudyDesk(house, look, seat, this::signOut) : new OperatorDesk(house, look, seat, this::signOut);
        desk = opened;
        new WrongClock(InstantSource.system(), clock).notice(appearance.words()).ifPresent(notices::show);
        opened.start(places -> ready.say(frame, places));
        link.hand("", opened);
    }

    private void signOut() {
        closeDesk();
        notices.clearAll();
        URI server = launch.server();
        if (server != null) {
            signIn(groundwork.anotherEntrance(server));
        }
    }

    private void closeDesk() {
        if (desk != null) {
            desk.close();
            desk = null;
        }
        if (entrance != null) {
            entrance.close();
            entrance = null;
        }
    }

    @Override
    public void close() {
        frame.remember();
        closeDesk();
        groundwork.close();
    }
}
