package ru.garnitura.softphone.ui;

import java.time.Duration;
import java.time.Instant;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import ru.garnitura.softphone.call.CallSnapshot;
import ru.garnitura.softphone.call.CallState;
import ru.garnitura.softphone.call.DeviceNotice;
import ru.garnitura.softphone.call.MediaSnapshot;
import ru.garnitura.softphone.call.RecordingState;
import ru.garnitura.softphone.call.Softphone;

/// What runs and what is measured during the call at hand. Sampled at most ten times a second. FX lane.
public final class CallMeters {

    private final Softphone softphone;
    private final CallBarTimes times;
    private final ReadOnlyObjectWrapper<Duration> elapsed = duration("elapsed");
    private final ReadOnlyObjectWrapper<Duration> held = duration("held");
    private final ReadOnlyObjectWrapper<Duration> offerLeft = duration("offerLeft");
    private final ReadOnlyBooleanWrapper promiseBroken = new ReadOnlyBooleanWrapper(this, "promiseBroken");
    private final ReadOnlyObjectWrapper<MediaSnapshot> media =
            new ReadOnlyObjectWrapper<>(this, "media", MediaSnapshot.NONE);
    private final ReadOnlyObjectWrapper<Duration> silence = duration("silence");
    private final ReadOnlyObjectWrapper<@Nullable DeviceNotice> device = new ReadOnlyObjectWrapper<>(this, "device");
    private final ReadOnlyObjectWrapper<Duration> unrecorded = duration("unrecorded");
    private RecordingState recording = RecordingState.NONE;
    private Instant recordingSince = Instant.EPOCH;
    private final HoldWatch holds;

    CallMeters(Softphone softphone, CallBarTimes times) {
        this.softphone = softphone;
        this.times = times;
        holds = new HoldWatch(times.reminders());
    }

    /// Since the call was answered, or since it began while it is not; whole seconds.
    public ReadOnlyObjectProperty<Duration> elapsedProperty() {
        return elapsed.getReadOnlyProperty();
    }

    /// Since the customer was put on hold; zero while not. Whole seconds.
    public ReadOnlyObjectProperty<Duration> heldProperty() {
        return held.getReadOnlyProperty();
    }

    /// How long the incoming call will still ring here; in steps of the sampling.
    public ReadOnlyObjectProperty<Duration> offerLeftProperty() {
        return offerLeft.getReadOnlyProperty();
    }

    /// Since the recording was paused; zero while it is not. Whole seconds.
    public ReadOnlyObjectProperty<Duration> unrecordedProperty() {
        return unrecorded.getReadOnlyProperty();
    }

    /// The customer has been on hold for longer than promised.
    public ReadOnlyBooleanProperty promiseBrokenProperty() {
        return promiseBroken.getReadOnlyProperty();
    }

    /// Levels, quality, codec.
    public ReadOnlyObjectProperty<MediaSnapshot> mediaProperty() {
        return media.getReadOnlyProperty();
    }

    /// How long nothing has come from the other side; zero while something does.
    public ReadOnlyObjectProperty<Duration> silenceProperty() {
        return silence.getReadOnlyProperty();
    }

    /// The last thing that happened to microphone or speaker in this call; null while nothing did.
    public ReadOnlyObjectProperty<@Nullable DeviceNotice> deviceProperty() {
        return device.getReadOnlyProperty();
    }

    /// Runs when the desk wants the operator to be reminded of a customer on hold, whatever call is at hand.
    public void onHoldReminder(Runnable remind) {
        holds.remindBy(remind);
    }

    HoldWatch holds() {
        return holds;
    }

    CallBarTimes times() {
        return times;
    }

    boolean offerOver(CallSnapshot ringing, Instant now) {
        return times.offer().isPositive() && Duration.between(ringing.startedAt(), now).compareTo(times.offer()) >= 0;
    }

    void device(DeviceNotice notice) {
        device.set(notice);
    }

    void silentFor(long milliseconds) {
        silence.set(Duration.ofMillis(milliseconds));
    }

    void reset() {
        media.set(MediaSnapshot.NONE);
        silence.set(Duration.ZERO);
        device.set(null);
        recording = RecordingState.NONE;
    }

    void sample(CallSnapshot call, Instant now) {
        var answered = call.answeredAt();
        if (call.state() != CallState.TERMINATED) {
            elapsed.set(seconds(answered == null ? call.startedAt() : answered, now));
            media.set(softphone.media(call.id()));
        }
        offerLeft.set(atLeastZero(times.offer().minus(Duration.between(call.startedAt(), now))));
        hold(call, now);
        record(call, now);
    }

    private void record(CallSnapshot call, Instant now) {
        if (call.recording() != recording) {
            recording = call.recording();
            recordingSince = now;
        }
        unrecorded.set(recording == RecordingState.PAUSED ? seconds(recordingSince, now) : Duration.ZERO);
    }

    private void hold(CallSnapshot call, Instant now) {
        held.set(call.held() ? seconds(call.since(), now) : Duration.ZERO);
        promiseBroken.set(held.get().compareTo(times.promise()) > 0);
    }

    private static Duration seconds(Instant from, Instant to) {
        return Duration.ofSeconds(atLeastZero(Duration.between(from, to)).toSeconds());
    }

    private static Duration atLeastZero(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }

    private ReadOnlyObjectWrapper<Duration> duration(String name) {
        return new ReadOnlyObjectWrapper<>(this, name, Duration.ZERO);
    }
}
