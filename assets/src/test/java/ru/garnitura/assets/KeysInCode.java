package ru.garnitura.assets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Which keys a module's sources name: whole, or as a beginning (`"month.short." + number`).
///
/// @param literals every string literal
/// @param asked literals given to `text(...)` or `now(...)`
record KeysInCode(Set<String> literals, Set<String> asked) {

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern ASKED = Pattern.compile("\\b(?:text|now)\\(\\s*\"([a-z]\\w*(?:\\.[\\w-]+)+)\"");

    static KeysInCode under(Path sources) throws IOException {
        var keys = new KeysInCode(new TreeSet<>(), new TreeSet<>());
        try (var files = Files.walk(sources)) {
            for (var file : (Iterable<Path>) files.filter(path -> path.toString().endsWith(".java"))::iterator) {
                keys.add(Files.readString(file));
            }
        }
        return keys;
    }

    boolean names(String key) {
        return literals.contains(key)
                || literals.stream().anyMatch(literal -> literal.endsWith(".") && key.startsWith(literal));
    }

    private void add(String source) {
        LITERAL.matcher(source).results().forEach(found -> literals.add(found.group(1)));
        ASKED.matcher(source).results().forEach(found -> asked.add(found.group(1)));
    }
}
