package ru.garnitura.desktop.ui.topbar;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import ru.garnitura.desktop.desk.Readiness;
import ru.garnitura.desktop.link.policy.Choices;

/// What the top bar shows and calls.
///
/// @param reasons the operator may choose for NotReady
/// @param figures of the queues and the shift
public record TopBarModel(String operator, Readiness readiness, List<Choices.NotReadyReason> reasons, Figures figures,
        Lamps lamps) {

    public TopBarModel {
        reasons = List.copyOf(reasons);
    }

    /// @param queues null while there is no data
    public record Figures(ObservableValue<@Nullable QueueFigures> queues, ObservableValue<Number> served) {
    }

    /// One for each link the desk lives on.
    ///
    /// @param sip the softphone's own
    public record Lamps(Node sip, ObservableValue<LampText> chats, ObservableValue<LampText> base) {
    }

    /// What the operator's menu and the field do.
    public record Verbs(Runnable palette, Runnable devices, Runnable keys, Runnable support, Runnable signOut) {
    }
}
