package ru.garnitura.backoffice.feedback;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ru.garnitura.backoffice.kb.Folded;

/// A paragraph of an article found again after the article changed.
///
/// @param exact the quoted words stand in it as they were
record Passage(String text, boolean exact) {
    private static final Pattern PARAGRAPHS = Pattern.compile("\\n\\s*\\n|\\n(?=\\s*(?:[-*|]|\\d+[.)])\\s?)");
    private static final Pattern MARKUP = Pattern.compile("[*_`#>|\\[\\]]|\\]\\([^)]*\\)");
    private static final double ALIKE = 0.4;
    private static final double SAME_PLACE = 0.15;

    /// @param anchor of the heading the reader stood under; empty for the beginning
    /// @return null where nothing alike is left
    static @Nullable Passage find(String body, String anchor, String quote) {
        String wanted = plain(quote);
        Set<String> words = words(wanted);
        Passage best = null;
        double bestLikeness = ALIKE;
        String under = "";
        for (String paragraph : PARAGRAPHS.split(body, -1)) {
            String text = plain(paragraph);
            if (paragraph.stripLeading().startsWith("#")) {
                under = anchor(text);
            }
            if (!wanted.isEmpty() && text.contains(wanted)) {
                return new Passage(paragraph.strip(), true);
            }
            double likeness = likeness(words, words(text)) + (under.equals(anchor) ? SAME_PLACE : 0);
            if (likeness > bestLikeness) {
                bestLikeness = likeness;
                best = new Passage(paragraph.strip(), false);
            }
        }
        return best;
    }

    private static double likeness(Set<String> wanted, Set<String> there) {
        if (wanted.isEmpty() || there.isEmpty()) {
            return 0;
        }
        var both = new HashSet<>(wanted);
        both.retainAll(there);
        return (double) both.size() / wanted.size();
    }

    private static Set<String> words(String text) {
        List<String> all = Arrays.stream(text.split("[^\\p{L}\\p{N}]+", -1)).filter(word -> word.length() > 2).toList();
        return new HashSet<>(all);
    }

    private static String plain(String text) {
        return Folded.text(MARKUP.matcher(text).replaceAll(" ")).replaceAll("\\s+", " ").strip();
    }

    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}\\s-]", "").strip().replaceAll("\\s+", "-");
    }
}
