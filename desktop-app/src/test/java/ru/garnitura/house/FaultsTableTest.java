package ru.garnitura.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The table of faults names tests that exist.
class FaultsTableTest {

    private static final Pattern NAMED = Pattern.compile("`([A-Z][A-Za-z0-9]*(?:Test|IT))(?:\\.([a-z][A-Za-z0-9]*))?`");

    @Test
    void everyTestNamedInTheTableExists() throws IOException {
        Path root = Path.of("..").toAbsolutePath().normalize();
        Map<String, String> tests = testsOf(root);
        String table = Files.readString(root.resolve("docs/faults.md"));
        Matcher named = NAMED.matcher(table);
        int seen = 0;
        for (; named.find(); seen++) {
            String file = tests.getOrDefault(named.group(1), "");
            String wanted = named.group(2) == null ? "class " + named.group(1) : "void " + named.group(2) + "(";
            assertThat(file).as(named.group()).contains(wanted);
        }
        assertThat(seen).isGreaterThan(60);
    }

    private static Map<String, String> testsOf(Path root) throws IOException {
        Map<String, String> tests = new TreeMap<>();
        for (String room : List.of("assets", "softphone", "session-tabs", "kb-viewer", "desktop-app", "back-office")) {
            try (Stream<Path> files = Files.walk(root.resolve(room).resolve("src/test/java"))) {
                for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    String name = file.getFileName().toString().replace(".java", "");
                    tests.merge(name, Files.readString(file), String::concat);
                }
            }
        }
        return tests;
    }
}
