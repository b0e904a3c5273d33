package ru.garnitura.desktop.app;

import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
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

    private final Phone phone;
    private final ObservableValue<Locale> language;
    private final SheetLayer layer = new SheetLayer();

    SoundSheet(Phone phone, ObservableValue<Locale> language) {
        this.phone = phone;
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
        SoundViewModel model = new SoundViewModel(phone.sound(), new FxTicker());
        SoundView view = new SoundView(model, words(), layer::close);
        layer.show(view, model::close);
        model.open();
        view.focusCheck();
    }

    /// Goes Ready, at once where the devices were checked; otherwise the check comes first, and Escape skips it.
    ///
    /// @param ready runs in the end, whatever becomes of the check
    void beforeReady(Runnable ready) {
        if (phone.sound().isChecked()) {
            ready.run();
            return;
        }
        SoundViewModel model = new SoundViewModel(phone.sound(), new FxTicker());
        Runnable passed = () -> {
            phone.sound().checked();
            layer.close();
        };
        Runnable settings = () -> {
            phone.sound().skipCheck();
            open();
        };
        ReadyCheckView view = new ReadyCheckView(model, words(), new ReadyCheckView.Verbs(passed, layer::close, settings));
        layer.show(view, () -> {
            model.close();
            if (!phone.sound().isChecked()) {
                phone.sound().skipCheck();
            }
            ready.run();
        });
        model.open();
        view.focusCheck();
    }

    /// Idempotent.
    void close() {
        layer.close();
    }
}
