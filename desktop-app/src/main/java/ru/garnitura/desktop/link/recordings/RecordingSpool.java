package ru.garnitura.desktop.link.recordings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.garnitura.desktop.outbox.OutboxException;
import ru.garnitura.desktop.outbox.Uuid7;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.Recording;
import ru.garnitura.softphone.call.RecordingRules;

/// The folder recordings lie in until the back office has them. What is being written ends in `.part`; a crash leaves
/// such a file, and the next start takes it up as far as it was sealed.
public final class RecordingSpool implements RecordingRules.Place {

    private static final Logger log = LoggerFactory.getLogger(RecordingSpool.class);
    private static final String PART = ".part";
    private static final String UNREADABLE = ".unreadable";
    /// What the back office refused, or nobody can read, is not kept for ever. What was never told it is.
    private static final Duration KEPT = Duration.ofDays(30);

    private final Path folder;
    private final SecretKey key;
    private final InstantSource clock;
    private final Uuid7 keys;
    private volatile Runnable onKept = () -> { };

    /// @param key     of this operator on this machine, the same at each start; never written
    /// @param refused whether the back office refused what was told under a key
    /// @throws IOException when the folder can't be made or read
    public RecordingSpool(Path folder, SecretKey key, InstantSource clock, Predicate<String> refused) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.key = key;
        this.clock = clock;
        this.keys = new Uuid7(clock);
        for (Path file : files()) {
            takeUp(file, refused);
        }
    }

    /// One file that is held by another program stops neither the others nor the operator.
    private void takeUp(Path file, Predicate<String> refused) {
        try {
            String name = file.getFileName().toString();
            if (name.endsWith(PART)) {
                Files.move(file, file.resolveSibling(name.substring(0, name.length() - PART.length())));
            } else if (Files.getLastModifiedTime(file).toInstant().isBefore(clock.instant().minus(KEPT)) && isOfNoUse(file, refused)) {
                log.warn("A recording of more than {} days is removed: {}", KEPT.toDays(), name);
                Files.delete(file);
            }
        } catch (IOException | OutboxException e) {
            log.warn("A recording stays as it is until the next start: {}", file.getFileName(), e);
        }
    }

    private static boolean isOfNoUse(Path file, Predicate<String> refused) {
        return file.getFileName().toString().endsWith(UNREADABLE)
                || KeptRecording.of(file).map(KeptRecording::key).filter(refused).isPresent();
    }

    /// Runs on the I/O lane when another recording can be sent.
    void onKept(Runnable listener) {
        onKept = listener;
    }

    @Override
    public Recording next(CallId call) {
        Path sealed = folder.resolve(KeptRecording.name(clock.instant(), "i-" + call.value(), keys.next()));
        Path part = sealed.resolveSibling(sealed.getFileName() + PART);
        return new Recording(part, key, whole -> keep(part, sealed));
    }

    private void keep(Path part, Path sealed) {
        try {
            if (Files.exists(part)) {
                Files.move(part, sealed, StandardCopyOption.ATOMIC_MOVE);
                onKept.run();
            }
        } catch (IOException e) {
            log.error("A recording stays where it was written until the next start: {}", part.getFileName(), e);
        }
    }

    SecretKey key() {
        return key;
    }

    /// Those that wait, oldest first.
    List<KeptRecording> waiting() throws IOException {
        return files().stream().map(KeptRecording::of).flatMap(Optional::stream)
                .sorted(Comparator.comparing(KeptRecording::started).thenComparing(KeptRecording::key)).toList();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /// Removes one that the back office has, or that was known to it before.
    void forget(String key) throws IOException {
        for (KeptRecording kept : waiting()) {
            if (kept.key().equals(key)) {
                Files.deleteIfExists(kept.file());
            }
        }
    }

    /// One that is told again: the back office keeps its answer to the key it had.
    KeptRecording anew(KeptRecording kept) throws IOException {
        String another = keys.next();
        Path file = kept.file().resolveSibling(KeptRecording.name(kept.started(), kept.interaction(), another));
        Files.move(kept.file(), file, StandardCopyOption.ATOMIC_MOVE);
        return new KeptRecording(file, kept.started(), kept.interaction(), another);
    }

    /// Sets one aside that can't be unsealed.
    void setAside(KeptRecording kept) throws IOException {
        Files.move(kept.file(), kept.file().resolveSibling(kept.file().getFileName() + UNREADABLE));
    }
}
