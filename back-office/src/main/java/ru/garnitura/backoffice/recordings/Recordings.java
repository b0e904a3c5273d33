package ru.garnitura.backoffice.recordings;

import java.util.List;
import ru.garnitura.backoffice.store.Tx;

/// Recordings in the store, several to an interaction.
final class Recordings {
    private Recordings() {}

    static void add(Tx tx, String interaction, Recording recording) {
        long there = tx.number(
                "SELECT COUNT(*) AS n FROM recording WHERE interaction = ? AND blob = ?",
                interaction,
                recording.sha256());
        if (there == 0) {
            tx.update(
                    "INSERT INTO recording(interaction, blob, seconds, started, complete, operator) VALUES(?, ?, ?, ?, ?, ?)",
                    interaction,
                    recording.sha256(),
                    recording.seconds(),
                    recording.startedAt(),
                    recording.whole(),
                    recording.operator());
        }
    }

    static List<Recording> of(Tx tx, String interaction) {
        return tx.list(
                row -> new Recording(
                        row.text("blob"),
                        row.count("seconds"),
                        row.time("started"),
                        row.flag("complete"),
                        row.text("operator")),
                "SELECT * FROM recording WHERE interaction = ? ORDER BY started",
                interaction);
    }
}
