package ru.garnitura.backoffice.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ru.garnitura.backoffice.store.Row;
import ru.garnitura.backoffice.store.Tx;
import ru.garnitura.backoffice.web.Problem;
import ru.garnitura.backoffice.web.ProblemCode;

/// Access and refresh tokens. Only their digests are stored. A refresh token is rotated at each use; the one before stays
/// good for a minute, so that a lost answer signs nobody out.
public final class Tokens {
    public static final Duration ACCESS = Duration.ofMinutes(15);
    public static final Duration REFRESH = Duration.ofHours(16);
    private static final Duration GRACE = Duration.ofSeconds(60);

    private Tokens() {}

    /// A fresh pair for one sign-in.
    record Pair(String access, String refresh) {

        @Override
        public String toString() {
            return "Pair[]";
        }
    }

    /// Whose token it was.
    public record Holder(String signIn, String operator) {}

    static Pair begin(Tx tx, String operator, String device, Instant now) {
        String signIn = Secrets.token("si_");
        tx.update("DELETE FROM token WHERE expires < ?", now.minus(ACCESS));
        tx.update(
                "INSERT INTO sign_in(id, operator, device, at, revoked) VALUES(?, ?, ?, ?, FALSE)",
                signIn,
                operator,
                device,
                now);
        return issue(tx, signIn, now);
    }

    /// @throws Problem `refresh_invalid`; a reused token gives null after revoking the sign-in
    static @Nullable Rotated rotate(Tx tx, String refresh, Instant now, Consumer<String> revoked) {
        Kept kept = find(tx, refresh, "refresh", now, ProblemCode.REFRESH_INVALID, ProblemCode.REFRESH_INVALID);
        Instant rotated = kept.rotated();
        if (rotated != null && rotated.plus(GRACE).isBefore(now)) {
            revoke(tx, kept.holder().signIn());
            tx.afterCommit(() -> revoked.accept(kept.holder().operator()));
            return null;
        }
        if (rotated == null) {
            tx.update("UPDATE token SET rotated = ? WHERE hash = ?", now, Secrets.digest(refresh));
        }
        return new Rotated(issue(tx, kept.holder().signIn(), now), kept.holder().operator());
    }

    record Rotated(Pair pair, String operator) {}

    /// @throws Problem `token_invalid` or `token_expired`
    public static Holder holder(Tx tx, String access, Instant now) {
        return find(tx, access, "access", now, ProblemCode.TOKEN_INVALID, ProblemCode.TOKEN_EXPIRED).holder();
    }

    static void revoke(Tx tx, String signIn) {
        tx.update("UPDATE sign_in SET revoked = TRUE WHERE id = ?", signIn);
    }

    private static Kept find(
            Tx tx, String token, String kind, Instant now, ProblemCode unknown, ProblemCode expired) {
        Kept kept = tx.first(
                        Tokens::kept,
                        """
                        SELECT t.expires, t.rotated, s.id, s.operator FROM token t JOIN sign_in s ON s.id = t.sign_in
                        WHERE t.hash = ? AND t.kind = ? AND s.revoked = FALSE""",
                        Secrets.digest(token),
                        kind)
                .orElseThrow(() -> new Problem(unknown));
        if (kept.expires().isBefore(now)) {
            throw new Problem(expired);
        }
        return kept;
    }

    private static Pair issue(Tx tx, String signIn, Instant now) {
        var pair = new Pair(Secrets.token("ga_"), Secrets.token("gr_"));
        keep(tx, pair.access(), signIn, "access", now.plus(ACCESS));
        keep(tx, pair.refresh(), signIn, "refresh", now.plus(REFRESH));
        return pair;
    }

    private static void keep(Tx tx, String token, String signIn, String kind, Instant expires) {
        tx.update(
                "INSERT INTO token(hash, sign_in, kind, expires, rotated) VALUES(?, ?, ?, ?, NULL)",
                Secrets.digest(token),
                signIn,
                kind,
                expires);
    }

    private static Kept kept(Row row) {
        return new Kept(
                new Holder(row.text("id"), row.text("operator")), row.time("expires"), row.timeOrNull("rotated"));
    }

    private record Kept(Holder holder, Instant expires, @Nullable Instant rotated) {}
}
