package ru.garnitura.backoffice.recordings;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Objects;
import ru.garnitura.backoffice.actions.Action;
import ru.garnitura.backoffice.actions.Effect;
import ru.garnitura.backoffice.actions.Outcome;
import ru.garnitura.backoffice.signin.Operator;
import ru.garnitura.backoffice.store.Tx;
import ru.garnitura.backoffice.web.Json;

/// `call.recording`: tells of a recording of an interaction of one's own, which may come later. Only then its sound is
/// taken, and only as much of it as was told.
public final class RecordingEffect implements Effect {
    private static final int MAX_ID = 60;
    private static final long BYTES_PER_SECOND = 16_000L * 2 * 2;
    /// The header of a WAV, and what a second that had begun holds.
    private static final long SLACK = 44 + BYTES_PER_SECOND;

    private final InstantSource clock;
    private final long mostBytes;

    /// @param longest that one call is recorded
    public RecordingEffect(InstantSource clock, Duration longest) {
        this.clock = clock;
        this.mostBytes = longest.toSeconds() * BYTES_PER_SECOND + SLACK;
    }

    /// @param bytes of the WAV
    /// @param whole false where the desktop ended while it recorded
    record Payload(String sha256, int seconds, long bytes, Instant startedAt, boolean whole) {
        Payload {
            Objects.requireNonNull(startedAt, "startedAt");
            if (!Objects.requireNonNull(sha256, "sha256").matches("[0-9a-f]{64}") || seconds < 0 || bytes < 1) {
                throw new IllegalArgumentException("sha256, seconds or bytes");
            }
        }
    }

    @Override
    public Outcome apply(Tx tx, Operator operator, Action action) {
        Payload payload = Json.read(action.payload(), Payload.class);
        if (action.entity().length() > MAX_ID) {
            return Outcome.rejected("invalid_payload");
        }
        if (Arrays.stream(RecordingRoutes.SERVING).noneMatch(operator::is)) {
            return Outcome.rejected("forbidden");
        }
        if (Recordings.isServedByAnother(tx, action.entity(), operator)) {
            return Outcome.rejected("not_yours");
        }
        if (Recordings.bytesOf(tx, action.entity(), operator) + payload.bytes() > mostBytes) {
            return Outcome.rejected("too_large");
        }
        Recording recording = new Recording(
                payload.sha256(), payload.seconds(), payload.startedAt(), payload.whole(), operator.id());
        Recordings.add(tx, action.entity(), recording, payload.bytes(), clock.instant());
        return Outcome.applied(recording);
    }
}
