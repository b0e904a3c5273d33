package ru.garnitura.kb.article;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Names headings for links: lower case, words joined by hyphens, the second of a name numbered.
final class Anchors {

    private final Map<String, Integer> seen = new HashMap<>();

    String next(String heading) {
        var name = of(heading);
        var count = seen.merge(name, 1, Integer::sum);
        return count == 1 ? name : name + "-" + count;
    }

    static String of(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}\\s-]", "").strip().replaceAll("\\s+", "-");
    }
}
