package ru.garnitura.desktop.app;

import java.util.function.BiConsumer;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import ru.garnitura.desktop.link.signin.SignInOutcome;
import ru.garnitura.desktop.settings.WindowMemory;
import ru.garnitura.desktop.ui.shell.WindowFrame;
import ru.garnitura.desktop.ui.signin.SignInView;
import ru.garnitura.desktop.ui.signin.SignInViewModel;

/// Before there is a desk: a single sign-on is waited for, else the sign-in view asks. FX lane.
final class Foyer {

    private static final String LAST = "signin.login";
    private static final Duration SOON = Duration.seconds(1);

    private final PauseTransition patience = new PauseTransition(SOON);
    private final Groundwork groundwork;
    private final Entrance entrance;
    private final WindowFrame frame;
    private final SignInViewModel model;
    private String login;
    private @Nullable SignInView view;

    /// @param entered told once, on the FX lane
    Foyer(Groundwork groundwork, Entrance entrance, WindowFrame frame, BiConsumer<Foyer, SignInOutcome.SignedIn> entered) {
        this.groundwork = groundwork;
        this.entrance = entrance;
        this.frame = frame;
        WindowMemory memory = groundwork.memory();
        Lanes lanes = groundwork.lanes();
        login = memory.find(LAST).orElse("");
        model = new SignInViewModel(new SignInViewModel.Lanes(lanes.fx(), lanes.io()), (who, password) -> {
            login = who;
            return entrance.link().signIn(who, password);
        }, in -> {
            patience.stop();
            memory.put(LAST, login);
            entered.accept(this, in);
        });
    }

    /// Shows the sign-in view; with a single sign-on only where that takes a while or fails.
    void open() {
        entrance.singleSignOn().ifPresentOrElse(underWay -> {
            login = underWay.login();
            model.await(underWay.outcome());
            patience.setOnFinished(event -> shown());
            patience.play();
        }, () -> shown().start());
    }

    /// Somebody was let in, and the desk could not be opened.
    void turnAway(SignInOutcome why) {
        model.refuse(why);
    }

    /// Told when a person has to type, now or after single sign-on failed: the window can be used then.
    void onPersonNeeded(Runnable listener) {
        if (!model.busy().get()) {
            listener.run();
        }
        model.refusal().subscribe(refusal -> {
            if (refusal != null) {
                shown();
                listener.run();
            }
        });
    }

    private SignInView shown() {
        SignInView open = view;
        if (open == null) {
            open = new SignInView(model, groundwork.appearance(), entrance.server().toString(), login);
            view = open;
            frame.show(open);
        }
        return open;
    }
}
