package ru.garnitura.kb.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A file beside a database that lies there for as long as it is open, and longer after a kill. Where it cannot be written
/// the database is opened all the same.
final class OpenMark {

    private static final Logger LOG = LoggerFactory.getLogger(OpenMark.class);

    private final Path file;

    OpenMark(Path file) {
        this.file = file;
    }

    /// Whether the database was not closed last time.
    boolean isLeft() {
        return Files.exists(file);
    }

    void set() {
        try {
            if (!isLeft()) {
                Files.createFile(file);
            }
        } catch (IOException e) {
            LOG.warn("{} cannot be written: {}", file, e.getMessage());
        }
    }

    void clear() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} cannot be deleted: {}", file, e.getMessage());
        }
    }
}
