package ru.garnitura.softphone.ui;

import java.net.InetAddress;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.SimpleObjectProperty;
import ru.garnitura.assets.Words;
import ru.garnitura.softphone.call.CallHints;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.FakeTimers;
import ru.garnitura.softphone.call.MediaSnapshot;
import ru.garnitura.softphone.call.RemoteParty;
import ru.garnitura.softphone.call.ScriptedMedia;
import ru.garnitura.softphone.call.ScriptedSignaling;
import ru.garnitura.softphone.call.SignalingListener;
import ru.garnitura.softphone.call.SipAccount;
import ru.garnitura.softphone.call.SrtpPolicy;
import ru.garnitura.softphone.call.Softphone;

/// A softphone whose customers, clock and ticks are played by the test, and the views over it.
final class ScriptedDesk {

    static final RemoteParty IRINA = new RemoteParty("Ирина Соколова", "+79275550134", "sip:+79275550134@test.invalid",
            true, new CallHints("Техподдержка", 48, "", List.of(), Map.of()));
    static final MediaSnapshot GOOD = new MediaSnapshot("PCMA", false, -24, -15, 100, 100, 0, 4, 20, 4.3);

    final FakeTimers time = new FakeTimers();
    final FakeTicker ticker = new FakeTicker();
    final ScriptedSignaling signaling = new ScriptedSignaling();
    final SpeakingMedia media = new SpeakingMedia();
    final SimpleObjectProperty<Locale> language = new SimpleObjectProperty<>(Words.RUSSIAN);
    final Softphone softphone = new Softphone(time.lane(), () -> signaling, media);
    final SoftphoneUi ui = new SoftphoneUi(softphone, new SoftphoneUi.Needs(Runnable::run, ticker,
            time.withZone(ZoneId.of("Europe/Moscow")), language, CallBarTimes.USUAL));

    ScriptedDesk() {
        var plain = SipAccount.of("sip:101@test.invalid", () -> "secret".toCharArray(), "sip:test.invalid");
        softphone.register(new SipAccount(plain.identity(), plain.route(),
                new SipAccount.CallPolicy(-1, 0, 3, List.of("pcma"), SrtpPolicy.OFF)));
    }

    CallId irinaCalls() {
        return calls(IRINA);
    }

    CallId calls(RemoteParty remote) {
        var id = new CallId("call-" + remote.number() + "-" + time.instant());
        signaling.remote().invited(id, new SignalingListener.Invitation(remote, ScriptedMedia.remote(),
                InetAddress.getLoopbackAddress(), -1, null));
        return id;
    }

    CallId irinaTalks() {
        var id = irinaCalls();
        media.measure(GOOD);
        ui.call().answer();
        return id;
    }

    void irinaHeld(CallId id) {
        ui.call().toggleHold();
        signaling.remote().modified(id, ScriptedMedia.remote());
    }

    /// Moves time on and ticks once.
    void pass(Duration time) {
        this.time.pass(time);
        ticker.tick();
    }
}
