package ru.garnitura.softphone.ui;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import ru.garnitura.softphone.call.CallSnapshot;
import ru.garnitura.softphone.call.DialTarget;

/// A number being typed for an outgoing call. FX lane.
final class DialViewModel {

    /// Stands in for the account's domain: what matters here is whether the text can be called at all.
    private static final String ANY_DOMAIN = "localhost";

    private final CallViewModel call;
    private final DirectoryViewModel directory;
    private final StringProperty typed;
    private final BooleanBinding callable;

    DialViewModel(CallViewModel call, DirectoryViewModel directory) {
        this.call = call;
        this.directory = directory;
        typed = directory.typedProperty();
        callable = Bindings.createBooleanBinding(this::canCall, typed, call.phaseProperty());
    }

    BooleanBinding callableProperty() {
        return callable;
    }

    /// Who fits what is typed.
    DirectoryViewModel directory() {
        return directory;
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
        directory.take(former.remote().number());
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
