package ru.garnitura.softphone.call;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Records calls as the desk's rules say. Signaling lane.
final class CallRecordings {

    private final SoftphoneLane lane;
    private final Supplier<List<Call>> calls;
    private final Consumer<Call> changed;
    private RecordingRules rules = RecordingRules.NEVER;

    CallRecordings(SoftphoneLane lane, Supplier<List<Call>> calls, Consumer<Call> changed) {
        this.lane = lane;
        this.calls = calls;
        this.changed = changed;
    }

    /// For calls answered from now on.
    void follow(RecordingRules now) {
        rules = now;
    }

    /// Looks at a call before others hear how it changed.
    void notice(Call call) {
        boolean fresh = call.audio().recording() == RecordingState.NONE && call.state().established();
        if (fresh && call.consults() == null && rules.when() != RecordingRules.When.NEVER) {
            call.hear(call.audio().recording(RecordingState.POSSIBLE));
            if (rules.when() == RecordingRules.When.ALWAYS) {
                begin(call);
            }
        }
        if (call.audio().recording() == RecordingState.ON
                && heardWith(call).anyMatch(other -> other.audio().recording() == RecordingState.PAUSED)) {
            set(call, true);
        }
    }

    /// Begins, or goes on after a pause.
    void record(Call call) {
        if (!call.state().established()) {
            return;
        }
        switch (call.audio().recording()) {
            case POSSIBLE, BROKEN -> {
                begin(call);
                changed.accept(call);
            }
            case PAUSED -> pause(call, false);
            case NONE, ON -> { }
        }
    }

    private void begin(Call call) {
        MediaSession media = call.media();
        if (media == null) {
            return;
        }
        Recording place = rules.place().next(call.id());
        call.hear(call.audio().recording(RecordingState.ON));
        media.record(new Recording(place.file(), place.key(), whole -> {
            place.ended().ended(whole);
            lane.execute(() -> ended(call, whole));
        }));
    }

    private void ended(Call call, boolean whole) {
        if (!whole && call.state() != CallState.TERMINATED) {
            call.hear(call.audio().recording(RecordingState.BROKEN));
            changed.accept(call);
        }
    }

    /// In a conference the members hear each other: what is not to be kept of one is kept of none.
    void pause(Call call, boolean paused) {
        Stream.concat(Stream.of(call), heardWith(call)).filter(member -> set(member, paused)).toList().forEach(changed);
    }

    private boolean set(Call call, boolean paused) {
        MediaSession media = call.media();
        if (media != null && call.audio().recording().runs()
                && call.hear(call.audio().recording(paused ? RecordingState.PAUSED : RecordingState.ON))) {
            media.pauseRecording(paused);
            return true;
        }
        return false;
    }

    private Stream<Call> heardWith(Call call) {
        return call.audio().conference()
                ? calls.get().stream().filter(other -> other != call && other.audio().conference()) : Stream.empty();
    }
}
