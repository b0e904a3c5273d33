package ru.garnitura.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import ru.garnitura.assets.Pictures;
import ru.garnitura.assets.Tone;
import ru.garnitura.assets.controls.Lamp;
import ru.garnitura.desktop.endtoend.Await;
import ru.garnitura.desktop.endtoend.BackOfficeProcess;
import ru.garnitura.desktop.endtoend.Browser;
import ru.garnitura.desktop.endtoend.History;
import ru.garnitura.desktop.endtoend.NativeEnvironment;
import ru.garnitura.desktop.endtoend.Recording;
import ru.garnitura.softphone.audio.ToneShare;
import ru.garnitura.softphone.peers.Baresip;
import ru.garnitura.softphone.peers.Kamailio;
import ru.garnitura.softphone.peers.PulseAudio;

/// One customer served from ring to wrap-up, and a second one in a chat, with nothing between that we wrote but the
/// product: kamailio is the registrar, baresip the caller, Chromium the chat customer, PulseAudio the headset.
class OneCustomerServedIT {

    private static final String CALLER = "+79275550134";
    private static final String CALLER_NAME = "Соколова";
    private static final String NOTE = "Проверили услуги, пришлём SMS";
    private static final int CALLER_HZ = 440;
    private static final int OPERATOR_HZ = 1_000;
    private static final double CLEAR = 0.9;
    private static final double SILENT = 0.02;
    private static final Duration LISTEN = Duration.ofMillis(500);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final ShownDesk desk = new ShownDesk();
    private final FxRobot robot = desk.robot();

