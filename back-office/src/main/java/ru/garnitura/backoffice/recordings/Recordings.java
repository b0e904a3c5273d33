package ru.garnitura.backoffice.recordings;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ru.garnitura.backoffice.signin.Operator;
import ru.garnitura.backoffice.signin.Role;
import ru.garnitura.backoffice.store.Row;
import ru.garnitura.backoffice.store.Tx;

/// Recordings in the store, several to an interaction. One is told first, and its sound arrives afterwards; it is known
/// to nobody until then.
public final class Recordings {
    /// What belongs to no interaction by then never will.
    private static final Duration UNFILED = Duration.ofDays(7);

    /// More than a shift without a single wrap-up.
    private static final int MOST_UNFILED = 300;

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

    /// How much sound of an interaction an operator has told, bytes.
    static long bytesOf(Tx tx, String interaction, Operator operator) {
        return tx.number(
                "SELECT COALESCE(SUM(bytes), 0) AS n FROM recording WHERE interaction = ? AND operator = ?",
                interaction,
                operator.id());
    }

    /// Whether somebody else took this interaction. Who recorded it before says nothing: its id travels to colleagues
    /// who are asked for help, and one of them may be quicker.
    static boolean isServedByAnother(Tx tx, String interaction, Operator operator) {
        return tx.number(
                        "SELECT COUNT(*) AS n FROM interaction WHERE id = ? AND (operator IS NULL OR operator <> ?)",
                        interaction,
                        operator.id())
                > 0;
    }

    /// Whether an interaction is not written yet, and neither are so many others that an operator has sent sound of.
    static boolean isOneTooManyUnfiled(Tx tx, Kept kept) {
        boolean written = tx.number("SELECT COUNT(*) AS n FROM interaction WHERE id = ?", kept.interaction()) > 0;
        return !written
                && tx.number(
                                """
                                SELECT COUNT(*) AS n FROM recording r WHERE r.operator = ? AND r.arrived IS NOT NULL
                                    AND NOT EXISTS(SELECT 1 FROM interaction i WHERE i.id = r.interaction)""",
                                kept.recording().operator())
                        >= MOST_UNFILED;
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
    static void forgetUnfiled(Tx tx, Instant now) {
        tx.update(
                """
                DELETE FROM recording r WHERE r.told < ?
                    AND NOT EXISTS(SELECT 1 FROM interaction i WHERE i.id = r.interaction)""",
                now.minus(UNFILED));
    }

    /// Those of the hashes that nothing belongs to.
    static List<String> unknown(Tx tx, List<String> hashes) {
        Set<String> known = new HashSet<>(tx.list(row -> row.text("blob"), "SELECT DISTINCT blob FROM recording"));
        return hashes.stream().filter(hash -> !known.contains(hash)).toList();
    }

    static boolean isUnknown(Tx tx, String hash) {
        return tx.number("SELECT COUNT(*) AS n FROM recording WHERE blob = ?", hash) == 0;
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
