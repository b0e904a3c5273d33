package ru.garnitura.kb;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import ru.garnitura.kb.article.Passage;
import ru.garnitura.kb.sync.KbApi;
import ru.garnitura.kb.sync.KbFeedback;

/// What the knowledge base needs from the desktop.
///
/// @param folder   absolute; the module owns everything in it: the store, the index, pictures
/// @param clock    tells the time and the zone in which moments are shown
/// @param language of the window, may change at run time
public record KbNeeds(Lanes lanes, Ports ports, Path folder, Clock clock, ObservableValue<Locale> language) {

    /// Where the module's work is done.
    ///
    /// @param fx runs on the FX lane
    /// @param io runs each task on a virtual thread that nobody interrupts
    public record Lanes(Executor fx, Executor io) {
    }

    /// What the desktop does for the module.
    ///
    /// @param insert   takes a passage into the reply being written; FX lane
    /// @param setAside told when a damaged store was set aside and is being rebuilt; any thread
    public record Ports(KbApi api, KbFeedback feedback, Consumer<Passage> insert, Consumer<DamagedCache> setAside) {
    }

    /// A local copy that could not be read. It is rebuilt by itself; people are told once.
    ///
    /// @param what   was damaged
    /// @param kept   where the damaged files now are
    /// @param detail technical cause, for the log
    public record DamagedCache(Kind what, Path kept, String detail) {

        /// The articles come back from the server, the index from the articles; the operator's own records begin anew.
        public enum Kind { ARTICLES, INDEX, OWN_RECORDS }
    }
}
