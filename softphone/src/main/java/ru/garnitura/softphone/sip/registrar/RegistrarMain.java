package ru.garnitura.softphone.sip.registrar;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import ru.garnitura.softphone.sip.digest.DigestAlgorithm;

/// Runs a [DigestRegistrar] on 127.0.0.1 as a process of its own: `[--port N] [--accounts FILE] [--algorithm NAME]`.
/// Accounts are lines `user:password`, from the file and from standard input. Says `{"ready":true,"port":N}` on
/// standard output, and ends when standard input does.
public final class RegistrarMain {

    private RegistrarMain() {
    }

    public static void main(String[] arguments) throws IOException {
        int port = 0;
        List<String> lines = List.of();
        List<DigestAlgorithm> algorithms = List.of(DigestAlgorithm.SHA_256, DigestAlgorithm.MD5);
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            String value = arguments[i + 1];
            switch (arguments[i]) {
                case "--port" -> port = Integer.parseInt(value);
                case "--accounts" -> lines = Files.readAllLines(Path.of(value));
                case "--algorithm" -> algorithms = List.of(DigestAlgorithm.parse(value).orElseThrow());
                default -> throw new IllegalArgumentException("Unknown option " + arguments[i]);
            }
        }
        InetSocketAddress listen = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
        try (DigestRegistrar registrar = new DigestRegistrar(listen, algorithms, accounts(lines))) {
            announce(registrar.address().getPort());
            BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            input.lines().forEach(line -> accounts(List.of(line)).forEach(registrar::admit));
        }
    }

    /// Passwords by user; the last line about a user counts.
    private static Map<String, String> accounts(List<String> lines) {
        return lines.stream().filter(line -> line.indexOf(':') > 0).map(line -> line.split(":", 2))
                .collect(Collectors.toMap(parts -> parts[0].strip(), parts -> parts[1].strip(), (before, later) -> later));
    }

    private static void announce(int port) {
        PrintStream output = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        output.println("{\"ready\":true,\"port\":" + port + "}");
    }
}
