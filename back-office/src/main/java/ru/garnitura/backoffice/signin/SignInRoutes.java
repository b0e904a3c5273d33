package ru.garnitura.backoffice.signin;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Consumer;
import ru.garnitura.backoffice.store.Store;
import ru.garnitura.backoffice.web.Answer;
import ru.garnitura.backoffice.web.Exchange;
import ru.garnitura.backoffice.web.Problem;
import ru.garnitura.backoffice.web.ProblemCode;
import ru.garnitura.backoffice.web.RateLimit;
import ru.garnitura.backoffice.web.Routes;

/// Sign-in, refresh, sign-out.
public final class SignInRoutes {
    private static final int FAILURES_PER_MINUTE = 10;
    private final Store store;
    private final InstantSource clock;
    private final Consumer<String> signedOut;
    private final RateLimit failures;

    /// @param signedOut told the operator's id when a sign-in was revoked, after the commit
    public SignInRoutes(Store store, InstantSource clock, Consumer<String> signedOut) {
        this.store = store;
        this.clock = clock;
        this.signedOut = signedOut;
        this.failures = new RateLimit(FAILURES_PER_MINUTE, Duration.ofMinutes(1), clock);
    }

    public void addTo(Routes routes) {
        routes.post("/v1/sign-in", this::signIn)
                .post("/v1/tokens/refresh", this::refresh)
                .post("/v1/sign-out", this::signOut);
    }

    record SignInRequest(String login, String password, String device) {
        SignInRequest {
            Objects.requireNonNull(login, "login");
            Objects.requireNonNull(password, "password");
            Objects.requireNonNull(device, "device");
        }

        @Override
        public String toString() {
            return "SignInRequest[" + login + "]";
        }
    }

    record RefreshRequest(String refresh, String device) {
        RefreshRequest {
            Objects.requireNonNull(refresh, "refresh");
            Objects.requireNonNull(device, "device");
        }
    }

    record SignedIn(
            String access, long accessTtl, String refresh, long refreshTtl, Instant now, Operator operator) {}

    private Answer signIn(Exchange exchange) throws IOException {
        SignInRequest request = exchange.json(SignInRequest.class);
        String who = exchange.remoteAddress() + " " + request.login();
        RateLimit.refuse(failures.peek(who));
        Operators.Known known = store.read(tx -> Operators.byLogin(tx, request.login())).orElse(null);
        if (known == null) {
            Passwords.spend(request.password());
        }
        if (known == null || !Passwords.fits(request.password(), known.passwordHash())) {
            failures.take(who);
            throw new Problem(ProblemCode.BAD_CREDENTIALS);
        }
        Instant now = clock.instant();
        Tokens.Pair pair = store.write(tx -> Tokens.begin(tx, known.operator().id(), request.device(), now));
        return answer(pair, known.operator(), now);
    }

    private Answer refresh(Exchange exchange) throws IOException {
        RefreshRequest request = exchange.json(RefreshRequest.class);
        Instant now = clock.instant();
        Tokens.Rotated rotated = store.write(tx -> Tokens.rotate(tx, request.refresh(), now, signedOut));
        if (rotated == null) {
            throw new Problem(ProblemCode.REFRESH_REUSED);
        }
        Operator operator = store.read(tx -> Operators.byId(tx, rotated.operator()))
                .orElseThrow(() -> new Problem(ProblemCode.REFRESH_INVALID));
        return answer(rotated.pair(), operator, now);
    }

    private Answer signOut(Exchange exchange) {
        String access = exchange.bearer().orElseThrow(() -> new Problem(ProblemCode.TOKEN_INVALID));
        store.write(tx -> {
            Tokens.Holder holder = Tokens.holder(tx, access, clock.instant());
            Tokens.revoke(tx, holder.signIn());
            tx.afterCommit(() -> signedOut.accept(holder.operator()));
            return holder;
        });
        return Answer.empty(204);
    }

    private static Answer answer(Tokens.Pair pair, Operator operator, Instant now) {
        return Answer.json(new SignedIn(
                pair.access(), Tokens.ACCESS.toSeconds(), pair.refresh(), Tokens.REFRESH.toSeconds(), now, operator));
    }
}
