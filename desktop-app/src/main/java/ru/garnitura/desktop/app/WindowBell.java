package ru.garnitura.desktop.app;

import ru.garnitura.assets.Formats;
import ru.garnitura.desktop.ui.Appearance;
import ru.garnitura.desktop.ui.shell.ComingForward;
import ru.garnitura.desktop.ui.shell.OfferCard;
import ru.garnitura.softphone.call.CallSnapshot;
import ru.garnitura.softphone.call.RemoteParty;
import ru.garnitura.softphone.ui.CallViewModel;

/// Rings: sound on the ringer's device, and the window in sight without the focus. FX lane.
final class WindowBell implements RingAlarm.Bell {

    private final ComingForward forward;
    private final Phone phone;
    private final Appearance appearance;

    WindowBell(ComingForward forward, Phone phone, Appearance appearance) {
        this.forward = forward;
        this.phone = phone;
        this.appearance = appearance;
    }

    @Override
    public void start(CallSnapshot call) {
        phone.ringer().ring();
        CallViewModel verbs = phone.ui().call();
        RemoteParty remote = call.remote();
        forward.begin(new OfferCard(remote.displayName().isEmpty() ? number(remote) : remote.displayName(), place(remote),
                new OfferCard.Verbs(verbs::answer, verbs::reject), appearance.words()));
    }

    @Override
    public void stop() {
        phone.ringer().silence();
        forward.over();
    }

    private String place(RemoteParty remote) {
        String number = remote.displayName().isEmpty() ? "" : number(remote);
        String queue = remote.hints().queue();
        return number.isEmpty() || queue.isEmpty() ? number + queue : number + " \u00b7 " + queue;
    }

    private String number(RemoteParty remote) {
        Formats formats = appearance.formats();
        return formats.phone(remote.number());
    }
}
