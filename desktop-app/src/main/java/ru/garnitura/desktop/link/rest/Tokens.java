package ru.garnitura.desktop.link.rest;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The operator's tokens, and one renewal at a time: whoever finds a token expired while another renews it waits for
/// that renewal. Any thread; the renewal itself runs on the first caller's, without a lock.
public final class Tokens {

    private final Object lock = new Object();
    private final Function<@Nullable TokenPair, Answer<TokenPair>> renewal;
    private final Consumer<String> signedOut;
    private @Nullable TokenPair pair;
    private @Nullable String refused;
    private @Nullable CompletableFuture<Answer<TokenPair>> running;

    /// @param renewal   given the pair that is no good any more (null: there never was one) asks for another. Blocks.
    /// @param signedOut told the code when only a sign-in helps; once for each pair
    public Tokens(Function<@Nullable TokenPair, Answer<TokenPair>> renewal, Consumer<String> signedOut) {
        this.renewal = renewal;
        this.signedOut = signedOut;
    }

    public void put(TokenPair fresh) {
        synchronized (lock) {
            pair = fresh;
            refused = null;
        }
    }

    /// Starts without a token: the first request asks for one.
    public void reset() {
        synchronized (lock) {
            pair = null;
            refused = null;
        }
    }

    /// Forgets everything; requests fail until the next [#put].
    public void drop(String code) {
        synchronized (lock) {
            pair = null;
            refused = code;
        }
    }

    /// A token to try, renewed first where there is none.
    Answer<TokenPair> current() {
        TokenPair known;
        synchronized (lock) {
            known = pair;
        }
        return known == null ? renewed(null) : new Answer.Received<>(known, "");
    }

    /// Another pair than `stale`, from whoever gets it first.
    Answer<TokenPair> renewed(@Nullable TokenPair stale) {
        CompletableFuture<Answer<TokenPair>> mine = new CompletableFuture<>();
        CompletableFuture<Answer<TokenPair>> others;
        synchronized (lock) {
            if (refused != null) {
                return new Answer.Failed<>(new Failure.NotSignedIn(refused));
            }
            if (pair != null && !pair.equals(stale)) {
                return new Answer.Received<>(pair, "");
            }
            others = running;
            if (others == null) {
                running = mine;
            }
        }
        return others == null ? renew(stale, mine) : await(others);
    }

    private Answer<TokenPair> renew(@Nullable TokenPair stale, CompletableFuture<Answer<TokenPair>> mine) {
        Answer<TokenPair> answer = new Answer.Failed<>(new Failure.Malformed("the renewal ended by a bug"));
        try {
            answer = renewal.apply(stale);
        } finally {
            settle(answer);
            mine.complete(answer);
        }
        if (answer instanceof Answer.Failed<TokenPair>(Failure.NotSignedIn(String code))) {
            signedOut.accept(code);
        }
        return answer;
    }

    private void settle(Answer<TokenPair> answer) {
        synchronized (lock) {
            running = null;
            if (refused != null) {
                return;
            }
            switch (answer) {
                case Answer.Received<TokenPair>(TokenPair fresh, _) -> pair = fresh;
                case Answer.Failed<TokenPair>(Failure.NotSignedIn(String code)) -> {
                    pair = null;
                    refused = code;
                }
                case Answer.Failed<TokenPair> _, Answer.NotModified<TokenPair> _ -> {
                }
            }
        }
    }

    private static Answer<TokenPair> await(CompletableFuture<Answer<TokenPair>> others) {
        try {
            return others.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Failed<>(Failure.broken(LinkFault.BROKEN, "interrupted"));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
