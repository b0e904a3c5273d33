package ru.garnitura.backoffice.feedback;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.garnitura.backoffice.signin.Guard;
import ru.garnitura.backoffice.signin.Operator;
import ru.garnitura.backoffice.signin.Role;
import ru.garnitura.backoffice.store.Store;
import ru.garnitura.backoffice.store.Tx;
import ru.garnitura.backoffice.web.Answer;
import ru.garnitura.backoffice.web.Exchange;
import ru.garnitura.backoffice.web.Routes;

/// The editors' queue and the lead's view of what was not read yet.
public final class FeedbackRoutes {
    private final Store store;
    private final InstantSource clock;

    public FeedbackRoutes(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    public void addTo(Routes routes, Guard guard) {
        routes.get("/v1/kb/feedback", guard.only((exchange, editor) -> queue(), Role.EDITOR, Role.LEAD))
                .post("/v1/kb/feedback/answers", guard.only(this::answer, Role.EDITOR, Role.LEAD))
                .get("/v1/kb/acknowledgements", guard.only((exchange, lead) -> gaps(), Role.EDITOR, Role.LEAD));
    }

    record Queue(List<Flags.Flag> flags, List<Unfound.Words> unfound) {}

    record Gaps(List<Acknowledgements.Asked> items) {}

    /// @param ids of reports of one kind
    /// @param answer `fixed` or `declined`
    record Reply(List<Long> ids, String answer, @Nullable String note) {
        private static final int AT_MOST = 5000;
        private static final int LONGEST_NOTE = 1000;
        private static final Set<String> ANSWERS = Set.of("fixed", "declined");

        Reply {
            ids = List.copyOf(Objects.requireNonNull(ids, "ids"));
            boolean isTooLong = note != null && note.length() > LONGEST_NOTE;
            if (ids.size() > AT_MOST || !ANSWERS.contains(Objects.requireNonNull(answer, "answer")) || isTooLong) {
                throw new IllegalArgumentException("ids, answer or note out of bounds");
            }
        }
    }

    /// @param closed how many were open until now
    record Answered(int closed) {}

    private Answer queue() {
        return Answer.json(store.read(tx -> new Queue(Flags.open(tx), Unfound.open(tx))));
    }

    private Answer gaps() {
        return Answer.json(store.read(tx -> new Gaps(Acknowledgements.all(tx, clock.instant()))));
    }

    private Answer answer(Exchange exchange, Operator editor) throws IOException {
        Reply reply = exchange.json(Reply.class);
        return Answer.json(store.write(tx -> new Answered(
                reply.ids().stream().distinct().mapToInt(id -> close(tx, id, reply, editor)).sum())));
    }

    /// The first answer stands.
    private int close(Tx tx, long id, Reply reply, Operator editor) {
        return tx.update(
                """
                INSERT INTO feedback_answer(feedback, answer, operator, at, note)
                SELECT f.id, ?, ?, ?, ? FROM article_feedback f WHERE f.id = ?
                    AND NOT EXISTS (SELECT 1 FROM feedback_answer d WHERE d.feedback = f.id)""",
                reply.answer(),
                editor.id(),
                clock.instant(),
                reply.note(),
                id);
    }
}
