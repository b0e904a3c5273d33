package ru.garnitura.desktop.app;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.jspecify.annotations.Nullable;
import ru.garnitura.assets.Icon;
import ru.garnitura.desktop.link.policy.Operator;
import ru.garnitura.desktop.ui.Command;
import ru.garnitura.desktop.ui.KeyMap;
import ru.garnitura.desktop.ui.notice.Notice;
import ru.garnitura.desktop.ui.notice.NoticeBars;
import ru.garnitura.desktop.ui.shell.StudyFrame;
import ru.garnitura.desktop.ui.topbar.StudyBarView;
import ru.garnitura.kb.KbModule;
import ru.garnitura.kb.KbNeeds;
import ru.garnitura.kb.StudyModule;
import ru.garnitura.kb.article.Passage;
import ru.garnitura.softphone.ui.FxTicker;

/// The wiring diagram of a trainee's desk: the knowledge base and the study room beside it. There is no telephone, no chat
/// and no customer here: those rooms are never made. FX lane.
final class StudyDesk implements Desk {

    private final OperatorDesk.House house;
    private final Seat seat;
    private final KbModule base;
    private final StudyModule study;
    private final StudyFrame view;
    private final Runnable stopTicks;
    private final Runnable forgetKeys;
    private boolean closed;

    StudyDesk(OperatorDesk.House house, OperatorDesk.Look look, Seat seat, Runnable signOut) {
        this.house = house;
        this.seat = seat;
        var appearance = look.appearance();
        KbNeeds needs = new DeskNeeds(seat, house.lanes(), house.clock(), appearance, house.notices()).base(this::copy);
        base = new KbModule(needs);
        base.withoutReply();
        study = new StudyModule(base, needs, seat.link().questions(), seat.folders().base().resolve("study.properties"));
        var lamp = new LinkLamps(appearance, true).base(base.status());
        var bar = new StudyBarView(seat.operator(), lamp, appearance, () -> {
            seat.link().signOut();
            signOut.run();
        });
        view = new StudyFrame(bar, new NoticeBars(house.notices(), appearance.words()), study.view(), base.view());
        stopTicks = new FxTicker().every(Duration.ofSeconds(1), study::tick);
        forgetKeys = new KeyMap(List.of(Command.of("search", Icon.SEARCH, "Shortcut+F", base::find),
                Command.of("theme", Icon.SUN, "", appearance::switchTheme),
                Command.of("language", Icon.GLOBE, "", appearance::switchLanguage))).install(house.frame().scene());
    }

    /// Whether this person comes to learn: a trainee who is no operator yet, or who asks for it.
    ///
    /// @param wanted role named at the start; null for none
    static boolean isFor(Operator operator, @Nullable String wanted) {
        return operator.is(Operator.Role.TRAINEE) && (!operator.is(Operator.Role.OPERATOR) || "trainee".equals(wanted));
    }

    @Override
    public void start(Consumer<ReadyLine.Places> usable) {
        house.frame().dress(StudyModule.stylesheets());
        house.frame().show(view);
        if (!seat.basis().onLine()) {
            house.notices().show(Notice.warning("offline-start", house.frame().words().text("notice.offline-study")));
        }
        URI server = house.launch().server();
        usable.accept(new ReadyLine.Places(null, null, null, server == null ? null : server.toString(), null));
        house.frame().oncePainted(() -> {
            if (!closed) {
                base.start();
                house.frame().furnish();
            }
        });
    }

    /// There is no reply to insert into, so a passage goes to the clipboard.
    private void copy(Passage passage) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, passage.text()));
        house.notices().show(Notice.news("copied", house.frame().words().text("notice.copied")));
    }

    @Override
    public void follow(String link) {
        house.notices().show(Notice.warning("call-link", house.frame().words().text("notice.call-link.no-phone")));
    }

    @Override
    public void close() {
        closed = true;
        stopTicks.run();
        forgetKeys.run();
        base.close();
        seat.link().close();
    }
}
