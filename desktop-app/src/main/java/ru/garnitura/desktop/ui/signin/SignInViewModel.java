package ru.garnitura.desktop.ui.signin;

import java.util.Arrays;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import ru.garnitura.desktop.link.signin.SignInOutcome;

/// One attempt after another, until somebody is signed in. FX lane.
public final class SignInViewModel {

    private final Lanes lanes;
    private final Door door;
    private final Consumer<SignInOutcome.SignedIn> entered;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final ReadOnlyObjectWrapper<@Nullable SignInOutcome> refusal = new ReadOnlyObjectWrapper<>(this, "refusal");

    /// Who decides; blocking, on the I/O lane.
    @FunctionalInterface
    public interface Door {

        SignInOutcome knock(String login, char[] password);
    }

    /// @param fx the FX lane
    /// @param io virtual threads
    public record Lanes(Executor fx, Executor io) {
    }

    /// @param entered told once, on the FX lane
    public SignInViewModel(Lanes lanes, Door door, Consumer<SignInOutcome.SignedIn> entered) {
        this.lanes = lanes;
        this.door = door;
        this.entered = entered;
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// Why the last attempt failed; null before the first and while one is on its way.
    public ReadOnlyObjectProperty<@Nullable SignInOutcome> refusal() {
        return refusal.getReadOnlyProperty();
    }

    /// @param password taken over, and cleared when the attempt is over
    public void signIn(String login, char[] password) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        refusal.set(null);
        lanes.io().execute(() -> {
            SignInOutcome outcome = door.knock(login.strip(), password);
            Arrays.fill(password, '\0');
            lanes.fx().execute(() -> over(outcome));
        });
    }

    /// Waits for an attempt that somebody else has begun.
    ///
    /// @param attempt completed on any lane
    public void await(CompletionStage<SignInOutcome> attempt) {
        busy.set(true);
        refusal.set(null);
        attempt.thenAccept(outcome -> lanes.fx().execute(() -> over(outcome)));
    }

    /// Says why nobody comes in after all.
    public void refuse(SignInOutcome why) {
        refusal.set(why);
    }

    private void over(SignInOutcome outcome) {
        busy.set(false);
        if (outcome instanceof SignInOutcome.SignedIn in) {
            entered.accept(in);
        } else {
            refusal.set(outcome);
        }
    }
}
