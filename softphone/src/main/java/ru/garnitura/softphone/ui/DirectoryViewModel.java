package ru.garnitura.softphone.ui;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import ru.garnitura.assets.Formats;
import ru.garnitura.softphone.call.DialTarget;
import ru.garnitura.softphone.ui.NumberDirectory.Listed;

/// A name or a number being typed, and who fits it. What was found for an earlier text is passed over. FX lane.
final class DirectoryViewModel {

    /// No row is chosen: what was typed counts as it stands.
    static final int NONE = -1;
    /// Stands in for the account's domain: what matters here is whether the text can be called at all.
    private static final String ANY_DOMAIN = "localhost";
    private static final int LEAST_LETTERS = 2;
    private static final int MOST = 6;

    private final Supplier<NumberDirectory> directory;
    private final Executor fx;
    private final StringProperty typed = new SimpleStringProperty(this, "typed", "");
    private final ObservableList<Listed> found = FXCollections.observableArrayList();
    private final ObservableList<Listed> shown = FXCollections.unmodifiableObservableList(found);
    private final IntegerProperty chosen = new SimpleIntegerProperty(this, "chosen", NONE);
    /// Whose number was taken; empty where it was typed.
    private String taken = "";
    private int asked;
    private boolean taking;

    DirectoryViewModel(Supplier<NumberDirectory> directory, Executor fx) {
        this.directory = directory;
        this.fx = fx;
        typed.subscribe((before, now) -> changed(now));
    }

    StringProperty typedProperty() {
        return typed;
    }

    /// Who fits, best first.
    ObservableList<Listed> found() {
        return shown;
    }

    /// The row Enter would take, or [#NONE].
    ReadOnlyIntegerProperty chosenProperty() {
        return chosen;
    }

    private void changed(String now) {
        int mine = ++asked;
        taken = taking ? taken : "";
        if (taking || now.strip().length() < LEAST_LETTERS) {
            show(List.of(), now);
            return;
        }
        var _ = directory.get().find(now.strip()).whenComplete((fitting, failure) -> fx.execute(() -> {
            if (mine == asked) {
                show(failure == null ? fitting : List.of(), now);
            }
        }));
    }

    /// A name can't be called: the first who bears it is offered to Enter. A number can, so nobody is.
    private void show(List<Listed> fitting, String now) {
        found.setAll(fitting.subList(0, Math.min(fitting.size(), MOST)));
        chosen.set(!found.isEmpty() && now.codePoints().anyMatch(Character::isLetter) ? 0 : NONE);
    }

    void down() {
        chosen.set(Math.min(chosen.get() + 1, found.size() - 1));
    }

    void up() {
        chosen.set(Math.max(chosen.get() - 1, NONE));
    }

    /// Takes the chosen one's number.
    ///
    /// @return false where nobody is chosen
    boolean takeChosen() {
        if (chosen.get() == NONE) {
            return false;
        }
        take(found.get(chosen.get()));
        return true;
    }

    void take(Listed listed) {
        taken = listed.name();
        set(listed.number());
    }

    /// A number from elsewhere, for which nobody is looked up.
    void take(String number) {
        taken = "";
        set(number);
    }

    private void set(String number) {
        taking = true;
        typed.set(number);
        taking = false;
        asked++;
        show(List.of(), "");
    }

    /// Who would be called, and by which number; empty where nothing that was typed can be called.
    String preview(Formats formats) {
        if (DialTarget.parse(typed.get(), ANY_DOMAIN).isEmpty()) {
            return "";
        }
        String number = formats.phone(DialTarget.normalise(typed.get()));
        return taken.isEmpty() ? number : CallTexts.plain(taken) + CallTexts.BETWEEN + number;
    }
}
