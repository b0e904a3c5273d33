package ru.garnitura.softphone.ui;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Executor;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import ru.garnitura.assets.Formats;
import ru.garnitura.assets.Words;
import ru.garnitura.assets.controls.Lamp;
import ru.garnitura.softphone.call.Softphone;

/// Joins the softphone's views and view-models. The softphone itself knows nothing of them, so that it also runs where
/// there is no window. FX lane.
public final class SoftphoneUi implements AutoCloseable {

    private final CallViewModel call;
    private final RegistrationViewModel registration;
    private final CallTexts texts;

    /// What the views need from outside.
    ///
    /// @param fx       runs on the FX lane
    /// @param ticker   [FxTicker] outside tests
    /// @param clock    the desk's clock, in the operator's zone
    /// @param language Russian or English, may change at any time
    /// @param times    [CallBarTimes#USUAL] unless set otherwise
    public record Needs(Executor fx, Ticker ticker, Clock clock, ObservableValue<Locale> language,
            CallBarTimes times) {
    }

    public SoftphoneUi(Softphone softphone, Needs needs) {
        call = new CallViewModel(softphone, needs);
        registration = new RegistrationViewModel(softphone, needs);
        texts = new CallTexts(Words.of(needs.language(), "softphone", SoftphoneUi.class),
                new Formats(needs.language(), needs.clock()));
    }

    /// The verbs and state of the call at hand.
    public CallViewModel call() {
        return call;
    }

    /// Names that may be typed instead of numbers, from now on.
    public void listIn(NumberDirectory names) {
        call.listIn(names);
    }

    public RegistrationViewModel registration() {
        return registration;
    }

    /// The bar of the call at hand, 68 px high; takes no room while there is none.
    public Region callBar() {
        return new CallBarView(call, texts);
    }

    /// What a popover for outgoing calls shows: number, keys, «Позвонить».
    ///
    /// @param dialled runs after the operator called, such as closing the popover
    public Region dialPad(Runnable dialled) {
        return new DialPadView(new DialViewModel(call, call.newDirectory()), texts, dialled);
    }

    /// Registration at a glance, for the top bar.
    public Lamp registrationLamp() {
        return RegistrationLamp.of(registration, texts);
    }

    /// Style sheets of these views, to be added after the theme.
    public static List<String> stylesheets() {
        return List.of(Objects.requireNonNull(SoftphoneUi.class.getResource("softphone.css")).toExternalForm());
    }

    @Override
    public void close() {
        call.close();
        registration.close();
    }
}
