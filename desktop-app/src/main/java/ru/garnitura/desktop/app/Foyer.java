package ru.garnitura.desktop.app;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import ru.garnitura.desktop.link.BackOfficeLink;
import ru.garnitura.desktop.link.signin.SignInOutcome;
import ru.garnitura.desktop.settings.WindowMemory;
import ru.garnitura.desktop.ui.Appearance;
import ru.garnitura.desktop.ui.shell.WindowFrame;
import ru.garnitura.desktop.ui.signin.SignInView;
import ru.garnitura.desktop.ui.signin.SignInViewModel;

/// Before there is a desk: an installation's single sign-on by environment, else the sign-in view. FX lane.
final class Foyer {

    private static final String LOGIN = "GARNITURA_LOGIN";
    private static final String PASSWORD = "GARNITURA_PASSWORD";
    private static final String LAST = "signin.login";
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final SignInViewModel model;
    private final SignInView view;
    private String login;

    Foyer(Lanes lanes, WindowMemory memory, Appearance appearance, Gate gate) {
        this.login = memory.find(LAST).orElse("");
        this.model = new SignInViewModel(new SignInViewModel.Lanes(lanes.fx(), lanes.io()), (who, password) -> {
            login = who;
            return knock(gate.link(), who, password);
        }, in -> {
            memory.put(LAST, login);
            gate.entered().enter(this, gate.link(), in);
        });
        this.view = new SignInView(model, appearance, gate.server().toString(), login);
    }

    /// What lies behind the door.
    ///
    /// @param entered told on the FX lane
    record Gate(BackOfficeLink link, URI server, Entered entered) {
    }

    @FunctionalInterface
    interface Entered {

        void enter(Foyer from, BackOfficeLink link, SignInOutcome.SignedIn in);
    }

    /// Somebody was let in, and the desk could not be opened.
    void turnAway(SignInOutcome why) {
        model.refuse(why);
    }

    void open(WindowFrame frame) {
        frame.show(view);
        Optional<String> given = Optional.ofNullable(System.getenv(LOGIN));
        String password = System.getenv(PASSWORD);
        if (given.isPresent() && password != null) {
            model.signIn(given.get(), password.toCharArray());
        } else {
            view.start();
        }
    }

    /// Told when a person has to type, now or after single sign-on failed: the window can be used then.
    void onPersonNeeded(Runnable listener) {
        if (!model.busy().get()) {
            listener.run();
        }
        model.refusal().subscribe(refusal -> {
            if (refusal != null) {
                listener.run();
            }
        });
    }

    /// With single sign-on nobody is there to try again: a back office that is just starting is waited for.
    private static SignInOutcome knock(BackOfficeLink link, String login, char[] password) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            SignInOutcome outcome = link.signIn(login, password);
            boolean away = switch (outcome) {
                case SignInOutcome.Unreachable _ -> true;
                case SignInOutcome.SignedIn in -> !in.basis().onLine();
                default -> false;
            };
            if (!away || System.getenv(LOGIN) == null || System.nanoTime() > deadline) {
                return outcome;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
