package ru.garnitura.softphone.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import ru.garnitura.softphone.call.CallEndCause;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.CallSnapshot;
import ru.garnitura.softphone.call.CallState;
import ru.garnitura.softphone.call.DialTarget;
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
    private final Map<CallId, CallSnapshot> alive = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<@Nullable CallSnapshot> call = new ReadOnlyObjectWrapper<>(this, "call");
    private final ReadOnlyObjectWrapper<CallPhase> phase = new ReadOnlyObjectWrapper<>(this, "phase", CallPhase.NONE);
    private final CallMeters meters;
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

    public void answer() {
        inPhase(CallPhase.INCOMING, softphone::answer);
    }

    /// Refuses the incoming call so that another operator gets it.
    public void reject() {
        if (phase.get() == CallPhase.INCOMING && guard.passes()) {
            inPhase(CallPhase.INCOMING, softphone::reject);
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
        if (alive.isEmpty() && !target.isBlank()) {
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
            case SoftphoneEvent.TurnedAway _, SoftphoneEvent.RegistrationChanged _, SoftphoneEvent.DigitReceived _,
                    SoftphoneEvent.TransferFailed _ -> { }
        }
    }

    private void changed(CallSnapshot snapshot) {
        if (snapshot.state() == CallState.TERMINATED) {
            alive.remove(snapshot.id());
        } else {
            alive.put(snapshot.id(), snapshot);
        }
        var shown = call.get();
        if (shown == null || shown.id().equals(snapshot.id()) || shown.state() == CallState.TERMINATED) {
            show(worthShowing(snapshot) ? snapshot : next());
        }
    }

    private @Nullable CallSnapshot next() {
        return alive.isEmpty() ? null : alive.values().iterator().next();
    }

    private boolean worthShowing(CallSnapshot snapshot) {
        if (snapshot.state() != CallState.TERMINATED) {
            return true;
        }
        return alive.isEmpty() && switch (snapshot.end()) {
            case CallEndCause.EndedHere _, CallEndCause.RejectedHere _, CallEndCause.Transferred _ -> false;
            case null, default -> true;
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
        if (phase.get() == CallPhase.INCOMING && meters.offerOver()) {
            softphone.reject(now.id());
        } else if (phase.get() == CallPhase.ENDED && over(now.since(), needs.times().farewell(), at)) {
            show(null);
        }
    }

    private InstantSource clock() {
        return needs.clock();
    }

    private static boolean over(Instant since, Duration term, Instant now) {
        return Duration.between(since, now).compareTo(term) >= 0;
    }

    private void inPhase(CallPhase wanted, Consumer<CallId> verb) {
        var now = call.get();
        if (now != null && phase.get() == wanted) {
            verb.accept(now.id());
        }
    }
}
