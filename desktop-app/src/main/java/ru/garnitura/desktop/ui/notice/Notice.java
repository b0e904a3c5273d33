package ru.garnitura.desktop.ui.notice;

import java.util.List;
import javafx.beans.value.ObservableValue;
import ru.garnitura.assets.Icon;
import ru.garnitura.assets.Tone;

/// Something that holds until it is mended or dismissed, with what can be done about it.
///
/// @param id        one notice of an id is shown at a time
/// @param text      what happened and what to do, following the language
/// @param dismissed runs when the operator puts it away without a deed
public record Notice(String id, Tone tone, Icon icon, ObservableValue<String> text, List<Deed> deeds, Runnable dismissed) {

    public Notice {
        deeds = List.copyOf(deeds);
    }

    /// A verb on a button.
    public record Deed(ObservableValue<String> name, Runnable action) {
    }

    /// A question: putting it away answers it too.
    public Notice onDismiss(Runnable answer) {
        return new Notice(id, tone, icon, text, deeds, answer);
    }

    private static Notice of(String id, Tone tone, Icon icon, ObservableValue<String> text, Deed... deeds) {
        return new Notice(id, tone, icon, text, List.of(deeds), () -> { });
    }

    public static Notice warning(String id, ObservableValue<String> text, Deed... deeds) {
        return of(id, Tone.WARN, Icon.ALERT_TRIANGLE, text, deeds);
    }

    public static Notice trouble(String id, ObservableValue<String> text, Deed... deeds) {
        return of(id, Tone.DANGER, Icon.ALERT_CIRCLE, text, deeds);
    }

    public static Notice news(String id, ObservableValue<String> text, Deed... deeds) {
        return of(id, Tone.ACCENT, Icon.INFO, text, deeds);
    }
}
