package ru.garnitura.desktop.app;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ru.garnitura.desktop.link.BackOfficeLink;
import ru.garnitura.desktop.link.signin.SignInOutcome;

/// A way in at a back office: its link, which takes a while to make, and an installation's single sign-on by
/// environment where there is one. Any lane.
final class Entrance {

    private static final String LOGIN = "GARNITURA_LOGIN";
    private static final String PASSWORD = "GARNITURA_PASSWORD";
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final URI server;
    private final CompletableFuture<BackOfficeLink> link;
    private final @Nullable SingleSignOn singleSignOn;

    /// A sign-in that nobody types.
    ///
    /// @param outcome comes once, on the I/O lane
    record SingleSignOn(String login, CompletableFuture<SignInOutcome> outcome) {
    }

    private Entrance(URI server, CompletableFuture<BackOfficeLink> link, @Nullable SingleSignOn singleSignOn) {
        this.server = server;
        this.link = link;
        this.singleSignOn = singleSignOn;
    }

    /// Signs in with what the environment holds, where it holds something.
    static Entrance bySingleSignOn(Function<URI, BackOfficeLink> links, URI server, Executor io) {
        var link = CompletableFuture.supplyAsync(() -> links.apply(server), io);
        String login = System.getenv(LOGIN);
        String password = System.getenv(PASSWORD);
        return new Entrance(server, link, login == null || password == null ? null
                : new SingleSignOn(login, link.thenApplyAsync(made -> knock(made, login, password.toCharArray()), io)));
    }

    /// Waits for somebody to type.
    static Entrance byPerson(Function<URI, BackOfficeLink> links, URI server, Executor io) {
        return new Entrance(server, CompletableFuture.supplyAsync(() -> links.apply(server), io), null);
    }

    URI server() {
        return server;
    }

    /// Waits until the link is made; for the I/O lane.
    BackOfficeLink link() {
        return link.join();
    }

    Optional<SingleSignOn> singleSignOn() {
        return Optional.ofNullable(singleSignOn);
    }

    /// Closes the link, now or as soon as it is made.
    void close() {
        var _ = link.thenAccept(BackOfficeLink::close);
    }

    /// Nobody is there to try again: a back office that is just starting is waited for.
    private static SignInOutcome knock(BackOfficeLink link, String login, char[] password) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (true) {
                SignInOutcome outcome = link.signIn(login, password.clone());
                if (!isAway(outcome) || System.nanoTime() > deadline) {
                    return outcome;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private static boolean isAway(SignInOutcome outcome) {
        return switch (outcome) {
            case SignInOutcome.Unreachable _ -> true;
            case SignInOutcome.SignedIn in -> !in.basis().onLine();
            default -> false;
        };
    }
}
