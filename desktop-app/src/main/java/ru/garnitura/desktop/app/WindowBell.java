package ru.garnitura.desktop.app;

import ru.garnitura.desktop.ui.shell.WindowFrame;
import ru.garnitura.softphone.call.CallSnapshot;

/// Rings: the window comes forward without the focus. FX lane.
final class WindowBell implements RingAlarm.Bell {

    private final WindowFrame frame;
    private final Phone phone;

    WindowBell(WindowFrame frame, Phone phone) {
        this.frame = frame;
        this.phone = phone;
    }

    @Override
    public void start(CallSnapshot call) {
        frame.comeForward();
        phone.ringer().ring();
    }

    @Override
    public void stop() {
        phone.ringer().silence();
    }
}
