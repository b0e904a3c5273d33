package ru.garnitura.desktop.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// What the peers are, as Debian knows them.
final class Peers {

    private Peers() {
    }

    /// @param debianPackage such as `baresip-core`
    static String version(String debianPackage) throws IOException {
        Process query = new ProcessBuilder("dpkg-query", "-W", "-f", "${Version}", debianPackage).start();
        return new String(query.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
