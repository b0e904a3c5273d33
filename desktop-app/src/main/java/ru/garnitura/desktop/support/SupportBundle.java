package ru.garnitura.desktop.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;

/// Writes what support needs into one file: the last calls, the log with everything personal masked, the machine and the
/// desk's state. I/O lane.
public final class SupportBundle {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
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
        Path file = places.target().resolve("garnitura-support-" + NAME.format(now) + ".zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file), StandardCharsets.UTF_8)) {
            entry(zip, "machine.json", JSON.writerWithDefaultPrettyPrinter().writeValueAsString(machine(now)));
            entry(zip, "state.json", JSON.writerWithDefaultPrettyPrinter().writeValueAsString(masked(state)));
            for (Path incident : Incidents.files(places.incidents())) {
                entry(zip, "calls/" + incident.getFileName(), Files.readString(incident));
            }
            for (int i = 0; i < places.logs().size(); i++) {
                if (Files.isRegularFile(places.logs().get(i))) {
                    log(zip, "log/desktop-" + i + ".log", places.logs().get(i));
                }
            }
        }
        return file;
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
        zip.putNextEntry(new ZipEntry(name));
        try (var in = Files.newInputStream(file)) {
            long left = Math.max(0, Files.size(file) - MOST_LOG_BYTES);
            in.skipNBytes(left);
            var lines = new BufferedReader(new InputStreamReader(in, decoder));
            if (left > 0) {
                // Half a line may begin behind the quotation mark that would have it masked.
                lines.readLine();
            }
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                zip.write((Masking.line(line) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        zip.closeEntry();
    }
}
