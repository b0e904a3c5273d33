package ru.garnitura.backoffice.kb;

import java.time.InstantSource;
import ru.garnitura.backoffice.actions.Action;
import ru.garnitura.backoffice.actions.Effect;
import ru.garnitura.backoffice.actions.Outcome;
import ru.garnitura.backoffice.signin.Operator;
import ru.garnitura.backoffice.store.Tx;
import ru.garnitura.backoffice.web.Json;
import ru.garnitura.backoffice.web.Problem;
import ru.garnitura.backoffice.web.ProblemCode;

/// `kb.flag`, `kb.read`, `kb.ack`, `kb.zero-result`: what readers report to editors.
public final class FeedbackEffect implements Effect {
    private static final String NO_ARTICLE = "kb";
    private static final int MAX_CONTENT = 8000;
    private final String kind;
    private final InstantSource clock;

    /// @param kind `flag`, `read`, `ack` or `zero-result`
    public FeedbackEffect(String kind, InstantSource clock) {
        this.kind = kind;
        this.clock = clock;
    }

    @Override
    public Outcome apply(Tx tx, Operator operator, Action action) {
        String content = Json.text(action.payload());
        if (!action.payload().isObject() || content.length() > MAX_CONTENT) {
            throw new Problem(ProblemCode.MALFORMED_JSON);
        }
        boolean known = kind.equals("zero-result")
                ? action.entity().equals(NO_ARTICLE)
                : tx.number("SELECT COUNT(*) AS n FROM article WHERE id = ?", action.entity()) > 0;
        if (!known) {
            return Outcome.rejected("unknown_article");
        }
        tx.update(
                "INSERT INTO article_feedback(id, article, kind, operator, at, content) VALUES(?, ?, ?, ?, ?, ?)",
                tx.next("feedback"),
                action.entity(),
                kind,
                operator.id(),
                clock.instant(),
                content);
        return Outcome.applied();
    }
}
