package ru.garnitura.backoffice.recordings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.garnitura.backoffice.blobs.BlobRoutes;
import ru.garnitura.backoffice.blobs.Blobs;
import ru.garnitura.backoffice.blobs.HashedFiles;
import ru.garnitura.backoffice.signin.Guard;
import ru.garnitura.backoffice.signin.Operator;
import ru.garnitura.backoffice.signin.Role;
import ru.garnitura.backoffice.store.Store;
import ru.garnitura.backoffice.store.Tx;
import ru.garnitura.backoffice.web.Answer;
import ru.garnitura.backoffice.web.Exchange;
import ru.garnitura.backoffice.web.Problem;
import ru.garnitura.backoffice.web.ProblemCode;
import ru.garnitura.backoffice.web.Routes;

/// `/v1/interactions/{id}/recordings`: the list, and the sound of each. It lies apart from all other blobs, so that no
/// hash alone leads to it. Each listening is recorded before it is answered: no record, no sound.
public final class RecordingRoutes {
    /// Trainees and editors hear no customer.
    static final Role[] SERVING = {Role.OPERATOR, Role.LEAD, Role.QUALITY};

    private static final String TYPE = "audio/wav";
    private static final String SOUND = "/v1/interactions/{id}/recordings/{hash}";
    /// When the wrap-ups that are missing may have come.
    private static final Duration LATER = Duration.ofMinutes(10);
    /// No sound takes so long to come, and a younger file may be one that was told while this looked.
    private static final Duration ABANDONED = Duration.ofDays(1);
    private static final Logger LOG = LoggerFactory.getLogger(RecordingRoutes.class);
    private final Store store;
    private final InstantSource clock;
    private final Path folder;
    private final HashedFiles files;

    /// @param folder for the sound alone
    /// @throws IOException where the folder can't be made
    public RecordingRoutes(Store store, InstantSource clock, Path folder) throws IOException {
        this.store = store;
        this.clock = clock;
        this.folder = folder;
        this.files = new HashedFiles(folder);
    }

    public void addTo(Routes routes, Guard guard) {
        routes.get("/v1/interactions/{id}/recordings", guard.only(this::list, SERVING))
                .get(SOUND, guard.only(this::sound, SERVING))
                .put(SOUND, guard.only(this::arrive, SERVING));
    }

    record Listing(String interaction, List<Recording> items) {}

    private Answer list(Exchange exchange, Operator operator) {
        String id = exchange.path("id");
        return Answer.json(new Listing(id, store.read(tx -> Recordings.heardBy(tx, id, operator))));
    }

    private Answer sound(Exchange exchange, Operator operator) throws IOException {
        String hash = BlobRoutes.hash(exchange);
        Recordings.Kept kept = store.write(tx -> {
            Recordings.Kept found = find(tx, exchange, hash);
            if (!found.arrived()) {
                throw new Problem(ProblemCode.NOT_FOUND);
            }
            if (!Recordings.mayHear(tx, found.interaction(), found.recording(), operator)) {
                throw new Problem(ProblemCode.FORBIDDEN);
            }
            record(tx, operator, found.interaction(), clock.instant());
            return found;
        });
        var blob = new Blobs.Blob(hash, Files.size(files.path(hash)), TYPE);
        return BlobRoutes.answer(exchange, blob, from -> files.open(kept.recording().sha256(), from));
    }

    private static void record(Tx tx, Operator operator, String interaction, Instant now) {
        tx.update(
                "INSERT INTO audit(id, at, operator, what, entity) VALUES(?, ?, ?, ?, ?)",
                tx.next("audit"),
                now,
                operator.id(),
                "recording",
                interaction);
    }

    /// Takes the sound that was told, from who told it. The bytes have to come even where the same are here already: a
    /// hash is no proof of having them.
    private Answer arrive(Exchange exchange, Operator operator) throws IOException {
        String hash = BlobRoutes.hash(exchange);
        Recordings.Kept kept = store.read(tx -> find(tx, exchange, hash));
        if (!kept.recording().operator().equals(operator.id())) {
            throw new Problem(ProblemCode.FORBIDDEN);
        }
        if (!exchange.header("Content-Type").filter(TYPE::equals).isPresent()) {
            throw new Problem(ProblemCode.UNSUPPORTED_TYPE);
        }
        if (store.read(tx -> Recordings.isOneTooManyUnfiled(tx, kept))) {
            throw new Problem(ProblemCode.RATE_LIMITED).with("retryAfter", LATER.toSeconds());
        }
        long bytes = files.store(hash, exchange.body(), kept.bytes());
        store.write(tx -> {
            Recordings.arrived(tx, kept, clock.instant());
            return kept;
        });
        return Answer.json(kept.arrived() ? 200 : 201, new Blobs.Blob(hash, bytes, TYPE));
    }

    private static Recordings.Kept find(Tx tx, Exchange exchange, String hash) {
        return Recordings.find(tx, exchange.path("id"), hash)
                .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND));
    }

    /// Drops what no interaction came for, and files that nothing belongs to. One that can't be removed, and a folder
    /// that can't be read, are tried again the next time.
    public void clean() {
        store.write(tx -> {
            Recordings.forgetUnfiled(tx, clock.instant());
            return tx;
        });
        List<String> names = names();
        for (String orphan : store.read(tx -> Recordings.unknown(tx, names))) {
            try {
                remove(orphan);
            } catch (IOException e) {
                LOG.warn("A file of no recording can't be removed: {}", orphan, e);
            }
        }
    }

    private List<String> names() {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).toList();
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("The folder of recordings can't be read", e);
            return List.of();
        }
    }

    /// Sound comes only after it was told; while this writes, nothing is told, so that nothing removed is awaited.
    private void remove(String orphan) throws IOException {
        Path file = folder.resolve(orphan);
        if (Files.getLastModifiedTime(file).toInstant().isBefore(clock.instant().minus(ABANDONED))
                && store.write(tx -> Recordings.isUnknown(tx, orphan) && !file.toFile().delete())) {
            throw new IOException("it stays where it is");
        }
    }
}
