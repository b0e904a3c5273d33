package ru.garnitura.desktop.link.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import ru.garnitura.desktop.link.policy.DeskPolicy;
import tools.jackson.databind.JsonNode;

/// What one operator left on this machine: the device's name, the wrapped key, the last policy, the private copy.
final class LocalDesk {

    private static final int DEVICE_BYTES = 9;

    private final Path folder;
    private final KeyVault vault;
    private final PolicyCopy policy;
    private final PrivateFile deviceFile;
    private final String device;

    LocalDesk(Path folder, PasswordWrap.Cost cost) throws IOException {
        this.folder = folder;
        this.vault = new KeyVault(new PasswordWrap(folder, cost));
        this.policy = new PolicyCopy(folder);
        this.deviceFile = new PrivateFile(folder.resolve("device"));
        this.device = deviceFile.read()
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8).strip())
                .filter(name -> name.matches("[\\w-]{1,60}"))
                .orElseGet(() -> "d-" + HexFormat.of().formatHex(Sealing.random(DEVICE_BYTES)));
    }

    Path folder() {
        return folder;
    }

    /// Names this desk to the back office; the same for as long as the folder lives.
    String device() {
        return device;
    }

    boolean isKnown() {
        return vault.exists();
    }

    /// Tries the password on the key, on a thread of its own.
    Future<Optional<DataKey>> unlocking(char[] password) {
        char[] own = password.clone();
        var opening = new FutureTask<>(() -> {
            try {
                return vault.open(own);
            } finally {
                Arrays.fill(own, '\0');
            }
        });
        Thread.ofVirtual().name("data-key").start(opening);
        return opening;
    }

    Optional<DeskPolicy> lastPolicy(DataKey key) throws IOException {
        return policy.open(key);
    }

    void keepPolicy(JsonNode fresh, DataKey key) throws IOException {
        policy.keep(fresh, key);
    }

    /// The key for a password the back office has accepted. Where the old one is lost, what it encrypted goes too.
    ///
    /// @param known the key this password opens
    KeyVault.Opened settleIn(Optional<DataKey> known, char[] password) throws IOException {
        deviceFile.write(device.getBytes(StandardCharsets.UTF_8));
        KeyVault.Opened opened = vault.knownOrMade(known, password);
        if (opened.replaced()) {
            delete(folder.resolve("private"));
        }
        return opened;
    }

    private static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(tree)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
