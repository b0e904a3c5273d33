package ru.garnitura.desktop.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.garnitura.desktop.link.BackOfficeLink;
import ru.garnitura.desktop.link.signin.SignInOutcome;
import ru.garnitura.desktop.link.signin.Unlocking;

/// A way in at a back office: its link, which takes a while to make, and an installation's single sign-on by
/// environment where there is one. Any lane.
final class Entrance {

    private static final Logger log = LoggerFactory.getLogger(Entrance.class);
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
    ///
    /// @param data where the desktop keeps its things
    static Entrance bySingleSignOn(Function<URI, BackOfficeLink> links, URI server, Path data, Executor io) {
        String login = System.getenv(LOGIN);
        String password = System.getenv(PASSWORD);
        if (login == null || password == null) {
            return byPerson(links, server, io);
        }
        // The key takes longest: it begins first.
        var key = CompletableFuture.supplyAsync(() -> unlocking(data, login, password.toCharArray()), io);
        var link = CompletableFuture.supplyAsync(() -> links.apply(server), io);
        return new Entrance(server, link, new SingleSignOn(login,
                link.thenCombineAsync(key, (made, begun) -> knock(made, login, password.toCharArray(), begun), io)));
    }

    private static @Nullable Unlocking unlocking(Path data, String login, char[] password) {
        try {
            return BackOfficeLink.unlocking(data, login, password);
        } catch (IOException e) {
            log.debug("The sign-in will say what is wrong with the operator's folder", e);
            return null;
        }
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
    private static SignInOutcome knock(BackOfficeLink link, String login, char[] password, @Nullable Unlocking begun) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (true) {
                SignInOutcome outcome = link.signIn(login, password.clone(), begun);
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
