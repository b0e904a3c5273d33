package ru.garnitura.backoffice.seed;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// An article file: lines `key: value` between two `---`, then the body. Values are plain, quoted, or `[lists, of, words]`.
public record FrontMatter(Map<String, String> fields, String body) {
    private static final String FENCE = "---\n";

    /// @throws IllegalArgumentException where the file has no front matter
    public static FrontMatter parse(String file) {
        int end = file.indexOf("\n" + FENCE, FENCE.length());
        if (!file.startsWith(FENCE) || end < 0) {
            throw new IllegalArgumentException("no front matter");
        }
        var fields = new HashMap<String, String>();
        file.substring(FENCE.length(), end).lines().filter(line -> !line.isBlank()).forEach(line -> {
            int colon = line.indexOf(':');
            if (colon < 0) {
                throw new IllegalArgumentException("not a field: " + line);
            }
            fields.put(line.substring(0, colon).strip(), unquote(line.substring(colon + 1).strip()));
        });
        return new FrontMatter(
                Map.copyOf(fields), file.substring(end + 1 + FENCE.length()).strip() + "\n");
    }

    /// @throws IllegalArgumentException where the field is missing
    public String field(String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no field " + name);
        }
        return value;
    }

    public List<String> list(String name) {
        String value = fields.getOrDefault(name, "");
        String inner = value.startsWith("[") && value.endsWith("]") ? value.substring(1, value.length() - 1) : value;
        return Arrays.stream(inner.split(",", -1))
                .map(item -> unquote(item.strip()))
                .filter(item -> !item.isEmpty())
                .toList();
    }

    private static String unquote(String value) {
        boolean quoted = value.length() > 1
                && ((value.startsWith("\"") && value.endsWith("\""))
                        || (value.startsWith("'") && value.endsWith("'")));
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
