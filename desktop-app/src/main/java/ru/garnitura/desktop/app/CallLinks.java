package ru.garnitura.desktop.app;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import ru.garnitura.assets.Words;
import ru.garnitura.desktop.desk.CallLink;
import ru.garnitura.desktop.ui.Appearance;
import ru.garnitura.desktop.ui.notice.Notice;
import ru.garnitura.desktop.ui.notice.Notices;
import ru.garnitura.softphone.ui.CallPhase;
import ru.garnitura.softphone.ui.CallViewModel;

/// Links from other programs: shown with their number, called when the operator agrees, by the button or by its key. The
/// focus stays where he types. FX lane.
final class CallLinks {

    private static final String LINK = "call-link";

    private final CallViewModel call;
    private final Notices notices;
    private final Appearance appearance;
    private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper(this, "waiting");
    private String target = "";

    CallLinks(CallViewModel call, Notices notices, Appearance appearance) {
        this.call = call;
        this.notices = notices;
        this.appearance = appearance;
    }

    /// A link waits for the operator's word.
    ReadOnlyBooleanProperty waiting() {
        return waiting.getReadOnlyProperty();
    }

    void follow(String link) {
        switch (CallLink.parse(link)) {
            case CallLink.Callable callable -> ask(callable);
            case CallLink.Refused(CallLink.Reason reason) -> refuse(switch (reason) {
                case NO_NUMBER -> "notice.call-link.no-number";
                case SERVICE_CODE -> "notice.call-link.service-code";
                case MORE_THAN_A_CALL -> "notice.call-link.more";
            });
        }
    }

    private void ask(CallLink.Callable callable) {
        target = callable.target();
        waiting.set(true);
        notices.show(Notice.news(LINK, words().text("notice.call-link", appearance.formats().phone(callable.number())),
                new Notice.Deed(words().text("notice.call-link.call"), this::agree),
                new Notice.Deed(words().text("notice.call-link.leave"), this::leave)).onDismiss(this::leave));
    }

    private void refuse(String why) {
        leave();
        notices.show(Notice.warning(LINK, words().text(why)));
    }

    /// Calls what was shown; while a call goes on it waits for its end.
    void agree() {
        if (waiting.get() && isFree()) {
            String agreed = target;
            leave();
            call.dial(agreed);
        }
    }

    private boolean isFree() {
        CallPhase phase = call.phaseProperty().get();
        return phase == CallPhase.NONE || phase == CallPhase.ENDED;
    }

    private void leave() {
        target = "";
        waiting.set(false);
        notices.clear(LINK);
    }

    private Words words() {
        return appearance.words();
    }
}
