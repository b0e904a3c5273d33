package ru.garnitura.desktop.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.garnitura.assets.Sounds;
import ru.garnitura.desktop.link.policy.Limits;
import ru.garnitura.desktop.link.recordings.RecordedCalls;
import ru.garnitura.desktop.settings.SoundMemory;
import ru.garnitura.desktop.ui.Appearance;
import ru.garnitura.sessions.customer.RecordingPlayer;
import ru.garnitura.softphone.SoftphoneModule;
import ru.garnitura.softphone.audio.AudioSettings;
import ru.garnitura.softphone.audio.Ringer;
import ru.garnitura.softphone.audio.Wav;
import ru.garnitura.softphone.audio.webrtc.WebrtcEndpoints;
import ru.garnitura.softphone.call.HeadsetSound;
import ru.garnitura.softphone.call.SignalingTrace;
import ru.garnitura.softphone.call.Softphone;
import ru.garnitura.softphone.headset.GlobalKeys;
import ru.garnitura.softphone.headset.HidrawButtons;
import ru.garnitura.softphone.headset.JoinedButtons;
import ru.garnitura.softphone.media.MediaLanes;
import ru.garnitura.softphone.media.MediaSettings;
import ru.garnitura.softphone.media.RtpMediaEngine;
import ru.garnitura.softphone.ui.CallBarTimes;
import ru.garnitura.softphone.ui.FxTicker;
import ru.garnitura.softphone.ui.HeadsetKeys;
import ru.garnitura.softphone.ui.SoftphoneUi;

/// The softphone of this desk: signaling, media, devices, and its views.
final class Phone implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Phone.class);
    private static final Duration GOODBYE = Duration.ofSeconds(3);
    /// Of that, what last words to the PBX may take.
    private static final Duration LAST_WORDS = Duration.ofMillis(2_700);

    private final Lanes lanes;
    private final WebrtcEndpoints devices;
    private final RtpMediaEngine engine;
    private final SoftphoneModule module;
    private final SoftphoneUi ui;
    private final Ringer ringer;
    private final DeskSound desk;
    private final HeadsetKeys keys;

    /// How this desk sounds.
    ///
    /// @param memory devices as the operator set them
    /// @param hold   what is promised to customers on hold
    record Sound(AudioSettings audio, SoundMemory memory, Limits.Hold hold) {
    }

    Phone(Lanes lanes, Clock clock, Sound wanted, Appearance appearance) {
        this.lanes = lanes;
        devices = WebrtcEndpoints.of(wanted.audio(), lanes.io());
        engine = RtpMediaEngine.create(sounds(), devices,
                new MediaLanes(lanes.signaling(), lanes.io()));
        ringer = devices.ringer(() -> sound(Sounds.RING));
        desk = new DeskSound(devices, ringer, wanted.memory(), lanes);
        module = new SoftphoneModule(new SoftphoneModule.Needs(lanes.signaling(), lanes.io(), clock, engine));
        ui = new SoftphoneUi(module.softphone(),
                new SoftphoneUi.Needs(lanes.fx(), new FxTicker(), clock, appearance.language(),
                        CallBarTimes.USUAL.holding(wanted.hold().promise(), wanted.hold().reminders())));
        keys = new HeadsetKeys(ui.call(),
                new JoinedButtons(List.of(HidrawButtons.ofThisDesk(), GlobalKeys.ofThisScreen())), lanes.fx());
        ui.call().meters().onHoldReminder(() -> lanes.signaling().execute(() -> engine.cue(HeadsetSound.HOLD_REMINDER)));
    }

    private static MediaSettings sounds() {
        return MediaSettings.USUAL.holding(() -> sound(Sounds.HOLD_MUSIC)).with(HeadsetSound.SECOND_CALL, () -> sound(Sounds.SECOND_CALL))
                .with(HeadsetSound.HOLD_REMINDER, () -> sound(Sounds.HOLD_REMINDER))
                .with(HeadsetSound.ANSWERED_BY_ITSELF, () -> sound(Sounds.WARNING));
    }

    private static Wav sound(Sounds name) {
        try (InputStream in = name.url().openStream()) {
            return Wav.read(in, name.name());
        } catch (IOException e) {
            throw new UncheckedIOException("the sound " + name + " is not where it was packed", e);
        }
    }

    Softphone softphone() {
        return module.softphone();
    }

    /// What went over the wire lately, without personal data.
    SignalingTrace trace() {
        return module.trace();
    }

    Ringer ringer() {
        return ringer;
    }

    /// Devices as the operator sets them.
    DeskSound sound() {
        return desk;
    }

    /// Plays recordings of the history in the headset.
    RecordingPlayer listening(RecordedCalls calls) {
        return new CallListening(calls, devices.headset(), lanes).yieldingTo(softphone());
    }

    SoftphoneUi ui() {
        return ui;
    }

    /// Looks once for a microphone and a headset, before a customer is the one to find out.
    ///
    /// @param missing told on the FX lane where a call would not be heard
    void lookForDevices(Runnable missing) {
        lanes.io().execute(() -> {
            if (!devices.isComplete()) {
                lanes.fx().execute(missing);
            }
        });
    }

    @Override
    public void close() {
        closeAfter(CompletableFuture.completedFuture(null));
    }

    /// Says goodbye once this is done, or has taken too long.
    void closeAfter(CompletableFuture<Void> lastWords) {
        keys.close();
        ui.close();
        try {
            lastWords.completeOnTimeout(null, LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)
                    .thenCompose(_ -> softphone().shutDown()).get(GOODBYE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            log.warn("The softphone did not say goodbye", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        module.close();
        engine.close();
        ringer.close();
        devices.close();
    }
}
