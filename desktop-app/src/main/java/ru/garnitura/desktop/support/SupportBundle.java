package ru.garnitura.desktop.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;

/// Writes what support needs into one file: the last calls, the log with everything personal masked, the machine and the
/// desk's state. I/O lane.
public final class SupportBundle {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final String PREFIX = "garnitura-support-";
    private static final int KEPT = 5;
    /// The newest part of each log is enough.
    private static final long MOST_LOG_BYTES = 5L << 20;

    private final Places places;
    private final InstantSource clock;

    /// @param incidents folder of the calls' files
    /// @param logs      newest first; what is not there is passed over
    /// @param target    folder the bundle is written to
    public record Places(Path incidents, List<Path> logs, Path target) {

        public Places {
            logs = List.copyOf(logs);
        }
    }

    public SupportBundle(Places places, InstantSource clock) {
        this.places = places;
        this.clock = clock;
    }

    /// @param state of the desk in words without personal data, by name
    /// @return the file
    public Path write(Map<String, String> state) throws IOException {
        Instant now = clock.instant();
        Files.createDirectories(places.target());
        Path file = places.target().resolve(PREFIX + NAME.format(now) + ".zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file), StandardCharsets.UTF_8)) {
            entry(zip, "machine.json", JSON.writerWithDefaultPrettyPrinter().writeValueAsString(machine(now)));
            entry(zip, "state.json", JSON.writerWithDefaultPrettyPrinter().writeValueAsString(masked(state)));
            for (Path incident : Incidents.files(places.incidents())) {
                entry(zip, "calls/" + incident.getFileName(), Files.readString(incident));
            }
            for (int i = 0; i < places.logs().size(); i++) {
                log(zip, "log/desktop-" + i + ".log", places.logs().get(i));
            }
        }
        removeOld();
        return file;
    }

    private void removeOld() throws IOException {
        try (Stream<Path> files = Files.list(places.target())) {
            List<Path> bundles = files.filter(file -> file.getFileName().toString().startsWith(PREFIX))
                    .sorted(Comparator.comparing(Path::getFileName).reversed()).toList();
            for (Path old : bundles.subList(Math.min(KEPT, bundles.size()), bundles.size())) {
                Files.deleteIfExists(old);
            }
        }
    }

    private static Map<String, String> masked(Map<String, String> state) {
        var masked = new TreeMap<String, String>();
        state.forEach((name, value) -> masked.put(name, Masking.value(value)));
        return masked;
    }

    private static Map<String, String> machine(Instant now) {
        Runtime runtime = Runtime.getRuntime();
        return Map.of("written", now.toString(), "java", System.getProperty("java.vm.version"),
                "os", System.getProperty("os.name") + " " + System.getProperty("os.version"),
                "arch", System.getProperty("os.arch"), "processors", Integer.toString(runtime.availableProcessors()),
                "heapMegabytes", ((runtime.totalMemory() - runtime.freeMemory()) >> 20) + " of " + (runtime.maxMemory() >> 20));
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static void log(ZipOutputStream zip, String name, Path file) throws IOException {
        var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        try (var in = Files.newByteChannel(file)) {
            long left = Math.max(0, in.size() - MOST_LOG_BYTES);
            var lines = new BufferedReader(Channels.newReader(in.position(left), decoder, -1));
            zip.putNextEntry(new ZipEntry(name));
            if (left > 0) {
                // Half a line may begin behind the quotation mark that would have it masked.
                lines.readLine();
            }
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                zip.write((Masking.line(line) + "\n").getBytes(StandardCharsets.UTF_8));
            }
            zip.closeEntry();
        } catch (NoSuchFileException _) {
            // It is not there yet, or became the next older one in this moment.
        }
    }
}
