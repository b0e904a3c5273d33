package ru.garnitura.softphone.ui;

import java.util.Objects;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import ru.garnitura.softphone.call.CallSnapshot;

/// Whom this desk spoke or tried to speak with since it started, newest first, each number once. Kept in memory alone: a
/// list of customers' numbers has no business on the disk. FX lane.
final class RecentCalls {

    private static final int MOST = 8;

    private final ObservableList<CallSnapshot> calls = FXCollections.observableArrayList();
    private final ObservableList<CallSnapshot> shown = FXCollections.unmodifiableObservableList(calls);

    /// Calls that are over.
    ObservableList<CallSnapshot> calls() {
        return shown;
    }

    void ended(CallSnapshot call) {
        var number = call.remote().number();
        if (number.isEmpty()) {
            return;
        }
        calls.removeIf(other -> Objects.equals(other.remote().number(), number));
        calls.addFirst(call);
        if (calls.size() > MOST) {
            calls.removeLast();
        }
    }
}
