package ru.garnitura.desktop.app;

import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import ru.garnitura.assets.Words;
import ru.garnitura.desktop.ui.notice.Notice;
import ru.garnitura.desktop.ui.notice.Notices;
import ru.garnitura.desktop.ui.shell.SheetLayer;
import ru.garnitura.softphone.ui.FxTicker;
import ru.garnitura.softphone.ui.SoftphoneUi;
import ru.garnitura.softphone.ui.sound.SoundView;
import ru.garnitura.softphone.ui.sound.SoundViewModel;

/// The sound screen over the desk, and the offer to check the microphone. Microphone and headset are open while it is
/// shown, and no longer. FX lane.
final class SoundSheet {

    private static final String OFFER = "check";

    private final Phone phone;
    private final ObservableValue<Locale> language;
    private final Notices notices;
    private final SheetLayer layer = new SheetLayer();

    SoundSheet(Phone phone, ObservableValue<Locale> language, Notices notices) {
        this.phone = phone;
        this.language = language;
        this.notices = notices;
    }

    /// The layer, with another one over it.
    Node under(Node upper) {
        StackPane layers = new StackPane(layer, upper);
        layers.setPickOnBounds(false);
        return layers;
    }

    void open() {
        notices.clear(OFFER);
        SoundViewModel model = new SoundViewModel(phone.sound(), new FxTicker());
        SoundView view = new SoundView(model, Words.of(language, "softphone", SoftphoneUi.class), layer::close);
        layer.show(view, model::close);
        model.open();
        view.focusCheck();
    }

    /// Asks once; what is skipped is skipped for the day.
    void offer(Words words) {
        notices.show(Notice.news(OFFER, words.text("notice.check"),
                new Notice.Deed(words.text("notice.check.begin"), this::open),
                new Notice.Deed(words.text("notice.check.skip"), () -> {
                    notices.clear(OFFER);
                    phone.sound().checked();
                })));
    }

    /// Idempotent.
    void close() {
        layer.close();
    }
}
