package ru.garnitura.desktop.app;

import java.util.Objects;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;
import ru.garnitura.assets.Words;
import ru.garnitura.desktop.ui.Appearance;
import ru.garnitura.desktop.ui.notice.Notice;
import ru.garnitura.desktop.ui.notice.Notices;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.CallSnapshot;
import ru.garnitura.softphone.call.DialTarget;
import ru.garnitura.softphone.call.Softphone;
import ru.garnitura.softphone.call.SoftphoneEvent;

/// The other side of a call asks us to call somebody (REFER): shown with the number, called when the operator agrees, by
/// the button or by its key. The focus stays where he types. FX lane.
final class ReferralQuestion {

    private static final String REFERRAL = "referral";

    private final Softphone softphone;
    private final Notices notices;
    private final Appearance appearance;
    private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper(this, "waiting");
    private @Nullable CallId asking;
    private @Nullable DialTarget target;

    ReferralQuestion(Softphone softphone, Notices notices, Appearance appearance) {
        this.softphone = softphone;
        this.notices = notices;
        this.appearance = appearance;
    }

    /// A remote side waits for the operator's word.
    ReadOnlyBooleanProperty waiting() {
        return waiting.getReadOnlyProperty();
    }

    void happened(SoftphoneEvent event) {
        if (event instanceof SoftphoneEvent.CallChanged(CallSnapshot call)) {
            changed(call);
        }
    }

    private void changed(CallSnapshot call) {
        DialTarget wish = call.wish();
        if (wish == null) {
            if (call.id().equals(asking)) {
                leave();
            }
        } else if (!wish.equals(target) || !call.id().equals(asking)) {
            ask(call, wish);
        }
    }

    private void ask(CallSnapshot call, DialTarget wish) {
        asking = call.id();
        target = wish;
        waiting.set(true);
        notices.show(Notice.news(REFERRAL, words().text("notice.referral", called(wish)),
                new Notice.Deed(words().text("notice.referral.call"), this::agree),
                new Notice.Deed(words().text("notice.referral.leave"), this::decline)));
    }

    /// A number as it is read, or the address of who has none.
    private Object called(DialTarget wish) {
        return wish.number().matches("\\+?\\d+") ? appearance.formats().phone(wish.number()) : wish.uri();
    }

    void agree() {
        if (waiting.get()) {
            softphone.followReferral(Objects.requireNonNull(asking));
            leave();
        }
    }

    private void decline() {
        if (waiting.get()) {
            softphone.declineReferral(Objects.requireNonNull(asking));
            leave();
        }
    }

    private void leave() {
        asking = null;
        target = null;
        waiting.set(false);
        notices.clear(REFERRAL);
    }

    private Words words() {
        return appearance.words();
    }
}
