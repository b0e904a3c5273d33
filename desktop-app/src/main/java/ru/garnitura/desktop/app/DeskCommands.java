package ru.garnitura.desktop.app;

import java.util.List;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import ru.garnitura.assets.Icon;
import ru.garnitura.desktop.desk.Readiness;
import ru.garnitura.desktop.ui.Appearance;
import ru.garnitura.desktop.ui.Command;
import ru.garnitura.sessions.SessionsModule;
import ru.garnitura.softphone.call.RecordingState;
import ru.garnitura.softphone.ui.CallGrouping;
import ru.garnitura.softphone.ui.CallPhase;
import ru.garnitura.softphone.ui.CallViewModel;
import ru.garnitura.softphone.ui.TargetUse;

/// Everything the desk does from the keyboard, with its keys: the key map, the palette and the key list show these.
final class DeskCommands {

    private DeskCommands() {
    }

    /// Verbs of the window itself.
    record WindowVerbs(Runnable palette, Runnable keys, Runnable dial, Runnable customer, Runnable base, Runnable search,
            AgreeVerb agreeToCall, Runnable support, Runnable sound) {
    }

    /// A link from another program, or the other side of a call, waits for the operator's word.
    record AgreeVerb(Runnable agree, ObservableBooleanValue waiting) {
    }

    static List<Command> of(CallViewModel call, SessionsModule sessions, Readiness readiness, Appearance appearance,
            WindowVerbs window) {
        BooleanBinding ringing = call.phaseProperty().isEqualTo(CallPhase.INCOMING);
        BooleanBinding connected = Bindings.createBooleanBinding(() -> call.phaseProperty().get().connected(), call.phaseProperty());
        BooleanBinding endable = connected.or(call.phaseProperty().isEqualTo(CallPhase.OUTGOING));
        BooleanBinding free = endable.or(ringing).not();
        var waiting = ringing.or(Bindings.isNotEmpty(call.others()));
        var recordable = connected.and(Bindings.createBooleanBinding(() -> call.callProperty().get() != null
                && call.callProperty().get().recording() != RecordingState.NONE, call.callProperty()));
        var alone = connected.and(grouped(call, group -> !group.several()));
        return List.of(
                Command.of("answer", Icon.PHONE, "F2", call::answer, waiting),
                Command.of("reject", Icon.PHONE_MISSED, "Shift+F2", call::reject, waiting),
                Command.of("mute", Icon.MIC_OFF, "F3", call::toggleMute, connected),
                Command.of("record", Icon.CIRCLE, "Shift+F3", call::toggleRecording, recordable),
                Command.of("hold", Icon.PAUSE, "F4", call::toggleHold, connected),
                Command.of("consult", Icon.USERS, "F5", () -> call.ask(TargetUse.CONSULT), alone),
                Command.of("transfer", Icon.PHONE_FORWARDED, "Shift+F5", () -> call.ask(TargetUse.TRANSFER), alone),
                Command.of("swap", Icon.REPEAT, "F6", call::swap, grouped(call, CallGrouping::several)),
                Command.of("complete", Icon.PHONE_FORWARDED, "Shift+F6", call::complete,
                        grouped(call, CallGrouping::consultation)),
                Command.of("go-back", Icon.CORNER_UP_LEFT, "Shortcut+F6", call::goBack,
                        grouped(call, CallGrouping::consultation)),
                Command.of("conference", Icon.USERS, "Shortcut+F5", call::conference, grouped(call, CallGrouping::joinable)),
                Command.of("end", Icon.PHONE_OFF, "Shift+F4", call::end, endable),
                Command.of("dial", Icon.PHONE_OUTGOING, "Shortcut+D", window.dial(), free),
                Command.of("agree-to-call", Icon.PHONE_OUTGOING, "Shortcut+Shift+D", window.agreeToCall().agree(),
                        window.agreeToCall().waiting()),
                Command.of("ready", Icon.CHECK_CIRCLE, "F7", readiness::goReady),
                Command.of("not-ready", Icon.PAUSE_CIRCLE, "F8", () -> readiness.goNotReady("")),
                Command.of("accept", Icon.MESSAGE_CIRCLE, "F9", sessions::acceptOldest),
                Command.of("next", Icon.ARROW_DOWN, "Shortcut+PAGE_DOWN", sessions::selectNext),
                Command.of("previous", Icon.ARROW_UP, "Shortcut+PAGE_UP", sessions::selectPrevious),
                Command.of("composer", Icon.EDIT, "Shortcut+E", sessions::focusComposer),
                Command.of("customer", Icon.USER, "Shortcut+DIGIT1", window.customer()),
                Command.of("base", Icon.BOOK_OPEN, "Shortcut+DIGIT2", window.base()),
                Command.of("search", Icon.SEARCH, "Shortcut+F", window.search()),
                Command.of("palette", Icon.COMMAND, "Shortcut+K", window.palette()),
                Command.of("sound", Icon.HEADPHONES, "", window.sound()),
                Command.of("theme", Icon.SUN, "", appearance::switchTheme),
                Command.of("language", Icon.GLOBE, "", appearance::switchLanguage),
                Command.of("support", Icon.LIFE_BUOY, "", window.support()),
                Command.of("keys", Icon.HELP_CIRCLE, "F1", window.keys()));
    }

    private static BooleanBinding grouped(CallViewModel call, Predicate<CallGrouping> fits) {
        return Bindings.createBooleanBinding(() -> fits.test(call.groupingProperty().get()), call.groupingProperty());
    }
}
