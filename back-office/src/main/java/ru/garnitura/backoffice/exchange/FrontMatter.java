package ru.garnitura.backoffice.exchange;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.garnitura.backoffice.web.Json;
import ru.garnitura.backoffice.web.Problem;
import tools.jackson.databind.JsonNode;

/// An article file: lines `key: value` between two `---`, then the body. Values are plain, quoted, or `[lists, of, words]`;
/// what is written as JSON is read as JSON.
public record FrontMatter(Map<String, String> fields, String body) {
    private static final String FENCE = "---\n";

    public FrontMatter {
        fields = Map.copyOf(fields);
    }

    public static boolean isIn(String file) {
        return file.startsWith(FENCE) || file.startsWith("---\r\n");
    }

    /// @throws IllegalArgumentException where the file has no front matter
    public static FrontMatter parse(String text) {
        String file = text.startsWith("---\r\n") ? text.replace("\r\n", "\n") : text;
        int end = file.indexOf("\n" + FENCE, FENCE.length() - 1);
        if (!file.startsWith(FENCE) || end < 0) {
            throw new IllegalArgumentException("no front matter");
        }
        var fields = new LinkedHashMap<String, String>();
        file.substring(FENCE.length(), Math.max(FENCE.length(), end)).lines().filter(line -> !line.isBlank()).forEach(line -> {
            int colon = line.indexOf(':');
            if (colon < 0) {
                throw new IllegalArgumentException("not a field: " + line);
            }
            fields.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        });
        return new FrontMatter(fields, file.substring(end + 1 + FENCE.length()));
    }

    /// @throws IllegalArgumentException where the field is missing
    public String field(String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no field " + name);
        }
        return unquote(value);
    }

    public String field(String name, String absent) {
        return fields.containsKey(name) ? field(name) : absent;
    }

    public List<String> list(String name) {
        String value = fields.getOrDefault(name, "");
        JsonNode json = json(value);
        if (json != null && json.isArray() && json.valueStream().allMatch(JsonNode::isString)) {
            return json.valueStream().map(JsonNode::stringValue).toList();
        }
        String inner = value.startsWith("[") && value.endsWith("]") ? value.substring(1, value.length() - 1) : value;
        return Arrays.stream(inner.split(",", -1))
                .map(item -> unquote(item.strip()))
                .filter(item -> !item.isEmpty())
                .toList();
    }

    private static String unquote(String value) {
        JsonNode json = value.startsWith("\"") ? json(value) : null;
        if (json != null && json.isString()) {
            return json.stringValue();
        }
        boolean quoted = value.length() > 1
                && ((value.startsWith("\"") && value.endsWith("\""))
                        || (value.startsWith("'") && value.endsWith("'")));
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    private static @Nullable JsonNode json(String value) {
        try {
            return value.isEmpty() ? null : Json.read(value, JsonNode.class);
        } catch (Problem e) {
            return null;
        }
    }
}
