package ru.garnitura.desktop.desk;

import java.time.InstantSource;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import ru.garnitura.desktop.desk.OperatorState.Input;

/// The one place where the operator's state changes. Each change is told to the softphone and the back office at once.
/// FX lane.
public final class Readiness {

    private final ReadOnlyObjectWrapper<Standing> standing;
    private final Ports ports;
    private final InstantSource clock;
    private Consumer<Runnable> question = Runnable::run;
    private Runnable withdrawn = () -> { };

    /// Who must know.
    public interface Ports {

        /// While false, calls are refused without a ring.
        void acceptCalls(boolean accepting);

        /// For the back office, and for the next start of this desk.
        void report(Standing standing);
    }

    /// @param start as at the end of the last shift; a wrap-up counts as what would have followed it
    public Readiness(Standing start, Ports ports, InstantSource clock) {
        this.standing = new ReadOnlyObjectWrapper<>(start);
        this.ports = ports;
        this.clock = clock;
        tell(start);
    }

    public ReadOnlyObjectProperty<Standing> standing() {
        return standing.getReadOnlyProperty();
    }

    public OperatorState state() {
        return standing.get().state();
    }

    /// Asks before NotReady ends.
    ///
    /// @param asked      runs the given task once it is agreed to
    /// @param takenBack  NotReady was wished meanwhile: the task is not to be run any more
    public void askBeforeReady(Consumer<Runnable> asked, Runnable takenBack) {
        question = asked;
        withdrawn = takenBack;
    }

    public void goReady() {
        if (state() == OperatorState.NOT_READY) {
            question.accept(() -> take(Input.GO_READY, ""));
        } else {
            take(Input.GO_READY, "");
        }
    }

    /// @param reason one of the desk's codes; a new one while NotReady begins a new time
    public void goNotReady(String reason) {
        withdrawn.run();
        if (state() == OperatorState.NOT_READY && !reason.equals(standing.get().reason())) {
            change(new Standing(OperatorState.NOT_READY, reason, clock.instant()));
            return;
        }
        take(Input.GO_NOT_READY, reason);
    }

    public void beginWrapUp() {
        take(Input.BEGIN_WRAP_UP, standing.get().reason());
    }

    public void endWrapUp() {
        take(Input.END_WRAP_UP, standing.get().reason());
    }

    private void take(Input input, String reason) {
        OperatorState next = OperatorState.next(state(), input);
        if (next != state()) {
            boolean sameTime = next.isWrapUp() && state().isWrapUp();
            String kept = next == OperatorState.READY || next == OperatorState.WRAP_UP ? "" : reason;
            change(new Standing(next, kept, sameTime ? standing.get().since() : clock.instant()));
        }
    }

    private void change(Standing next) {
        standing.set(next);
        tell(next);
    }

    private void tell(Standing now) {
        ports.acceptCalls(now.state().takesCalls());
        ports.report(now);
    }
}
