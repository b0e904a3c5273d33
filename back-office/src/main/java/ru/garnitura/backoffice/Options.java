package ru.garnitura.backoffice;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The command line.
///
/// @param sipAccounts file that the operators' SIP accounts are exported to, for the stand's registrar
record Options(
        String host,
        int port,
        Path folder,
        boolean demo,
        @Nullable String sipDomain,
        @Nullable Path sipAccounts,
        boolean exitWithStdin,
        @Nullable Transfer transfer) {

    /// Articles to be taken in or written out instead of serving: a folder, a `.zip` or a `.jsonl`.
    sealed interface Transfer {
        Path place();

        record Import(Path place) implements Transfer {}

        record Export(Path place) implements Transfer {}
    }

    static final String USAGE = "usage: BackOffice --data DIR [--port N] [--host NAME] [--demo]"
            + " [--sip-domain HOST:PORT] [--sip-accounts FILE] [--exit-with-stdin] [--import PATH | --export PATH]";

    /// @throws IllegalArgumentException naming what is wrong
    static Options parse(List<String> args) {
        Deque<String> left = new ArrayDeque<>(args);
        String host = "127.0.0.1";
        int port = 0;
        Path folder = null;
        boolean demo = false;
        String sipDomain = null;
        Path sipAccounts = null;
        boolean exitWithStdin = false;
        Transfer transfer = null;
        while (!left.isEmpty()) {
            String name = left.pop();
            switch (name) {
                case "--host" -> host = value(name, left);
                case "--port" -> port = port(value(name, left));
                case "--data" -> folder = path(name, left);
                case "--demo" -> demo = true;
                case "--sip-domain" -> sipDomain = value(name, left);
                case "--sip-accounts" -> sipAccounts = path(name, left);
                case "--exit-with-stdin" -> exitWithStdin = true;
                case "--import" -> transfer = new Transfer.Import(path(name, left));
                case "--export" -> transfer = new Transfer.Export(path(name, left));
                default -> throw new IllegalArgumentException("unknown option " + name);
            }
        }
        if (folder == null) {
            throw new IllegalArgumentException("--data is missing");
        }
        if (demo && !isLoopback(host)) {
            throw new IllegalArgumentException("--demo serves on loopback only");
        }
        return new Options(host, port, folder, demo, sipDomain, sipAccounts, exitWithStdin, transfer);
    }

    private static Path path(String name, Deque<String> left) {
        return Path.of(value(name, left)).toAbsolutePath();
    }

    private static boolean isLoopback(String host) {
        return host.equals("127.0.0.1") || host.equals("localhost") || host.equals("::1");
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--port " + text + " is no port", e);
        }
        throw new IllegalArgumentException("--port " + text + " is no port");
    }

    private static String value(String name, Deque<String> left) {
        if (left.isEmpty()) {
            throw new IllegalArgumentException(name + " needs a value");
        }
        return left.pop();
    }

    Setup setup() {
        return Setup.local(port, folder, demo, sipDomain).onHost(host);
    }
}
