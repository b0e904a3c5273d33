package ru.garnitura.sessions;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import ru.garnitura.sessions.chat.ChatTransport;
import ru.garnitura.sessions.chat.DraftStore;
import ru.garnitura.sessions.customer.CustomerDirectory;
import ru.garnitura.sessions.customer.RecordingPlayer;
import ru.garnitura.sessions.session.DeskLimits;
import ru.garnitura.sessions.session.Ticker;
import ru.garnitura.sessions.ui.FxTicker;
import ru.garnitura.sessions.ui.PulseExecutor;

/// All that the feature needs of the desktop.
public record SessionsNeeds(Lanes lanes, Ports ports, PrivateStore store, Desk desk) {

    /// @param fx runs on the FX lane
    /// @param pulse runs on the FX lane at its next pulse; [PulseExecutor] outside tests
    /// @param io virtual threads
    /// @param ticker on the FX lane; [FxTicker] outside tests
    /// @param clock the desk's time, which never goes back, in the operator's zone
    public record Lanes(Executor fx, Executor pulse, Executor io, Ticker ticker, Clock clock) {

        /// The lanes of a running desktop.
        public static Lanes onFx(Executor fx, Executor io, Clock clock) {
            return new Lanes(fx, new PulseExecutor(fx), io, new FxTicker(), clock);
        }
    }

    /// What the desktop fulfils.
    public record Ports(
            ChatTransport chats, DraftStore drafts, CustomerDirectory customers, RecordingPlayer recordings) {}

    /// Where cards and transcripts lie, encrypted.
    ///
    /// @param folder absolute, this feature's own
    /// @param key random, 64 hexadecimal digits, kept by the desktop
    /// @param damaged told in which file a damaged database was set aside; its content is fetched again
    public record PrivateStore(Path folder, String key, Consumer<Path> damaged) {

        /// Without the key.
        @Override
        public String toString() {
            return "PrivateStore[" + folder + "]";
        }
    }

    /// What holds for this desk now; each part may change while the window is open.
    public record Desk(
            ObservableValue<Locale> language,
            ObservableValue<String> operatorName,
            ObservableValue<DeskLimits> limits) {}
}
