package ru.garnitura.softphone.ui.sound;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import ru.garnitura.softphone.audio.DeviceList;
import ru.garnitura.softphone.audio.SoundPlace;
import ru.garnitura.softphone.audio.SoundPreferences;
import ru.garnitura.softphone.audio.SoundPreferences.Gains;
import ru.garnitura.softphone.audio.VoiceProcessing;
import ru.garnitura.softphone.media.check.MicrophoneAdvice;
import ru.garnitura.softphone.media.check.MicrophoneCheck;
import ru.garnitura.softphone.media.check.MicrophoneCheck.Phase;
import ru.garnitura.softphone.media.check.MicrophoneCheck.Reading;
import ru.garnitura.softphone.ui.Ticker;

/// What the sound screen shows and does. Microphone and headset are open between `open` and `close`. FX lane.
public final class SoundViewModel {

    private static final Duration SAMPLING = Duration.ofMillis(100);
    private static final Reading NOTHING = new Reading(Phase.IDLE, 0, -127, -127, Optional.empty());

    private final SoundDesk desk;
    private final Ticker ticker;
    private final Map<SoundPlace, ObservableList<DeviceRow>> rows = new EnumMap<>(SoundPlace.class);
    private final ReadOnlyObjectWrapper<SoundPreferences> preferences;
    private final ReadOnlyObjectWrapper<Reading> reading = new ReadOnlyObjectWrapper<>(this, "reading", NOTHING);
    private DeviceList present = DeviceList.NONE;
    private @Nullable MicrophoneCheck check;
    private Runnable release = () -> { };
    private boolean told;
    private boolean trying;

    public SoundViewModel(SoundDesk desk, Ticker ticker) {
        this.desk = desk;
        this.ticker = ticker;
        preferences = new ReadOnlyObjectWrapper<>(this, "preferences", desk.preferences());
        for (SoundPlace place : SoundPlace.values()) {
            rows.put(place, FXCollections.observableArrayList());
        }
    }

    /// Begins to measure and to follow what is plugged in.
    public void open() {
        close();
        check = desk.check();
        Runnable unwatch = desk.watch(this::show);
        Runnable stop = ticker.every(SAMPLING, this::sample);
        release = () -> {
            unwatch.run();
            stop.run();
        };
    }

    /// Lets microphone and headset go. Idempotent.
    public void close() {
        release.run();
        release = () -> { };
        ring(false);
        MicrophoneCheck last = check;
        check = null;
        if (last != null) {
            last.close();
        }
        reading.set(NOTHING);
    }

    ReadOnlyObjectProperty<SoundPreferences> preferencesProperty() {
        return preferences.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Reading> readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /// Devices of a place in the order they are wanted, absent ones among them.
    ObservableList<DeviceRow> rows(SoundPlace place) {
        return FXCollections.unmodifiableObservableList(rows.get(place));
    }

    private void show(DeviceList now) {
        present = now;
        fill();
    }

    private void fill() {
        for (SoundPlace place : SoundPlace.values()) {
            List<String> wanted = preferences.get().of(place);
            List<String> there = place == SoundPlace.MICROPHONE ? present.microphones(wanted) : present.speakers(wanted);
            Set<String> names = new LinkedHashSet<>(wanted);
            names.addAll(there);
            List<DeviceRow> filled = names.stream().map(name -> new DeviceRow(name, there.contains(name),
                    !there.isEmpty() && there.getFirst().equals(name))).toList();
            ObservableList<DeviceRow> shown = rows.get(place);
            if (shown != null && !shown.equals(filled)) {
                shown.setAll(filled);
            }
        }
    }

    /// Wants a device sooner (`by` negative) or later.
    ///
    /// @return where it stands now
    int move(SoundPlace place, int index, int by) {
        List<String> names = new ArrayList<>(rows(place).stream().map(DeviceRow::name).toList());
        int next = index + by;
        if (index < 0 || index >= names.size() || next < 0 || next >= names.size()) {
            return index;
        }
        names.add(next, names.remove(index));
        change(now -> now.ordering(place, names));
        return next;
    }

    /// Decibels added at a place.
    void gain(SoundPlace place, double decibels) {
        change(now -> now.with(new Gains(place == SoundPlace.MICROPHONE ? decibels : now.gains().microphone(),
                place == SoundPlace.HEADSET ? decibels : now.gains().headset(),
                place == SoundPlace.RINGER ? decibels : now.gains().ringer())));
    }

    void process(UnaryOperator<VoiceProcessing> changed) {
        change(now -> now.with(changed.apply(now.processing())));
    }

    private void change(UnaryOperator<SoundPreferences> changed) {
        SoundPreferences now = changed.apply(preferences.get());
        if (!now.equals(preferences.get())) {
            preferences.set(now);
            desk.prefer(now);
            fill();
        }
    }

    void record() {
        if (check != null) {
            told = false;
            check.record();
        }
    }

    void playAgain() {
        if (check != null) {
            check.play();
        }
    }

    /// Tries the ringer. It is the one that rings for customers: only a ring begun here is ended here.
    void ring(boolean ringing) {
        if (ringing != trying) {
            trying = ringing;
            desk.ring(ringing);
        }
    }

    private void sample() {
        if (check != null) {
            Reading now = check.reading();
            reading.set(now);
            if (now.advice().equals(Optional.of(MicrophoneAdvice.GOOD)) && !told) {
                told = true;
                desk.checked();
            }
        }
    }
}
