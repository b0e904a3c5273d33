package ru.garnitura.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
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

    private final FxRobot robot = new FxRobot();
    private @Nullable Composition desktop;

    @BeforeEach
    void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @AfterEach
    void closeDesktop() throws Exception {
        Pictures.saveWindows("one-customer-served");
        Composition open = desktop;
        if (open != null) {
            FxToolkit.setupFixture(open::close);
        }
        FxToolkit.cleanupStages();
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
            openDesktop(backOffice.url(), kamailio.uri());
            signIn();
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

    private void openDesktop(String server, String registrar) throws Exception {
        Path config = Files.writeString(folder.resolve("config.json"), """
                {"server": "%s",
                 "sip": {"aor": "sip:101@127.0.0.1", "registrar": "%s", "passwordEnv": "END_TO_END_SIP_PASSWORD", "listen": "127.0.0.1:0"},
                 "audio": {"source": "device", "sink": "device", "ringer": "device"},
                 "ui": {"lang": "ru", "theme": "light"}}
                """.formatted(server, registrar));
        Launch launch = Launch.of(List.of("--config", config.toString(), "--data", folder.resolve("data").toString()));
        var readyLine = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        FxToolkit.setupStage(stage -> desktop = opened(launch, stage, readyLine));
    }

    private static Composition opened(Launch launch, Stage stage, PrintStream readyLine) {
        try {
            var composition = new Composition(launch, stage, new ReadyLine(readyLine));
            assertThat(composition.start()).isTrue();
            return composition;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void signIn() {
        await("#sign-in-login");
        robot.clickOn("#sign-in-login").write("orlova").clickOn("#sign-in-password").write("garnitura").type(KeyCode.ENTER);
        await("#state-button");
        Await.until("the operator is ready", () -> textIn("#state-button").contains("Готов"));
    }

    private void ring(Baresip caller, Kamailio kamailio) throws IOException {
        Await.until("the desktop is registered",
                () -> robot.lookup("#registration-lamp").queryAs(Lamp.class).toneProperty().get() == Tone.OK);
        caller.dial("sip:101@127.0.0.1:" + kamailio.port());
        await("#call-answer");
        Await.until("the card is open", () -> textIn(".customer-card").contains(CALLER_NAME));
        click("#call-answer");
    }

    private void talk(Baresip caller, PulseAudio headset) {
        awaitTones(caller, headset, "after the answer", true);

        click("#call-mute");
        Await.until("the caller hears nothing of a muted operator", () -> heardBy(caller) < SILENT);
        click("#call-mute");
        Await.until("the caller hears the operator again", () -> heardBy(caller) > CLEAR);

        click("#call-hold");
        awaitTones(caller, headset, "on hold", false);
        click("#call-hold");
        // baresip 1.0 records nothing more of a call once it was held, so the way back is measured at the headset.
        Await.until("the operator hears the caller after the hold", () -> heardIn(headset) > CLEAR);
        click("#call-end");
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
        await("#wrap-up");
        click("#topic-search");
        robot.write("роуминг").type(KeyCode.ENTER);
        click("#result-resolved");
        click("#wrap-up-note");
        robot.write(note);
        click("#wrap-up-finish");
        Await.until("the wrap-up is done", () -> !isShown("#wrap-up"));
    }

    private void chat(Browser customer, String server) throws Exception {
        customer.open(server + "/chat/");
        customer.type("#name", "Тимур");
        customer.type("#question", "Как перенести номер на eSIM?");
        customer.click("#begin");
        click("Принять");
        Await.until("the question stands in the transcript", () -> textIn(".transcript").contains("перенести номер"));
        click("#composer");
        robot.write("Добрый день! Сейчас расскажу.").press(KeyCode.CONTROL).type(KeyCode.ENTER)
                .release(KeyCode.CONTROL);
        Await.until("the answer stands on the customer's page", () -> customer.textOf("#messages").contains("Сейчас расскажу"));
    }

    private void outage(Baresip caller, Kamailio kamailio) throws IOException {
        click("#kb-search");
        robot.write("роуминг");
        Await.until("search answers without a server",
                () -> textIn("#kb-results").toLowerCase(Locale.ROOT).contains("роуминг"));
        ring(caller, kamailio);
        Await.until("they talk", () -> isShown("#call-end"));
        click("#call-end");
        wrapUp(NOTE);
    }

    /// Clicks as soon as the control is there; a control that is just being replaced is tried again.
    private void click(String query) {
        Await.until(query + " can be clicked", () -> {
            robot.clickOn(query);
            return true;
        });
    }

    private void await(String query) {
        Await.until(query + " is shown", () -> isShown(query));
    }

    private boolean isShown(String query) {
        return robot.lookup(query).queryAll().stream().anyMatch(node -> node.isVisible() && node.getScene() != null
                && node.getScene().getWindow() != null && node.getScene().getWindow().isShowing());
    }

    private String textIn(String query) {
        var texts = new StringBuilder();
        robot.lookup(query).queryAll().forEach(root -> collect(root, texts));
        return texts.toString();
    }

    private static void collect(Node node, StringBuilder texts) {
        switch (node) {
            case Text text -> texts.append(text.getText()).append('\n');
            case Parent parent -> parent.getChildrenUnmodifiable().forEach(child -> collect(child, texts));
            default -> { }
        }
    }
}
