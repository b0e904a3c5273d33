package ru.garnitura.softphone.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import ru.garnitura.softphone.call.CallEndCause;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.CallSnapshot;
import ru.garnitura.softphone.call.CallState;
import ru.garnitura.softphone.call.DialTarget;
import ru.garnitura.softphone.call.RecordingState;
import ru.garnitura.softphone.call.Softphone;
import ru.garnitura.softphone.call.SoftphoneEvent;

/// The call at hand: what the bar shows, and the verbs keys and buttons share. A verb that makes no sense now does
/// nothing. FX lane.
public final class CallViewModel implements AutoCloseable {

    /// Meters and timers are sampled this often.
    static final Duration TICK = Duration.ofMillis(100);

    private final Softphone softphone;
    private final SoftphoneUi.Needs needs;
    private final RepeatGuard guard;
    private final Softphone.Subscription subscription;
    private final CallsAtOnce calls = new CallsAtOnce();
    private final RecentCalls recent = new RecentCalls();
    private final ObservableList<CallSnapshot> others = FXCollections.observableArrayList();
    private final ObservableList<CallSnapshot> othersShown = FXCollections.unmodifiableObservableList(others);
    private final ReadOnlyObjectWrapper<CallGrouping> grouping =
            new ReadOnlyObjectWrapper<>(this, "grouping", CallGrouping.ALONE);
    private final ReadOnlyObjectWrapper<@Nullable TargetUse> asking = new ReadOnlyObjectWrapper<>(this, "asking");
    private final ReadOnlyObjectWrapper<@Nullable CallEndCause> setback = new ReadOnlyObjectWrapper<>(this, "setback");
    private Instant setbackAt = Instant.MIN;
    private final ReadOnlyObjectWrapper<@Nullable CallSnapshot> call = new ReadOnlyObjectWrapper<>(this, "call");
    private final ReadOnlyObjectWrapper<CallPhase> phase = new ReadOnlyObjectWrapper<>(this, "phase", CallPhase.NONE);
    private final CallMeters meters;
    private NumberDirectory directory = NumberDirectory.EMPTY;
    private Runnable stopTicks = () -> { };

    CallViewModel(Softphone softphone, SoftphoneUi.Needs needs) {
        this.softphone = softphone;
        this.needs = needs;
        guard = new RepeatGuard(needs.clock(), needs.times().repeat());
        meters = new CallMeters(softphone, needs.times());
        subscription = softphone.subscribe(event -> needs.fx().execute(() -> apply(event)));
        softphone.snapshot().calls().forEach(this::changed);
    }

