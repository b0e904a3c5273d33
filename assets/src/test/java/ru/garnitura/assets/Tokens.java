package ru.garnitura.assets;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// A theme's colours, read from its sheets.
record Tokens(Map<String, Integer> colours) {

    private static final Pattern TOKEN = Pattern.compile("-desk-([a-z0-9-]+):\\s*#([0-9a-f]{6})(?:[0-9a-f]{2})?;");

    static Tokens of(Theme theme) throws IOException {
        var colours = new HashMap<String, Integer>();
        for (var sheet : theme.tokenSheets()) {
            TOKEN.matcher(read(sheet)).results()
                    .forEach(found -> colours.put(found.group(1), Integer.parseInt(found.group(2), 16)));
        }
        return new Tokens(colours);
    }

    static String read(String address) throws IOException {
        try (var stream = URI.create(address).toURL().openStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// Contrast ratio of two colours, 1 to 21 (WCAG 2.2, success criterion 1.4.3).
    double contrast(String one, String other) {
        var first = luminance(colour(one));
        var second = luminance(colour(other));
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private int colour(String token) {
        var colour = colours.get(token);
        if (colour == null) {
            throw new IllegalArgumentException("No token -desk-" + token);
        }
        return colour;
    }

    private static double luminance(int colour) {
        return 0.2126 * linear(colour >> 16) + 0.7152 * linear(colour >> 8) + 0.0722 * linear(colour);
    }

    private static double linear(int channel) {
        var share = (channel & 0xff) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