    @AfterEach
    void closeDesktop() throws Exception {
        Pictures.saveWindows("one-customer-served");
        desk.close();
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void aCallAndAChatAreServedAndAnOutageLosesNothing() throws Throwable {
        try (var headset = PulseAudio.start();
                var backOffice = new BackOfficeProcess(folder);
                var kamailio = Kamailio.start(folder.resolve("kamailio"), "MD5")) {
            NativeEnvironment.set(headset.environment());
            headset.speak(OPERATOR_HZ);
            backOffice.start();
            desk.open(configuration(backOffice.url(), kamailio.uri()), folder);
            desk.signIn();
            desk.skipCheck();
            try (var caller = Baresip.start(folder.resolve("baresip"),
                    new Baresip.Setup(CALLER, kamailio.uri(), CALLER_HZ, List.of("g711"), true))) {
                ring(caller, kamailio);
                talk(caller, headset);
                wrapUp("Проверили услуги");
                try (var customer = new Browser(folder)) {
                    chat(customer, backOffice.url());
                }
                backOffice.kill();
                outage(caller, kamailio);
            }
            backOffice.start();
            try (var history = new History(backOffice.url())) {
                Await.until("the queued wrap-up stands in the history", () -> history.count(CALLER, NOTE) >= 1);
                assertThat(history.count(CALLER, NOTE)).isEqualTo(1);
            }
        }
    }

    private static String configuration(String server, String registrar) {
        return """
                {"server": "%s",
                 "sip": {"aor": "sip:101@127.0.0.1", "registrar": "%s", "passwordEnv": "END_TO_END_SIP_PASSWORD", "listen": "127.0.0.1:0"},
                 "audio": {"source": "device", "sink": "device", "ringer": "device"},
                 "ui": {"lang": "ru", "theme": "light"}}
                """.formatted(server, registrar);
    }

    private void ring(Baresip caller, Kamailio kamailio) throws IOException {
        Await.until("the desktop is registered",
                () -> robot.lookup("#registration-lamp").queryAs(Lamp.class).toneProperty().get() == Tone.OK);
        caller.dial("sip:101@127.0.0.1:" + kamailio.port());
        desk.await("#call-answer");
        Await.until("the card is open", () -> desk.textIn(".customer-card").contains(CALLER_NAME));
        desk.click("#call-answer");
    }

    private void talk(Baresip caller, PulseAudio headset) {
        awaitTones(caller, headset, "after the answer", true);

        desk.click("#call-mute");
        Await.until("the caller hears nothing of a muted operator", () -> heardBy(caller) < SILENT);
        desk.click("#call-mute");
        Await.until("the caller hears the operator again", () -> heardBy(caller) > CLEAR);

        desk.click("#call-hold");
        awaitTones(caller, headset, "on hold", false);
        desk.click("#call-hold");
        // baresip 1.0 records nothing more of a call once it was held, so the way back is measured at the headset.
        Await.until("the operator hears the caller after the hold", () -> heardIn(headset) > CLEAR);
        desk.click("#call-end");
    }

    private void awaitTones(Baresip caller, PulseAudio headset, String when, boolean clear) {
        Await.until("the operator " + (clear ? "hears" : "does not hear") + " the caller " + when, () -> {
            double share = heardIn(headset);
            return clear ? share > CLEAR : share < SILENT;
        });
        Await.until("the caller " + (clear ? "hears" : "does not hear") + " the operator " + when, () -> {
            double share = heardBy(caller);
            if (clear ? share > CLEAR : share < SILENT) {
                return true;
            }
            throw new AssertionError("share " + share + " in " + caller.heard().orElseThrow());
        });
    }

    private static double heardIn(PulseAudio headset) throws IOException {
        return ToneShare.of(headset.hear(LISTEN), PulseAudio.RATE, CALLER_HZ);
    }

    /// Share of the operator's tone in what came to the caller in the last half second; 0 where nothing came.
    private static double heardBy(Baresip caller) throws IOException {
        var recording = new Recording(caller.heard().orElseThrow());
        long before = recording.length();
        int count = recording.rate() / 2;
        long deadline = System.nanoTime() + LISTEN.toNanos() * 2;
        while (recording.length() < before + count) {
            if (System.nanoTime() > deadline) {
                return 0;
            }
            Thread.onSpinWait();
        }
        short[] heard = recording.tail(count);
        return loudness(heard) < 30 ? 0 : ToneShare.of(heard, recording.rate(), OPERATOR_HZ);
    }

    private static double loudness(short[] samples) {
        double energy = 0;
        for (short sample : samples) {
            energy += (double) sample * sample;
        }
        return Math.sqrt(energy / Math.max(1, samples.length));
    }

    private void wrapUp(String note) {
        desk.await("#wrap-up");
        desk.click("#topic-search");
        robot.write("роуминг").type(KeyCode.ENTER);
        desk.click("#result-resolved");
        desk.click("#wrap-up-note");
        robot.write(note);
        desk.click("#wrap-up-finish");
        Await.until("the wrap-up is done", () -> !desk.isShown("#wrap-up"));
    }

    private void chat(Browser customer, String server) throws Exception {
        customer.open(server + "/chat/");
        customer.type("#name", "Тимур");
        customer.type("#question", "Как перенести номер на eSIM?");
        customer.click("#begin");
        desk.click("Принять");
        Await.until("the question stands in the transcript", () -> desk.textIn(".transcript").contains("перенести номер"));
        desk.click("#composer");
        robot.write("Добрый день! Сейчас расскажу.").press(KeyCode.CONTROL).type(KeyCode.ENTER)
                .release(KeyCode.CONTROL);
        Await.until("the answer stands on the customer's page", () -> customer.textOf("#messages").contains("Сейчас расскажу"));
    }

    private void outage(Baresip caller, Kamailio kamailio) throws IOException {
        desk.click("#kb-search");
        robot.write("роуминг");
        Await.until("search answers without a server",
                () -> desk.textIn("#kb-results").toLowerCase(Locale.ROOT).contains("роуминг"));
        ring(caller, kamailio);
        Await.until("they talk", () -> desk.isShown("#call-end"));
        desk.click("#call-end");
        wrapUp(NOTE);
    }
}