    /// The call shown; null while there is none.
    public ReadOnlyObjectProperty<@Nullable CallSnapshot> callProperty() {
        return call.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<CallPhase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /// What runs and what is measured during the call.
    public CallMeters meters() {
        return meters;
    }

    /// The calls that are not at hand, oldest first.
    public ObservableList<CallSnapshot> others() {
        return othersShown;
    }

    void listIn(NumberDirectory names) {
        directory = names;
    }

    /// A field of its own to type a name or a number into.
    DirectoryViewModel newDirectory() {
        return new DirectoryViewModel(() -> directory, needs.fx());
    }

    RecentCalls recent() {
        return recent;
    }

    /// How the call at hand stands to the others.
    public ReadOnlyObjectProperty<CallGrouping> groupingProperty() {
        return grouping.getReadOnlyProperty();
    }

    /// What a number is being asked for; the view takes it by [#asked].
    public ReadOnlyObjectProperty<@Nullable TargetUse> askingProperty() {
        return asking.getReadOnlyProperty();
    }

    /// Why a transfer or a consultation came to nothing, for as long as it is worth reading.
    public ReadOnlyObjectProperty<@Nullable CallEndCause> setbackProperty() {
        return setback.getReadOnlyProperty();
    }

    /// How long a call has been on hold; zero while it is not.
    Duration heldFor(CallSnapshot other) {
        return other.held() ? Duration.between(other.since(), clock().instant()) : Duration.ZERO;
    }

    /// Answers the call that rings longest; a call at hand is put on hold.
    public void answer() {
        calls.ringing().stream().findFirst().ifPresent(ringing -> softphone.answer(ringing.id()));
    }

    /// Refuses the incoming call so that another operator gets it.
    public void reject() {
        var ringing = calls.ringing();
        if (!ringing.isEmpty() && guard.passes()) {
            softphone.reject(ringing.getFirst().id());
        }
    }

    public void toggleMute() {
        var now = call.get();
        if (now != null && phase.get().connected()) {
            softphone.mute(now.id(), !now.muted());
        }
    }

    public void toggleHold() {
        var now = call.get();
        if (now == null) {
            return;
        }
        if (now.state() == CallState.CONFIRMED) {
            softphone.hold(now.id());
        } else if (now.state() == CallState.HELD) {
            softphone.resume(now.id());
        }
    }

    /// Begins to record, pauses while card data is spoken, goes on.
    public void toggleRecording() {
        inCall(id -> {
            if (Objects.requireNonNull(call.get()).recording() == RecordingState.ON) {
                softphone.pauseRecording(id);
            } else {
                softphone.record(id);
            }
        });
    }

    /// Answers a call that rings, or takes back one on hold; the call at hand is put on hold.
    public void turnTo(CallId id) {
        others.stream().filter(other -> other.id().equals(id)).findFirst().ifPresent(other -> {
            if (other.state() == CallState.RINGING) {
                softphone.answer(id);
            } else {
                softphone.resume(id);
            }
        });
    }

    /// Changes places with the call that has been on hold the longest.
    public void swap() {
        if (grouping.get().several()) {
            softphone.swap();
        }
    }

    /// Opens the field for the number to consult or to transfer to.
    public void ask(TargetUse use) {
        if (phase.get().connected() && !grouping.get().several()) {
            asking.set(use);
        }
    }

    void asked() {
        asking.set(null);
    }

    /// Holds the call at hand and calls somebody about it.
    public void consult(String target) {
        inCall(id -> softphone.consult(id, DialTarget.normalise(target), Map.of()));
    }

    /// Sends the call at hand to somebody without asking there.
    public void transfer(String target) {
        inCall(id -> softphone.transfer(id, DialTarget.normalise(target), Map.of()));
    }

    /// Joins both sides of the consultation and leaves them. A held key does it once.
    public void complete() {
        calls.consultation().filter(consultation -> guard.passes())
                .ifPresent(consultation -> softphone.complete(consultation.id()));
    }

    /// Ends the consultation and goes back to the customer.
    public void goBack() {
        calls.consultation().ifPresent(consultation -> softphone.goBack(consultation.id()));
    }

    /// Joins all calls so that everybody hears everybody.
    public void conference() {
        if (grouping.get().joinable()) {
            softphone.conference();
        }
    }

    /// Hangs up, or gives up calling. A held key hangs up once; a ringing call is not refused by it.
    public void end() {
        var endable = phase.get().connected() || phase.get() == CallPhase.OUTGOING;
        if (guard.passes() && endable) {
            inPhase(phase.get(), softphone::end);
        }
    }

    /// Sends one telephone event: `0-9`, `*`, `#`.
    public void sendDigit(char digit) {
        inPhase(CallPhase.TALKING, id -> softphone.sendDigit(id, digit));
    }

    /// Calls a number as typed; nothing while another call is going on.
    public void dial(String target) {
        if (calls.isEmpty() && !target.isBlank()) {
            softphone.dial(DialTarget.normalise(target), Map.of());
        }
    }

    /// Puts away the cause of the last call.
    public void dismiss() {
        if (phase.get() == CallPhase.ENDED) {
            show(null);
        }
    }

    @Override
    public void close() {
        subscription.close();
        stopTicks.run();
    }

    private void apply(SoftphoneEvent event) {
        switch (event) {
            case SoftphoneEvent.IncomingCall incoming -> changed(incoming.call());
            case SoftphoneEvent.CallChanged change -> changed(change.call());
            case SoftphoneEvent.DeviceChanged change -> meters.device(change.notice());
            case SoftphoneEvent.RemoteSilent silent -> meters.silentFor(silent.milliseconds());
            case SoftphoneEvent.TransferFailed failed -> setBack(failed.cause());
            case SoftphoneEvent.TurnedAway _, SoftphoneEvent.RegistrationChanged _, SoftphoneEvent.DigitReceived _,
                    SoftphoneEvent.AnsweredByItself _,
                    SoftphoneEvent.ReferralAsked _, SoftphoneEvent.ReferralSettled _,
                    SoftphoneEvent.CodeDialled _ -> { }
        }
    }

    private void changed(CallSnapshot snapshot) {
        if (snapshot.state() == CallState.TERMINATED && snapshot.consults() != null) {
            consultationOver(snapshot);
        }
        if (snapshot.state() == CallState.TERMINATED) {
            recent.ended(snapshot);
        }
        calls.changed(snapshot);
        var before = call.get();
        var atHand = calls.atHand();
        if (atHand.isPresent()) {
            show(atHand.get());
        } else if (before == null || before.id().equals(snapshot.id()) || before.state() == CallState.TERMINATED) {
            show(worthShowing(snapshot) ? snapshot : null);
        }
        if (!others.equals(calls.others())) {
            others.setAll(calls.others());
        }
        grouping.set(grouping());
    }

    private CallGrouping grouping() {
        boolean several = calls.others().stream().anyMatch(other -> other.state().established());
        boolean joined = calls.atHand().map(CallSnapshot::inConference).orElse(false)
                && calls.others().stream().allMatch(CallSnapshot::inConference);
        return new CallGrouping(several, several && calls.consultation().isPresent() && !joined,
                calls.established() > 1 && !joined);
    }

    private void consultationOver(CallSnapshot consultation) {
        switch (consultation.end()) {
            case CallEndCause.EndedHere _, CallEndCause.EndedByPeer _, CallEndCause.Transferred _ -> { }
            case null -> { }
            case CallEndCause cause -> setBack(cause);
        }
    }

    private void setBack(@Nullable CallEndCause cause) {
        setback.set(cause);
        setbackAt = clock().instant();
    }

    private static boolean worthShowing(CallSnapshot snapshot) {
        return switch (snapshot.end()) {
            case CallEndCause.EndedHere _, CallEndCause.RejectedHere _, CallEndCause.Transferred _ -> false;
            case null -> false;
            case CallEndCause _ -> true;
        };
    }

    private void show(@Nullable CallSnapshot snapshot) {
        var before = call.get();
        if (snapshot == null || before == null || !before.id().equals(snapshot.id())) {
            meters.reset();
        }
        call.set(snapshot);
        phase.set(snapshot == null ? CallPhase.NONE : CallPhase.of(snapshot.state()));
        if (snapshot == null) {
            stopTicks.run();
        } else if (before == null) {
            stopTicks = needs.ticker().every(TICK, this::tick);
        }
        tick();
    }

    private void tick() {
        var now = call.get();
        if (now == null) {
            return;
        }
        var at = clock().instant();
        meters.sample(now, at);
        meters.holds().look(Stream.concat(Stream.of(now), others.stream()).toList(), at);
        calls.ringing().stream().filter(ringing -> meters.offerOver(ringing, at))
                .forEach(ringing -> softphone.reject(ringing.id()));
        if (over(setbackAt, needs.times().farewell(), at)) {
            setback.set(null);
        }
        if (phase.get() == CallPhase.ENDED && over(now.since(), needs.times().farewell(), at)) {
            show(null);
        }
    }

    private InstantSource clock() {
        return needs.clock();
    }

    private static boolean over(Instant since, Duration term, Instant now) {
        return Duration.between(since, now).compareTo(term) >= 0;
    }

    private void inCall(Consumer<CallId> verb) {
        var now = call.get();
        if (now != null && phase.get().connected()) {
            verb.accept(now.id());
        }
    }

    private void inPhase(CallPhase wanted, Consumer<CallId> verb) {
        var now = call.get();
        if (now != null && phase.get() == wanted) {
            verb.accept(now.id());
        }
    }
}
