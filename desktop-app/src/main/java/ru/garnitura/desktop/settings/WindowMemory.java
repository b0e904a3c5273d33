package ru.garnitura.desktop.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the window remembers between starts: its place, the width of its panes, language and theme, recent topics.
/// One small file in the data folder; losing it loses comfort only. FX lane; writing happens on the I/O lane.
public final class WindowMemory {

    private static final Logger log = LoggerFactory.getLogger(WindowMemory.class);

    private final Path file;
    private final Executor io;
    private final Map<String, String> values = new TreeMap<>();
    private final AtomicReference<@Nullable Map<String, String>> unwritten = new AtomicReference<>();

    private WindowMemory(Path file, Executor io) {
        this.file = file;
        this.io = io;
    }

    /// Reads what is there; a file that can't be read counts as empty.
    public static WindowMemory read(Path folder, Executor io) {
        WindowMemory memory = new WindowMemory(folder.resolve("window.properties"), io);
        if (Files.isReadable(memory.file)) {
            Properties read = new Properties();
            try (var reader = Files.newBufferedReader(memory.file)) {
                read.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                log.warn("{} can't be read and is started anew", memory.file, e);
            }
            read.forEach((key, value) -> memory.values.put(key.toString(), value.toString()));
        }
        return memory;
    }

    public Optional<String> find(String key) {
        return Optional.ofNullable(values.get(key));
    }

    public double number(String key, double otherwise) {
        try {
            String text = values.get(key);
            double number = text == null ? otherwise : Double.parseDouble(text);
            return Double.isFinite(number) ? number : otherwise;
        } catch (NumberFormatException _) {
            return otherwise;
        }
    }

    /// Remembers; written soon, and many changes at once together.
    public void put(String key, String value) {
        if (!value.equals(values.put(key, value)) && unwritten.getAndSet(Map.copyOf(values)) == null) {
            io.execute(this::save);
        }
    }

    public void put(String key, double value) {
        put(key, Double.toString(value));
    }

    /// Writes what is not written yet, on the caller's thread; for the end of the program.
    public synchronized void save() {
        Map<String, String> newest = unwritten.getAndSet(null);
        if (newest != null) {
            write(newest);
        }
    }

    private void write(Map<String, String> newest) {
        Properties written = new Properties();
        written.putAll(newest);
        Path next = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (var writer = Files.newBufferedWriter(next)) {
                written.store(writer, null);
            }
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            log.warn("{} can't be written", file, e);
        }
    }
}
