package ru.garnitura.desktop.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.garnitura.assets.Words;
import ru.garnitura.desktop.outbox.H2Outbox;
import ru.garnitura.desktop.support.Incidents;
import ru.garnitura.desktop.support.SupportBundle;
import ru.garnitura.desktop.ui.notice.Notice;
import ru.garnitura.desktop.ui.notice.Notices;
import ru.garnitura.softphone.call.Softphone;
import ru.garnitura.softphone.call.SoftphoneSnapshot;
import ru.garnitura.softphone.ui.FxTicker;

/// Follows the calls of this desk for those who may have to look into one, and saves the bundle for support. FX lane.
final class Support implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Support.class);
    private static final String SUPPORT = "support";

    private final Phone phone;
    private final H2Outbox outbox;
    private final Lanes lanes;
    private final Told told;
    private final SupportBundle bundle;
    private final Softphone.Subscription subscription;
    private final Runnable stopSamples;

    /// Where the outcome is told.
    record Told(Notices notices, Words words) {
    }

    /// @param data the desktop's own folder
    Support(Phone phone, H2Outbox outbox, Lanes lanes, Path data, Told told) {
        this.phone = phone;
        this.outbox = outbox;
        this.lanes = lanes;
        this.told = told;
        Path folder = data.resolve("incidents");
        bundle = new SupportBundle(new SupportBundle.Places(folder, logs(), data.resolve(SUPPORT)), InstantSource.system());
        var incidents = new Incidents(folder, new Incidents.Source(phone.softphone(), phone.trace()), lanes.disk(),
                InstantSource.system());
        subscription = phone.softphone().subscribe(incidents::happened);
        stopSamples = new FxTicker().every(Duration.ofSeconds(1), () -> lanes.signaling().execute(incidents::sample));
    }

    private static List<Path> logs() {
        String file = System.getProperty(LogConfigurator.FILE, "");
        return file.isEmpty() ? List.of() : List.of(Path.of(file), Path.of(file + ".1"), Path.of(file + ".2"));
    }

    /// Writes the bundle and says where it lies.
    void save() {
        lanes.io().execute(() -> {
            try {
                Path file = bundle.write(state());
                lanes.fx().execute(() -> saved(file));
            } catch (IOException e) {
                log.error("The bundle for support can't be written", e);
                lanes.fx().execute(() -> told.notices().show(Notice.trouble(SUPPORT, told.words().text("notice.support.failed"))));
            }
        });
    }

    private Map<String, String> state() {
        SoftphoneSnapshot now = phone.softphone().snapshot();
        var state = new LinkedHashMap<String, String>();
        state.put("registration", now.registration().state().name());
        state.put("registrationCause", now.registration().cause().getClass().getSimpleName());
        state.put("registrationSince", now.registration().since().toString());
        state.put("acceptingCalls", Boolean.toString(now.acceptingCalls()));
        state.put("calls", Integer.toString(now.calls().size()));
        state.put("actionsWaiting", Integer.toString(outbox.waiting()));
        state.put("actionsRefused", Integer.toString(outbox.parked().size()));
        return state;
    }

    private void saved(Path file) {
        told.notices().show(Notice.news(SUPPORT, told.words().text("notice.support.saved", file.toString()),
                new Notice.Deed(told.words().text("notice.support.copy"), () -> {
                    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, file.toString()));
                    told.notices().clear(SUPPORT);
                })));
    }

    @Override
    public void close() {
        stopSamples.run();
        subscription.close();
    }
}
