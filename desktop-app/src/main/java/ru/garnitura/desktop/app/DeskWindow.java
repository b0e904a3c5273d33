package ru.garnitura.desktop.app;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.util.Subscription;
import org.controlsfx.control.PopOver;
import ru.garnitura.desktop.desk.Readiness;
import ru.garnitura.desktop.desk.ShiftFigures;
import ru.garnitura.desktop.settings.WindowMemory;
import ru.garnitura.desktop.ui.Appearance;
import ru.garnitura.desktop.ui.Command;
import ru.garnitura.desktop.ui.KeyMap;
import ru.garnitura.desktop.ui.notice.NoticeBars;
import ru.garnitura.desktop.ui.notice.Notices;
import ru.garnitura.desktop.ui.palette.CommandSource;
import ru.garnitura.desktop.ui.palette.PaletteSource;
import ru.garnitura.desktop.ui.palette.PaletteView;
import ru.garnitura.desktop.ui.palette.PaletteViewModel;
import ru.garnitura.desktop.ui.shell.DeskView;
import ru.garnitura.desktop.ui.shell.KeyHelp;
import ru.garnitura.desktop.ui.shell.WindowFrame;
import ru.garnitura.desktop.ui.topbar.TopBarModel;
import ru.garnitura.desktop.ui.topbar.TopBarView;
import ru.garnitura.desktop.ui.wrapup.RecentTopics;
import ru.garnitura.desktop.ui.wrapup.WrapUpView;
import ru.garnitura.desktop.ui.wrapup.WrapUpViewModel;
import ru.garnitura.kb.KbModule;
import ru.garnitura.kb.ui.KbStatus;
import ru.garnitura.sessions.SessionsModule;
import ru.garnitura.sessions.customer.Customer;
import ru.garnitura.softphone.ui.FxTicker;
import ru.garnitura.softphone.ui.SoftphoneUi;

/// The views of one desk, joined into one window. FX lane.
final class DeskWindow implements AutoCloseable {

    private static final KbStatus NO_BASE = new KbStatus(KbStatus.Light.STALE, null, 0, -1, "");

    private final Rooms rooms;
    private final Frame frame;
    private final TopBarView topBar;
    private final WrapUpView wrapUp;
    private final DeskView view;
    private final PaletteView palette;
    private final KeyHelp keyHelp;
    private final CallLinks links;
    private final ReferralQuestions referrals;
    private final SoundSheet sound;
    private final ReadyCheck readyCheck;
    private final Subscription topicPins;
    private final Runnable stopTicks;
    private final Runnable forgetKeys;

    /// The features on this desk.
    record Rooms(Phone phone, SessionsModule sessions, BasePane base, Desk desk) {
    }

    /// The desk's own state.
    record Desk(Seat seat, Readiness readiness, ContactEnds ends, ShiftFigures figures, DeskReports reports,
            Runnable support) {
    }

    /// What the window is made in.
    record Frame(WindowFrame window, Appearance appearance, WindowMemory memory, Notices notices, Clock clock) {
    }

    DeskWindow(Rooms rooms, Frame frame, Lanes lanes, Runnable signOut) {
        this.rooms = rooms;
        this.frame = frame;
        var words = frame.appearance().words();
        var setting = new WrapUpViewModel.Setting(rooms.desk().seat().policy().choices(),
                rooms.desk().seat().policy().conduct().wrapUp(), this::openArticle);
        var wrapUpModel = new WrapUpViewModel(rooms.desk().ends().wrapUps(), setting, new RecentTopics(frame.memory()));
        topicPins = rooms.base().base().map(base -> TopicPins.follow(wrapUpModel, frame.appearance().language(), base::about))
                .orElse(Subscription.EMPTY);
        wrapUp = new WrapUpView(wrapUpModel, frame.appearance(), frame.clock());
        rooms.sessions().current().subscribe(now -> wrapUpModel.show(now == null ? "" : now.id().value()));
        rooms.sessions().onFinish(session -> {
            rooms.desk().ends().finish(session);
            wrapUp.focusTopic();
        });
        rooms.phone().ui().listIn(new DeskNumbers(rooms.desk().seat().policy().choices().colleagues(), rooms.sessions()::keptCustomers));
        links = new CallLinks(rooms.phone().ui().call(), frame.notices(), frame.appearance());
        referrals = new ReferralQuestions(rooms.phone().softphone(), frame.notices(), frame.appearance());
        List<Command> commands = DeskCommands.of(rooms.phone().ui().call(), rooms.sessions(), rooms.desk().readiness(),
                frame.appearance(), verbs());
        palette = new PaletteView(new PaletteViewModel(sources(commands, lanes), lanes.fx()), words);
        keyHelp = new KeyHelp(commands, words);
        sound = new SoundSheet(rooms.phone().sound(), frame.appearance().language());
        readyCheck = new ReadyCheck(sound, rooms.desk().readiness(), () -> !rooms.phone().softphone().snapshot().calls().isEmpty());
        topBar = topBar(signOut);
        var bars = new DeskView.Bars(topBar, rooms.phone().ui().callBar(), new NoticeBars(frame.notices(), words));
        var places = new DeskView.Places(rooms.sessions().listView(), rooms.sessions().conversationView(), wrapUp,
                rooms.sessions().customerView(), rooms.base().view(), sound.under(palette));
        view = new DeskView(bars, places, frame.memory(), words);
        stopTicks = new FxTicker().every(Duration.ofSeconds(1), this::tick);
        forgetKeys = new KeyMap(commands).install(frame.window().scene());
    }

