package ru.garnitura.backoffice.recordings;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.garnitura.backoffice.signin.Operator;
import ru.garnitura.backoffice.signin.Role;
import ru.garnitura.backoffice.store.Row;
import ru.garnitura.backoffice.store.Tx;

/// Recordings in the store, several to an interaction. One is told first, and its sound arrives afterwards; it is known
/// to nobody until then.
public final class Recordings {
    /// What belongs to no interaction by then never will.
    private static final Duration UNFILED = Duration.ofDays(7);

    private Recordings() {}

    /// A row with what only the server wants to know.
    ///
    /// @param bytes of the sound; 0 where an older desktop did not tell
    record Kept(String interaction, Recording recording, long bytes, boolean arrived) {}

    static void add(Tx tx, String interaction, Recording recording, long bytes, Instant now) {
        if (find(tx, interaction, recording.sha256()).isEmpty()) {
            tx.update(
                    """
                    INSERT INTO recording(interaction, blob, seconds, started, complete, operator, bytes, told)
                    VALUES(?, ?, ?, ?, ?, ?, ?, ?)""",
                    interaction,
                    recording.sha256(),
                    recording.seconds(),
                    recording.startedAt(),
                    recording.whole(),
                    recording.operator(),
                    bytes,
                    now);
        }
    }

    static Optional<Kept> find(Tx tx, String interaction, String sha256) {
        return tx.first(
                Recordings::kept, "SELECT * FROM recording WHERE interaction = ? AND blob = ?", interaction, sha256);
    }

    static void arrived(Tx tx, Kept kept, Instant now) {
        tx.update(
                "UPDATE recording SET arrived = ? WHERE interaction = ? AND blob = ?",
                now,
                kept.interaction(),
                kept.recording().sha256());
    }

    /// How much sound an interaction has, bytes.
    static long bytesOf(Tx tx, String interaction) {
        return tx.number("SELECT COALESCE(SUM(bytes), 0) AS n FROM recording WHERE interaction = ?", interaction);
    }

    /// Whether somebody else speaks in this interaction.
    static boolean isForeign(Tx tx, String interaction, Operator operator) {
        return tx.number(
                        """
                        SELECT (SELECT COUNT(*) FROM interaction WHERE id = ? AND (operator IS NULL OR operator <> ?))
                            + (SELECT COUNT(*) FROM recording WHERE interaction = ? AND operator <> ?) AS n""",
                        interaction,
                        operator.id(),
                        interaction,
                        operator.id())
                > 0;
    }

    /// Recordings of an operator whose interactions are not written yet.
    static long unfiled(Tx tx, Operator operator) {
        return tx.number(
                """
                SELECT COUNT(*) AS n FROM recording r WHERE r.operator = ?
                    AND NOT EXISTS(SELECT 1 FROM interaction i WHERE i.id = r.interaction)""",
                operator.id());
    }

    /// Those an operator may hear, oldest first: for leads and quality all, for others what they recorded or served.
    static List<Recording> heardBy(Tx tx, String interaction, Operator operator) {
        return tx.list(
                        Recordings::kept,
                        "SELECT * FROM recording WHERE interaction = ? AND arrived IS NOT NULL ORDER BY started",
                        interaction)
                .stream()
                .map(Kept::recording)
                .filter(one -> mayHear(tx, interaction, one, operator))
                .toList();
    }

    static boolean mayHear(Tx tx, String interaction, Recording recording, Operator operator) {
        return operator.is(Role.LEAD)
                || operator.is(Role.QUALITY)
                || recording.operator().equals(operator.id())
                || tx.number(
                                "SELECT COUNT(*) AS n FROM interaction WHERE id = ? AND operator = ?",
                                interaction,
                                operator.id())
                        > 0;
    }

    /// What an operator may hear of several interactions; those without any are not there.
    public static Map<String, List<Recording>> heardBy(Tx tx, List<String> interactions, Operator operator) {
        Map<String, List<Recording>> heard = new LinkedHashMap<>();
        List<String> recorded = tx.list(
                row -> row.text("interaction"),
                "SELECT DISTINCT interaction FROM recording WHERE arrived IS NOT NULL AND interaction IN (%s)"
                        .formatted(Tx.places(interactions.size())),
                interactions.toArray());
        for (String interaction : recorded) {
            List<Recording> here = heardBy(tx, interaction, operator);
            if (!here.isEmpty()) {
                heard.put(interaction, here);
            }
        }
        return heard;
    }

    /// Forgets what belongs to no interaction after a week.
    ///
    /// @return hashes nothing belongs to any more
    static List<String> forgetUnfiled(Tx tx, Instant now) {
        String old =
                """
                FROM recording r WHERE r.told < ?
                    AND NOT EXISTS(SELECT 1 FROM interaction i WHERE i.id = r.interaction)""";
        @Nullable Object limit = now.minus(UNFILED);
        List<String> hashes = new ArrayList<>(tx.list(row -> row.text("blob"), "SELECT r.blob " + old, limit));
        tx.update("DELETE " + old, limit);
        hashes.removeIf(hash -> tx.number("SELECT COUNT(*) AS n FROM recording WHERE blob = ?", hash) > 0);
        return hashes;
    }

    private static Kept kept(Row row) {
        var recording = new Recording(
                row.text("blob"),
                row.count("seconds"),
                row.time("started"),
                row.flag("complete"),
                row.text("operator"));
        return new Kept(row.text("interaction"), recording, row.number("bytes"), row.timeOrNull("arrived") != null);
    }
}
