package ru.garnitura.softphone.ui;

import ru.garnitura.assets.controls.Lamp;

/// The lamp of the top bar that tells whether customers can reach this desk.
final class RegistrationLamp {

    private RegistrationLamp() {
    }

    static Lamp of(RegistrationViewModel model, CallTexts texts) {
        var lamp = new Lamp();
        var state = model.registrationProperty();
        var words = new RegistrationWords(texts);
        lamp.setId("registration-lamp");
        lamp.textProperty().bind(texts.words().text("registration.lamp"));
        lamp.toneProperty().bind(state.map(now -> RegistrationViewModel.tone(now.state())));
        lamp.detailProperty().bind(texts.text(() -> words.of(state.get(), model.nowProperty().get()), state,
                model.nowProperty()));
        return lamp;
    }
}