    /// Links from other programs.
    CallLinks links() {
        return links;
    }

    /// What other sides of calls ask for.
    ReferralQuestions referrals() {
        return referrals;
    }

    /// Of everything that a desk shows.
    static List<String> stylesheets() {
        return Stream.of(SoftphoneUi.stylesheets(), SessionsModule.stylesheets(), KbModule.stylesheets()).flatMap(List::stream).toList();
    }

    /// Fills the window.
    void show() {
        frame.window().dress(stylesheets());
        frame.window().show(view);
    }

    /// The check of the microphone on the way to Ready.
    ReadyCheck readyCheck() {
        return readyCheck;
    }

    @Override
    public void close() {
        readyCheck.close();
        topicPins.unsubscribe();
        stopTicks.run();
        forgetKeys.run();
    }

    private TopBarView topBar(Runnable signOut) {
        var desk = rooms.desk();
        var lamps = new LinkLamps(frame.appearance(), desk.seat().served());
        var model = new TopBarModel(desk.seat().operator(), desk.readiness(), desk.seat().policy().choices().notReady(),
                new TopBarModel.Figures(desk.reports().queues(), desk.figures().served()),
                new TopBarModel.Lamps(rooms.phone().ui().registrationLamp(), lamps.chats(desk.reports().line()),
                        lamps.base(rooms.base().status(new SimpleObjectProperty<>(NO_BASE)))));
        return new TopBarView(model, new TopBarModel.Verbs(() -> palette.toggle(), sound::open, this::keys, desk.support(), signOut),
                frame.appearance(), frame.clock());
    }

    private DeskCommands.WindowVerbs verbs() {
        return new DeskCommands.WindowVerbs(() -> palette.toggle(), this::keys, this::dial, () -> view.showCustomer(),
                () -> view.showBase(), () -> {
                    view.showBase();
                    rooms.base().search();
                }, new DeskCommands.AgreeVerb(this::agreeToCall, links.waiting().or(referrals.waiting())), rooms.desk().support(), () -> sound.open());
    }

    /// Who waits on the line comes first.
    private void agreeToCall() {
        if (referrals.waiting().get()) {
            referrals.agree();
        } else {
            links.agree();
        }
    }

    private List<PaletteSource> sources(List<Command> commands, Lanes lanes) {
        List<PaletteSource> sources = new ArrayList<>();
        sources.add(PaletteSources.customers(rooms.desk().seat().link().customers(), lanes.io(),
                frame.appearance().formats(), this::openCustomer));
        rooms.base().base().ifPresent(base -> sources.add(PaletteSources.articles(base, this::openArticle)));
        sources.add(new CommandSource(commands, frame.appearance().words()));
        return sources;
    }

    private void openCustomer(Customer customer) {
        rooms.sessions().showCustomer(customer);
        view.showCustomer();
    }

    /// Shows an article found elsewhere.
    void openArticle(KbModule.Hit hit) {
        openArticle(hit.article().value());
    }

    private void openArticle(String article) {
        rooms.base().open(article);
        view.showBase();
    }

    private void keys() {
        keyHelp.toggle(anchor("#operator-menu"));
    }

    private void dial() {
        PopOver popOver = new PopOver();
        popOver.setAnimated(false);
        popOver.setDetachable(false);
        popOver.setArrowLocation(PopOver.ArrowLocation.TOP_LEFT);
        popOver.setContentNode(rooms.phone().ui().dialPad(popOver::hide));
        popOver.show(anchor("#state-button"));
    }

    private Node anchor(String selector) {
        return Objects.requireNonNull(topBar.lookup(selector), selector);
    }

    private void tick() {
        topBar.tick();
        wrapUp.tick();
    }
}
