package ru.garnitura.desktop.app;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import ru.garnitura.assets.Words;
import ru.garnitura.desktop.ui.Appearance;
import ru.garnitura.desktop.ui.notice.Notice;
import ru.garnitura.desktop.ui.notice.Notices;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.ReferralWish;
import ru.garnitura.softphone.call.Softphone;
import ru.garnitura.softphone.call.SoftphoneEvent;

/// The other side of a call asks us to call somebody (REFER): shown with the number, called when the operator agrees, by
/// the button or by its key. Each call's question is a notice of its own. The focus stays where he types. FX lane.
final class ReferralQuestions {

    private static final String REFERRAL = "referral-";

    private final Softphone softphone;
    private final Notices notices;
    private final Appearance appearance;
    private final Map<CallId, ReferralWish> asked = new LinkedHashMap<>();
    private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper(this, "waiting");

    ReferralQuestions(Softphone softphone, Notices notices, Appearance appearance) {
        this.softphone = softphone;
        this.notices = notices;
        this.appearance = appearance;
    }

    /// A remote side waits for the operator's word.
    ReadOnlyBooleanProperty waiting() {
        return waiting.getReadOnlyProperty();
    }

    void happened(SoftphoneEvent event) {
        switch (event) {
            case SoftphoneEvent.ReferralAsked(CallId call, ReferralWish wish) -> ask(call, wish);
            case SoftphoneEvent.ReferralSettled(CallId call) -> leave(call);
            case SoftphoneEvent.IncomingCall _, SoftphoneEvent.CallChanged _, SoftphoneEvent.TurnedAway _,
                    SoftphoneEvent.AnsweredByItself _, SoftphoneEvent.CodeDialled _, SoftphoneEvent.TransferFailed _,
                    SoftphoneEvent.RegistrationChanged _, SoftphoneEvent.DigitReceived _, SoftphoneEvent.DeviceChanged _,
                    SoftphoneEvent.RemoteSilent _ -> { }
        }
    }

    private void ask(CallId call, ReferralWish wish) {
        asked.put(call, wish);
        waiting.set(true);
        notices.show(Notice.news(REFERRAL + call.value(), question(wish),
                new Notice.Deed(words().text("notice.referral.call"), () -> agree(call, wish)),
                new Notice.Deed(words().text("notice.referral.leave"), () -> decline(call, wish)))
                .onDismiss(() -> decline(call, wish)));
    }

    /// A number as it is read, or the address of who has none, and whose it is where that is not our own exchange.
    private ObservableValue<String> question(ReferralWish wish) {
        Object called = wish.number().matches("\\+?\\d+") ? appearance.formats().phone(wish.number()) : wish.uri();
        return wish.host().isEmpty() ? words().text("notice.referral", called)
                : words().text("notice.referral.elsewhere", called, wish.host());
    }

    /// Calls whom it was asked for first.
    void agree() {
        asked.entrySet().stream().findFirst().ifPresent(first -> agree(first.getKey(), first.getValue()));
    }

    private void agree(CallId call, ReferralWish wish) {
        leave(call);
        softphone.followReferral(call, wish);
    }

    private void decline(CallId call, ReferralWish wish) {
        leave(call);
        softphone.declineReferral(call, wish);
    }

    private void leave(CallId call) {
        asked.remove(call);
        waiting.set(!asked.isEmpty());
        notices.clear(REFERRAL + call.value());
    }

    private Words words() {
        return appearance.words();
    }
}
