package ru.garnitura.desktop.link.signin;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.garnitura.desktop.link.policy.DeskPolicy;
import ru.garnitura.desktop.link.rest.Answer;
import ru.garnitura.desktop.link.rest.Failure;
import ru.garnitura.desktop.link.rest.LinkFault;
import ru.garnitura.desktop.link.rest.RestClient;
import ru.garnitura.desktop.link.rest.TokenPair;
import ru.garnitura.desktop.link.rest.Tokens;
import ru.garnitura.desktop.link.signin.TokenRequests.PolicyAnswer;

/// Signs an operator in: at the back office, or where it can't be reached, by the local copy's key. After a sign-in off
/// line the first request that gets through signs in with what the operator typed. Blocking; one sign-in at a time.
public final class SignIn {

    private static final Logger log = LoggerFactory.getLogger(SignIn.class);
    private static final Duration USUAL_PAUSE = Duration.ofSeconds(30);

    private final TokenRequests requests;
    private final Tokens tokens;
    private final Function<String, Path> folders;
    private final Consumer<DeskPolicy> lateArrival;
    private volatile @Nullable Seat seat;
    private volatile @Nullable Credentials unproven;

    private record Seat(LocalDesk desk, DataKey key) {
    }

    /// @param tokens      renewed by [#renew]
    /// @param folders     where the operator with a login keeps things
    /// @param lateArrival told the policy by [#refreshPolicy]
    public SignIn(RestClient client, Tokens tokens, Function<String, Path> folders, Consumer<DeskPolicy> lateArrival) {
        this.requests = new TokenRequests(client);
        this.tokens = tokens;
        this.folders = folders;
        this.lateArrival = lateArrival;
    }

    /// @param password cleared by the caller afterwards
    /// @param begun    for this login and password; null to begin now
    public synchronized SignInOutcome signIn(String login, char[] password, @Nullable Unlocking begun) {
        try (var typed = new Credentials(login, password)) {
            // The back office's answer and the key take their time side by side.
            var unlocking = begun == null ? Unlocking.begin(folders.apply(typed.login()), typed.password()) : begun;
            LocalDesk desk = unlocking.desk();
            Future<Optional<DataKey>> key = unlocking.key();
            return switch (requests.signIn(typed, desk.device())) {
                case Answer.Received<TokenPair>(TokenPair pair, _) -> onLine(desk, typed, key, pair);
                case Answer.Failed<TokenPair>(Failure failure) -> withoutTokens(desk, typed, key, failure);
                case Answer.NotModified<TokenPair> _ -> new SignInOutcome.Refused("malformed_answer");
            };
        } catch (IOException e) {
            log.warn("The operator's folder can't be used", e);
            return new SignInOutcome.NoLocalStore(e.toString());
        }
    }

    private SignInOutcome withoutTokens(LocalDesk desk, Credentials typed, Future<Optional<DataKey>> key, Failure failure)
            throws IOException {
        return switch (failure) {
            case Failure.NotSignedIn _ -> new SignInOutcome.WrongPassword();
            case Failure.NewerContract(int needed) -> new SignInOutcome.NewerContract(needed);
            case Failure.Refused refused -> new SignInOutcome.Refused(refused.code());
            case Failure.Malformed malformed -> {
                log.warn("The answer to a sign-in can't be read: {}", malformed.detail());
                yield new SignInOutcome.Refused("malformed_answer");
            }
            case Failure.NoAnswer(_, int status, _, Duration pause) when status == 429 ->
                new SignInOutcome.TooManyTries(pause == null ? USUAL_PAUSE : pause);
            case Failure.NoAnswer none -> offLine(desk, typed, key, none.cause());
        };
    }

