package ru.garnitura.desktop.app;

import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import ru.garnitura.assets.Words;
import ru.garnitura.desktop.ui.shell.SheetLayer;
import ru.garnitura.softphone.ui.FxTicker;
import ru.garnitura.softphone.ui.SoftphoneUi;
import ru.garnitura.softphone.ui.sound.ReadyCheckView;
import ru.garnitura.softphone.ui.sound.SoundView;
import ru.garnitura.softphone.ui.sound.SoundViewModel;

/// The sound screen over the desk, and the check of the microphone before Ready. Microphone and headset are open while it is
/// shown, and no longer. FX lane.
final class SoundSheet {

    private final CheckedSound sound;
    private final ObservableValue<Locale> language;
    private final SheetLayer layer = new SheetLayer();
    /// Waits for the end of the check, shown or not.
    private @Nullable Runnable pending;
    private boolean asking;

    SoundSheet(CheckedSound sound, ObservableValue<Locale> language) {
        this.sound = sound;
        this.language = language;
    }

    private Words words() {
        return Words.of(language, "softphone", SoftphoneUi.class);
    }

    /// The layer, with another one over it.
    Node under(Node upper) {
        StackPane layers = new StackPane(layer, upper);
        layers.setPickOnBounds(false);
        return layers;
    }

    void open() {
        SoundViewModel model = new SoundViewModel(sound, new FxTicker());
        SoundView view = new SoundView(model, words(), layer::close);
        layer.show(view, model::close);
        model.open();
        view.focusCheck();
    }

    /// Goes Ready, at once where the devices were checked; otherwise the check comes first, and Escape skips it. Who asks
    /// again while it is shown waits for the same check.
    ///
    /// @param ready runs in the end, whatever becomes of the check, unless the desk closes or another one takes its place
    void beforeReady(Runnable ready) {
        pending = ready;
        if (asking) {
            return;
        }
        if (sound.isChecked()) {
            pending = null;
            ready.run();
            return;
        }
        ask();
    }

    private void ask() {
        SoundViewModel model = new SoundViewModel(sound, new FxTicker());
        Runnable passed = () -> {
            sound.checked();
            layer.close();
        };
        Runnable settings = () -> {
            sound.skipCheck();
            open();
        };
        ReadyCheckView view = new ReadyCheckView(model, words(), new ReadyCheckView.Verbs(passed, layer::close, settings));
        layer.show(view, () -> {
            model.close();
            go();
        });
        asking = true;
        model.open();
        view.focusCheck();
    }

    private void go() {
        if (!asking) {
            return;
        }
        asking = false;
        Runnable ready = pending;
        pending = null;
        if (ready != null) {
            if (!sound.isChecked()) {
                sound.skipCheck();
            }
            ready.run();
        }
    }

    /// Lets the desk be seen; who waits for the check goes on waiting. Idempotent.
    void uncover() {
        asking = false;
        layer.close();
    }

    /// Hides the check until [#goOn]. Idempotent.
    void putOff() {
        if (asking) {
            uncover();
        }
    }

    /// The desk is free to be covered: the check that somebody waits for is shown again.
    void goOn() {
        Runnable ready = pending;
        if (ready != null && !layer.isVisible()) {
            beforeReady(ready);
        }
    }

    /// Nobody wants to go Ready any more. Idempotent.
    void forget() {
        pending = null;
        putOff();
    }

    /// The desk closes: nobody goes Ready any more. Idempotent.
    void close() {
        pending = null;
        uncover();
    }
}
