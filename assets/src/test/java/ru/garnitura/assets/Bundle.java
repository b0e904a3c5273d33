package ru.garnitura.assets;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// One language's file of a bundle, as it is written.
record Bundle(String file, TreeMap<String, String> texts, List<String> duplicates) {

    private static final String FORMS = "\\.(one|few|many|other)$";

    static Bundle read(Class<?> anchor, String name, String language) throws IOException {
        var file = name + "_" + language + ".properties";
        try (var stream = anchor.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IOException("No " + file + " beside " + anchor.getName());
            }
            var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return parse(file, reader.lines().toList());
        }
    }

    static Bundle parse(String file, List<String> lines) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(String.join("\n", lines)));
        var texts = new TreeMap<String, String>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return new Bundle(file, texts, duplicatesIn(lines));
    }

    Set<String> keys() {
        return texts.keySet();
    }

    /// Keys as code names them: the forms of a number count as one.
    Set<String> baseKeys() {
        return texts.keySet().stream().map(Bundle::base).collect(Collectors.toCollection(TreeSet::new));
    }

    /// Places for arguments in a key's text, or in all its forms together.
    Set<String> places(String baseKey) {
        return texts.entrySet().stream().filter(entry -> base(entry.getKey()).equals(baseKey))
                .flatMap(entry -> Placeholders.PLACE.matcher(entry.getValue()).results())
                .map(result -> result.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    boolean counts(String baseKey) {
        return !texts.containsKey(baseKey);
    }

    static String base(String key) {
        return key.replaceFirst(FORMS, "");
    }

    private static List<String> duplicatesIn(List<String> lines) {
        var seen = new TreeSet<String>();
        var twice = new ArrayList<String>();
        for (var line : lines) {
            var end = line.indexOf('=');
            if (end > 0 && !line.startsWith("#") && !seen.add(line.substring(0, end).strip())) {
                twice.add(line.substring(0, end).strip());
            }
        }
        return twice;
    }
}
