package ru.garnitura.softphone.ui;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import ru.garnitura.softphone.call.CallSnapshot;
import ru.garnitura.softphone.call.DialTarget;

/// A number being typed for an outgoing call. FX lane.
final class DialViewModel {

    /// Stands in for the account's domain: what matters here is whether the text can be called at all.
    private static final String ANY_DOMAIN = "localhost";

    private final CallViewModel call;
    private final StringProperty typed = new SimpleStringProperty(this, "typed", "");
    private final StringBinding number =
            Bindings.createStringBinding(() -> DialTarget.normalise(typed.get()), typed);
    private final BooleanBinding callable;

    DialViewModel(CallViewModel call) {
        this.call = call;
        callable = Bindings.createBooleanBinding(this::canCall, typed, call.phaseProperty());
    }

    StringProperty typedProperty() {
        return typed;
    }

    /// The number as it will be called: `8 927...` is shown as `+7927...`.
    StringBinding numberProperty() {
        return number;
    }

    BooleanBinding callableProperty() {
        return callable;
    }

    void append(char digit) {
        typed.set(typed.get() + digit);
    }

    /// Calls that are over, newest first.
    ObservableList<CallSnapshot> recent() {
        return call.recent().calls();
    }

    /// Takes the number of a call that is over.
    void take(CallSnapshot former) {
        typed.set(former.remote().number());
    }

    /// Calls, if that can be called, and empties the field.
    ///
    /// @return whether it called
    boolean call() {
        if (!canCall()) {
            return false;
        }
        call.dial(typed.get());
        typed.set("");
        return true;
    }

    private boolean canCall() {
        var free = call.phaseProperty().get() == CallPhase.NONE || call.phaseProperty().get() == CallPhase.ENDED;
        return free && !typed.get().isBlank() && DialTarget.parse(typed.get(), ANY_DOMAIN).isPresent();
    }
}
