package ru.garnitura.sessions;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import org.testfx.util.WaitForAsyncUtils;
import ru.garnitura.assets.Theme;
import ru.garnitura.assets.ThemeSwitch;
import ru.garnitura.assets.Words;
import ru.garnitura.sessions.chat.FakeChatTransport;
import ru.garnitura.sessions.chat.MemoryDraftStore;
import ru.garnitura.sessions.customer.FakeCustomerDirectory;
import ru.garnitura.sessions.customer.FakeRecordingPlayer;
import ru.garnitura.sessions.session.DeskLimits;
import ru.garnitura.sessions.session.ManualTicker;
import ru.garnitura.sessions.session.SettableClock;
import ru.garnitura.sessions.ui.PulseExecutor;

/// The feature on fakes: real views, real encrypted database, a clock and a ticker that stand still.
final class SessionsDesk {

    static final Instant NOW = Instant.parse("2026-11-22T11:04:00Z");

    /// Longer than a batch of events may have to wait.
    private static final int PULSES = 9;

    final SettableClock clock = new SettableClock(NOW, ZoneId.of("Europe/Moscow"));
    final FakeChatTransport transport = new FakeChatTransport();
    final MemoryDraftStore drafts = new MemoryDraftStore();
    final FakeCustomerDirectory customers = new FakeCustomerDirectory();
    final FakeRecordingPlayer recordings = new FakeRecordingPlayer();
    final ManualTicker ticker = new ManualTicker();
    final SimpleObjectProperty<Locale> language = new SimpleObjectProperty<>(Words.RUSSIAN);
    private final Executor pulse;
    final SessionsModule module;
    final Scene scene;

    SessionsDesk(Path folder, double width, double height) {
        this(folder, width, height, desk -> { });
    }

    /// @param before runs before the module is built, to fill the fakes
    SessionsDesk(Path folder, double width, double height, Consumer<SessionsDesk> before) {
        before.accept(this);
        Executor fx = SessionsDesk::onFx;
        pulse = new PulseExecutor(fx);
        var lanes = new SessionsNeeds.Lanes(fx, pulse, Runnable::run, ticker, clock);
        var store = new SessionsNeeds.PrivateStore(folder, "ab".repeat(32), path -> { });
        var desk = new SessionsNeeds.Desk(language, new SimpleStringProperty("Карина"),
                new SimpleObjectProperty<>(new DeskLimits(8, Map.of())));
        module = new SessionsModule(new SessionsNeeds(
                lanes, new SessionsNeeds.Ports(transport, drafts, customers, recordings), store, desk));
        scene = new Scene(columns(), width, height);
        scene.getStylesheets().addAll(SessionsModule.stylesheets());
        ThemeSwitch.apply(scene, Theme.LIGHT);
    }

    private Parent columns() {
        BorderPane columns = new BorderPane(module.conversationView());
        columns.setLeft(module.listView());
        columns.setRight(module.customerView());
        return columns;
    }

    /// Waits until the pulses have taken what was said, and what came of it is laid out.
    void settle() {
        for (int i = 0; i < PULSES; i++) {
            CompletableFuture<Boolean> pulsed = new CompletableFuture<>();
            pulse.execute(() -> pulsed.complete(true));
            WaitForAsyncUtils.waitFor(pulsed);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void onFx(Runnable task) {
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            var _ = WaitForAsyncUtils.asyncFx(task);
        }
    }
}
