package ru.garnitura.backoffice.recordings;

import java.time.Instant;
import java.util.Objects;
import ru.garnitura.backoffice.actions.Action;
import ru.garnitura.backoffice.actions.Effect;
import ru.garnitura.backoffice.actions.Outcome;
import ru.garnitura.backoffice.signin.Operator;
import ru.garnitura.backoffice.store.Tx;
import ru.garnitura.backoffice.web.Json;

/// `call.recording`: a blob that is here already becomes the recording of an interaction, which may come later.
public final class RecordingEffect implements Effect {
    private static final int MAX_ID = 60;

    /// @param whole false where the desktop ended while it recorded
    record Payload(String sha256, int seconds, Instant startedAt, boolean whole) {
        Payload {
            Objects.requireNonNull(startedAt, "startedAt");
            if (!Objects.requireNonNull(sha256, "sha256").matches("[0-9a-f]{64}") || seconds < 0) {
                throw new IllegalArgumentException("sha256 or seconds");
            }
        }
    }

    @Override
    public Outcome apply(Tx tx, Operator operator, Action action) {
        Payload payload = Json.read(action.payload(), Payload.class);
        if (action.entity().length() > MAX_ID) {
            return Outcome.rejected("invalid_payload");
        }
        if (tx.number("SELECT COUNT(*) AS n FROM blob WHERE hash = ?", payload.sha256()) == 0) {
            return Outcome.rejected("blob_missing");
        }
        if (tx.number(
                        "SELECT COUNT(*) AS n FROM interaction WHERE id = ? AND operator <> ?",
                        action.entity(),
                        operator.id())
                > 0) {
            return Outcome.rejected("not_yours");
        }
        Recording recording = new Recording(
                payload.sha256(), payload.seconds(), payload.startedAt(), payload.whole(), operator.id());
        Recordings.add(tx, action.entity(), recording);
        return Outcome.applied(recording);
    }
}
