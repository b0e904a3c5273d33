package ru.garnitura.backoffice.exchange;

import java.util.Locale;
import java.util.regex.Pattern;
import ru.garnitura.backoffice.signin.Secrets;

/// Names from elsewhere as ids of ours. The same name always gives the same id.
final class ArticleIds {
    private static final Pattern OURS = Pattern.compile("[a-z0-9-]{1,60}");
    private static final int KEPT = 46;
    private static final int DIGEST = 12;

    private ArticleIds() {}

    static String of(String name) {
        if (OURS.matcher(name).matches()) {
            return name;
        }
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        String kept = plain.substring(Math.max(0, plain.length() - KEPT)).replaceAll("^-+", "");
        return (kept.isEmpty() ? "x" : kept) + "-" + Secrets.digest(name).substring(0, DIGEST);
    }
}