    private SignInOutcome onLine(LocalDesk desk, Credentials typed, Future<Optional<DataKey>> key, TokenPair pair)
            throws IOException {
        forgetCredentials();
        tokens.put(pair);
        Answer<PolicyAnswer> policy = requests.policy();
        KeyVault.Opened opened = desk.settleIn(got(key), typed.password());
        seat = new Seat(desk, opened.key());
        var basis = new SignInOutcome.SignedIn.Basis(desk.folder(), true, opened.replaced());
        return switch (policy) {
            case Answer.Received<PolicyAnswer>(PolicyAnswer fresh, _) -> {
                desk.keepPolicy(fresh.body(), opened.key());
                yield new SignInOutcome.SignedIn(fresh.policy(), opened.key(), basis);
            }
            case Answer.Failed<PolicyAnswer>(Failure failure) -> {
                log.warn("Signed in, but the policy did not come: {}", failure.detail());
                Optional<DeskPolicy> last = desk.lastPolicy(opened.key());
                yield last.isPresent() ? new SignInOutcome.SignedIn(last.get(), opened.key(), basis)
                        : new SignInOutcome.Unreachable(failure.fault());
            }
            case Answer.NotModified<PolicyAnswer> _ -> new SignInOutcome.Refused("malformed_answer");
        };
    }

    private SignInOutcome offLine(LocalDesk desk, Credentials typed, Future<Optional<DataKey>> opening, LinkFault cause)
            throws IOException {
        if (!desk.isKnown()) {
            return new SignInOutcome.Unreachable(cause);
        }
        Optional<DataKey> key = got(opening);
        if (key.isEmpty()) {
            return new SignInOutcome.WrongPassword();
        }
        Optional<DeskPolicy> policy = desk.lastPolicy(key.get());
        if (policy.isEmpty()) {
            return new SignInOutcome.Unreachable(cause);
        }
        log.info("Opened off line: {}", cause);
        seat = new Seat(desk, key.get());
        unproven = new Credentials(typed.login(), typed.password());
        tokens.reset();
        return new SignInOutcome.SignedIn(policy.get(), key.get(),
                new SignInOutcome.SignedIn.Basis(desk.folder(), false, false));
    }

    private static Optional<DataKey> got(Future<Optional<DataKey>> key) throws IOException {
        try {
            return key.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException unreadable) {
                throw unreadable;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /// Names this desk to the back office.
    ///
    /// @throws IllegalStateException before a sign-in
    public String device() {
        return Objects.requireNonNull(seat, "nobody is signed in").desk().device();
    }

    /// For [Tokens]: refreshes, or after a sign-in off line signs in.
    public Answer<TokenPair> renew(@Nullable TokenPair stale) {
        Seat now = seat;
        if (now == null) {
            return new Answer.Failed<>(new Failure.NotSignedIn("no_sign_in"));
        }
        if (stale != null) {
            return TokenRequests.orSignedOut(requests.refresh(stale, now.desk().device()));
        }
        Credentials typed = unproven;
        if (typed == null) {
            return new Answer.Failed<>(new Failure.NotSignedIn("no_sign_in"));
        }
        Answer<TokenPair> answer = TokenRequests.orSignedOut(requests.signIn(typed, now.desk().device()));
        boolean settled = answer.fold(pair -> true, failure -> failure instanceof Failure.NotSignedIn);
        if (settled) {
            forgetCredentials();
        }
        return answer;
    }

    /// Asks for the policy anew and keeps it: at the first contact after a start off line.
    public void refreshPolicy() {
        Seat now = seat;
        if (now != null && requests.policy() instanceof Answer.Received<PolicyAnswer>(PolicyAnswer fresh, _)) {
            try {
                now.desk().keepPolicy(fresh.body(), now.key());
                lateArrival.accept(fresh.policy());
            } catch (IOException e) {
                log.warn("The policy was not kept", e);
            }
        }
    }

    /// Revokes the tokens; where the back office can't be reached they expire by themselves.
    public void signOut() {
        requests.signOut();
        forgetCredentials();
        tokens.drop("signed_out");
    }

    private void forgetCredentials() {
        Credentials typed = unproven;
        unproven = null;
        if (typed != null) {
            typed.close();
        }
    }
}
