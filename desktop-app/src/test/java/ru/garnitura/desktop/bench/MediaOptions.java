package ru.garnitura.desktop.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ru.garnitura.softphone.media.codec.PayloadFormat;
import ru.garnitura.softphone.media.session.NetworkWeather.Climate;

/// Options of `./bench media`.
///
/// @param in  WAV to carry; empty measures everything with the product's own clips
/// @param out where to write what is heard
/// @param fec whether Opus sends copies
record MediaOptions(Optional<Path> in, Optional<Path> out, PayloadFormat codec, Climate climate, boolean fec, long seed) {

    static final String USAGE = """
            ./bench media [--in WAV --out WAV] [--codec pcmu|pcma|g722|opus] [--loss PERCENT] [--burst N] [--jitter MS]
                          [--reorder PERCENT] [--fec on|off] [--seed N] [--json FILE]
            Without --in: the table of goals over the product's own speech.""";

    /// @throws IllegalArgumentException naming what cannot be used
    static MediaOptions parse(String... arguments) {
        List<String> known = List.of("--in", "--out", "--codec", "--loss", "--burst", "--jitter", "--reorder", "--fec",
                "--seed", "--json");
        for (int i = 0; i < arguments.length; i += 2) {
            if (!known.contains(arguments[i]) || i + 1 == arguments.length) {
                throw new IllegalArgumentException("bench media does not take " + arguments[i] + "\n" + USAGE);
            }
        }
        Climate climate = new Climate(number(arguments, "--loss", 0, 90), number(arguments, "--burst", 1, 100),
                number(arguments, "--jitter", 0, 1000), number(arguments, "--reorder", 0, 100));
        String codec = value(arguments, "--codec").orElse("pcmu");
        return new MediaOptions(value(arguments, "--in").map(Path::of), value(arguments, "--out").map(Path::of),
                PayloadFormat.configured(codec).orElseThrow(() -> new IllegalArgumentException("no codec " + codec)),
                climate, copies(value(arguments, "--fec").orElse("on")), seed(value(arguments, "--seed").orElse("1")));
    }

    /// As they are written into the report.
    Map<String, Object> parameters() {
        return Map.of("codec", codec.sdpName(), "loss", climate.lossPercent(), "burst", climate.burst(), "jitter", climate.jitterMs(),
                "reorder", climate.reorderPercent(), "fec", fec, "seed", seed);
    }

    private static boolean copies(String wanted) {
        return switch (wanted) {
            case "on" -> true;
            case "off" -> false;
            default -> throw new IllegalArgumentException("--fec takes on or off, not " + wanted);
        };
    }

    private static long seed(String wanted) {
        if (!wanted.matches("\\d{1,18}")) {
            throw new IllegalArgumentException("--seed takes a whole number, not " + wanted);
        }
        return Long.parseLong(wanted);
    }

    private static Optional<String> value(String[] arguments, String name) {
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            if (arguments[i].equals(name)) {
                return Optional.of(arguments[i + 1]);
            }
        }
        return Optional.empty();
    }

    private static double number(String[] arguments, String name, double fallback, double highest) {
        double number = value(arguments, name).map(text -> decimal(name, text)).orElse(fallback);
        if (!(number >= 0 && number <= highest)) {
            throw new IllegalArgumentException(name + " takes 0 to " + highest);
        }
        return number;
    }

    private static double decimal(String name, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException nothing) {
            throw new IllegalArgumentException(name + " takes a number, not " + text, nothing);
        }
    }
}
