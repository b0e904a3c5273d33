package ru.garnitura.desktop.app;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import ru.garnitura.assets.Icon;
import ru.garnitura.assets.Words;
import ru.garnitura.desktop.link.DeskLink;
import ru.garnitura.desktop.link.events.DeskEvent;
import ru.garnitura.desktop.link.events.LineState;
import ru.garnitura.desktop.outbox.ParkedAction;
import ru.garnitura.desktop.ui.notice.Notice;
import ru.garnitura.desktop.ui.notice.Notices;
import ru.garnitura.desktop.ui.notice.PassingNotices;
import ru.garnitura.desktop.ui.topbar.QueueFigures;

/// What the operator hears of the link: its state, queued and refused actions, queues, broadcasts. FX lane.
final class DeskReports {

    private final DeskLink link;
    private final Lanes lanes;
    private final Told told;
    private final ReadOnlyObjectWrapper<LineState> line;
    private final ReadOnlyObjectWrapper<@Nullable QueueFigures> queues = new ReadOnlyObjectWrapper<>();
    private int waitingBefore;

    /// Where things are told.
    record Told(Notices notices, PassingNotices passing, Words words, Runnable signIn) {
    }

    DeskReports(DeskLink link, Lanes lanes, Told told) {
        this.link = link;
        this.lanes = lanes;
        this.told = told;
        this.line = new ReadOnlyObjectWrapper<>(link.line());
        link.onLine(now -> lanes.fx().execute(() -> changed(now)));
        link.onDeskEvent(event -> lanes.fx().execute(() -> happened(event)));
        link.onSettled(settled -> count());
        count();
    }

    ReadOnlyObjectProperty<LineState> line() {
        return line.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable QueueFigures> queues() {
        return queues.getReadOnlyProperty();
    }

    /// Looks again at what waits for the back office. Any lane.
    void count() {
        lanes.disk().execute(() -> {
            int waiting = link.outbox().waiting();
            List<ParkedAction> parked = link.outbox().parked();
            lanes.fx().execute(() -> show(waiting, parked));
        });
    }

    private void changed(LineState now) {
        line.set(now);
        Words words = told.words();
        told.notices().clear("link");
        switch (now) {
            case LineState.Connected _ -> told.notices().clear("offline-start");
            case LineState.Reconnecting _ -> told.notices().show(Notice.warning("link", words.text("notice.server-away"),
                    new Notice.Deed(words.text("notice.retry"), link::retryNow)));
            case LineState.SignedOut _ -> told.notices().show(Notice.trouble("link", words.text("notice.signed-out"),
                    new Notice.Deed(words.text("notice.sign-in"), told.signIn())));
            case LineState.TakenOver _ -> told.notices().show(Notice.warning("link", words.text("notice.taken-over"),
                    new Notice.Deed(words.text("notice.take-back"), link::retryNow)));
            case LineState.NewerContract newer -> told.notices()
                    .show(Notice.trouble("link", words.text("notice.newer-contract", newer.needed())));
            case LineState.Idle _, LineState.Connecting _ -> { }
        }
        if (!(now instanceof LineState.Connected)) {
            queues.set(null);
        }
        count();
    }

    private void happened(DeskEvent event) {
        switch (event) {
            case DeskEvent.Queues figures -> queues.set(sum(figures));
            case DeskEvent.Broadcast line -> told.notices().show(Notice.news("broadcast",
                    told.words().text("notice.broadcast", line.from(), line.text())));
            case DeskEvent.OperatorStateHeld _, DeskEvent.PolicyCame _ -> { }
        }
    }

    private static QueueFigures sum(DeskEvent.Queues figures) {
        return new QueueFigures(figures.figures().stream().mapToInt(DeskEvent.Queues.Figure::waiting).sum(),
                figures.figures().stream().map(DeskEvent.Queues.Figure::oldest).filter(java.util.Objects::nonNull)
                        .min(java.util.Comparator.naturalOrder()).orElse(null));
    }

    private void show(int waiting, List<ParkedAction> parked) {
        Words words = told.words();
        boolean away = !(line.get() instanceof LineState.Connected);
        if (waiting > 0 && away) {
            told.notices().show(Notice.news("queued", words.text("notice.queued", waiting)));
        } else {
            told.notices().clear("queued");
        }
        if (waiting == 0 && waitingBefore > 0) {
            told.passing().show(Icon.CHECK_CIRCLE, "notice.sent");
        }
        waitingBefore = away ? Math.max(waiting, waitingBefore) : waiting == 0 ? 0 : waitingBefore;
        if (parked.isEmpty()) {
            told.notices().clear("parked");
        } else {
            told.notices().show(Notice.warning("parked", words.text("notice.parked", parked.size()),
                    new Notice.Deed(words.text("notice.parked.discard"), () -> discard(parked))));
        }
    }

    private void discard(List<ParkedAction> parked) {
        lanes.disk().execute(() -> parked.forEach(action -> link.outbox().discard(action.action().key())));
        count();
    }
}
