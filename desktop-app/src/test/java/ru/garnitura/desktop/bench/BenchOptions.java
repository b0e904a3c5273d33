package ru.garnitura.desktop.bench;

import java.util.List;

/// The one number that most benchmarks take, beside `--json FILE`.
public final class BenchOptions {

    static final int USAGE = 2;
    private static final String JSON = "--json";

    private BenchOptions() {
    }

    /// Ends the process in words where the arguments can't be used.
    ///
    /// @param option  its name, `--calls`
    /// @param usually its value where it is not given
    public static int number(String[] arguments, String option, int usually) {
        try {
            return number(List.of(arguments), option, usually);
        } catch (IllegalArgumentException unusable) {
            System.err.println(unusable.getMessage());
            System.exit(USAGE);
            throw unusable;
        }
    }

    /// @throws IllegalArgumentException naming what is not taken
    static int number(List<String> arguments, String option, int usually) {
        int number = usually;
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i);
            if (i + 1 == arguments.size() || !(name.equals(option) || name.equals(JSON))) {
                throw new IllegalArgumentException("This benchmark takes %s N and --json FILE, not %s".formatted(option, name));
            }
            if (name.equals(option)) {
                number = positive(option, arguments.get(i + 1));
            }
        }
        return number;
    }

    private static int positive(String option, String value) {
        if (!value.matches("[1-9]\\d{0,8}")) {
            throw new IllegalArgumentException(option + " takes a whole number above 0, not " + value);
        }
        return Integer.parseInt(value);
    }
}
