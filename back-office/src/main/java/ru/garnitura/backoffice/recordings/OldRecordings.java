package ru.garnitura.backoffice.recordings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.garnitura.backoffice.store.Store;

/// Recordings of a server that kept their sound among all other blobs: each is moved to where it is heard by those who
/// may, and leaves no blob behind. Done once; what a crash cut short is done at the next start.
public final class OldRecordings {
    private static final Logger LOG = LoggerFactory.getLogger(OldRecordings.class);
    private final Store store;
    private final InstantSource clock;
    private final Path blobs;
    private final Path recordings;

    /// @param blobs where the sound lay
    /// @param recordings where it lies now
    public OldRecordings(Store store, InstantSource clock, Path blobs, Path recordings) {
        this.store = store;
        this.clock = clock;
        this.blobs = blobs;
        this.recordings = recordings;
    }

    /// @throws IOException where the sound can't be moved; nothing is lost
    public void move() throws IOException {
        List<String> hashes = store.read(tx -> tx.list(
                row -> row.text("blob"),
                """
                SELECT DISTINCT r.blob FROM recording r JOIN blob b ON b.hash = r.blob
                WHERE r.told = 0 AND b.type = 'audio/wav'"""));
        for (String hash : hashes) {
            move(hash);
        }
        store.write(tx -> tx.update("UPDATE recording SET told = ? WHERE told = 0", clock.instant()));
    }

    private void move(String hash) throws IOException {
        Path there = Files.createDirectories(recordings).resolve(hash);
        Path here = blobs.resolve(hash);
        if (Files.exists(here)) {
            Files.move(here, there, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.exists(there)) {
            LOG.warn("The sound of a recording is missing: {}", hash);
            return;
        }
        long bytes = Files.size(there);
        store.write(tx -> {
            tx.update(
                    "UPDATE recording SET bytes = ?, told = ?, arrived = ? WHERE blob = ? AND told = 0",
                    bytes,
                    clock.instant(),
                    clock.instant(),
                    hash);
            return tx.update("DELETE FROM blob WHERE hash = ?", hash);
        });
    }
}
